import type { Related } from '../../diagnostics/message.ts';
import type { PrintedText } from '../../model/overlap.ts';
import type { Breach, Rule } from '../rule.ts';
import type { FinishedPdf, PrintedDocument } from '../subjects.ts';
import { ofFigure, shownBy, textNamed, type NamedText, type Texts } from '../texts.ts';

const text = (words: string): PrintedText => ({ words, passage: null });

export const overlap: Rule<'pdf'> = {
  id: 'overlap',
  level: 'error',
  scope: 'pdf',
  finds: 'Two texts that are printed over each other',
  why: 'Neither can be read.',
  examples: {
    ok: [{ overlaps: [] }],
    notOk: [{ overlaps: [{ page: 1, texts: [text('Open homes'), text('Sources')] }] }],
  },
  check: (pdf) => (typeof pdf.of === 'string' ? [] : pairsOf(pdf, pdf.of)),
};

/** Each pair of texts once: of two passages that collide, several blocks may. */
function* pairsOf({ overlaps, names }: FinishedPdf, document: PrintedDocument): Iterable<Breach> {
  const { name, template, texts } = document;
  const told = new Set<string>();
  for (const {
    page,
    texts: [a, b],
  } of overlaps) {
    const [first, second] = [sideOf(a, texts, names), sideOf(b, texts, names)];
    const pair = `${first.key} ${second.key}`;
    if (told.has(pair)) continue;
    told.add(pair);
    yield {
      place: first.text?.place ?? second.text?.place ?? template.place,
      text: `${first.said} and ${second.said} are printed over each other, on page ${page} of ${name}`,
      remedy:
        'Shorten one of them, or let the style sheet give each its own room: nothing placed absolutely, no heights.',
      ...besides(document, first, second),
    };
  }
}

/** One of two texts that collide. */
interface OverlapSide {
  /** The same of all blocks of a passage. */
  readonly key: string;
  readonly said: string;
  readonly text: NamedText | null;
}

const sideOf = ({ words, passage }: PrintedText, texts: Texts, names: FinishedPdf['names']): OverlapSide => {
  const found = textNamed(texts, passage === null ? ofFigure(texts, words) : (names.get(passage) ?? null));
  const said = found ? `“${words}” of ${found.name}` : `“${words}”`;
  return { key: found?.name ?? said, said, text: found };
};

/** Where the second was written, and the template, unless the message stands there. */
const besides = (
  { template }: PrintedDocument,
  first: OverlapSide,
  second: OverlapSide,
): { readonly related?: readonly Related[] } => {
  if (!first.text && !second.text) return {};
  const other = first.text && second.text && first.text.place !== second.text.place ? second.text : null;
  return { related: [...(other ? [{ place: other.place, text: other.name }] : []), shownBy(template)] };
};
