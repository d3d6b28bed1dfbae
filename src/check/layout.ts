/** Rules on where texts stand on paper: none beyond the page or its box, none over another. */

import { error, warning, type Message } from '../diagnostics/message.ts';
import type { Overlap, PrintedText } from '../model/overlap.ts';
import type { Template } from '../model/project.ts';
import type { Measures, Spot } from '../world/world.ts';
import { ofFigure, shownBy, textNamed, type NamedText, type Texts } from './texts.ts';

/** A document as laid out on paper. */
export interface LaidOut {
  /** e.g. `childrens-wellbeing-bill/mp`. */
  readonly name: string;
  readonly texts: Texts;
  readonly measures: Pick<Measures, 'overflowing' | 'cut' | 'wide' | 'tall'>;
  readonly overlaps: readonly Overlap[];
  /** By the name that it has in the PDF, what the page calls a text. */
  readonly names: ReadonlyMap<string, string>;
}

type Made = Pick<Template, 'id' | 'place'>;

/** Tells what stands wrongly: at the text that it is of, else at the template. */
export const checkLayout = (template: Made, document: LaidOut): readonly Message[] => {
  const { name, measures } = document;
  const rules = [
    {
      spots: measures.overflowing,
      tell: error,
      rule: 'overflow',
      what: 'runs beyond the side of the page',
      remedy: 'Break the word or the table, or let the style sheet wrap it.',
    },
    {
      spots: measures.cut,
      tell: error,
      rule: 'cut-off',
      what: 'is cut off by the box around it',
      remedy: 'Let the box grow with its text: give it no height, or take `overflow` out of the style sheet.',
    },
    {
      spots: measures.wide,
      tell: warning,
      rule: 'wide-text',
      what: 'is wider than its column',
      remedy: 'Break the word, or let the style sheet do so: `overflow-wrap: break-word`.',
    },
    {
      spots: measures.tall,
      tell: error,
      rule: 'overflow',
      what: 'is taller than a page',
      remedy: 'Let the style sheet shrink it: `max-block-size: 100%` of something lower than the page.',
    },
  ];
  const spotted = rules.flatMap(({ spots, tell, rule, what, remedy }) =>
    spots.map((spot) => {
      const text = textNamed(document.texts, spot.of);
      const place = text?.place ?? template.place;
      return tell(rule, place, `${quoted(spot)} ${what}, ${within(text)}in ${name}`, {
        remedy,
        ...(text ? { related: [shownBy(template)] } : {}),
      });
    }),
  );
  return [...spotted, ...overlapping(template, document)];
};

/** A text in quotation marks; a tag speaks for itself. */
const quoted = ({ said }: Spot): string => (/^<[a-z].*>$/u.test(said) ? said : `“${said}”`);

const within = (text: NamedText | null): string => (text ? `in ${text.name}, ` : '');

/** Each pair of texts once: of two passages that collide, several blocks may. */
const overlapping = (template: Made, { overlaps, name, texts, names }: LaidOut): readonly Message[] => {
  const told = new Set<string>();
  return overlaps.flatMap(({ page, texts: [a, b] }) => {
    const [first, second] = [sideOf(a, texts, names), sideOf(b, texts, names)];
    const pair = `${first.key} ${second.key}`;
    if (told.has(pair)) return [];
    told.add(pair);
    const place = first.text?.place ?? second.text?.place ?? template.place;
    const text = `${first.said} and ${second.said} are printed over each other, on page ${page} of ${name}`;
    return error('overlap', place, text, { remedy: ROOM, ...besides(template, first, second) });
  });
};

const ROOM =
  'Shorten one of them, or let the style sheet give each its own room: nothing placed absolutely, no heights.';

/** One of two texts that collide. */
interface Side {
  /** The same of all blocks of a passage. */
  readonly key: string;
  readonly said: string;
  readonly text: NamedText | null;
}

const sideOf = ({ words, passage }: PrintedText, texts: Texts, names: LaidOut['names']): Side => {
  const text = textNamed(texts, passage === null ? ofFigure(texts, words) : (names.get(passage) ?? null));
  const said = text ? `“${words}” of ${text.name}` : `“${words}”`;
  return { key: text?.name ?? said, said, text };
};

/** Where the second was written, and the template, unless the message stands there. */
const besides = (template: Made, first: Side, second: Side): Pick<Message, 'related'> => {
  if (!first.text && !second.text) return {};
  const other = first.text && second.text && first.text.place !== second.text.place ? second.text : null;
  return { related: [...(other ? [{ place: other.place, text: other.name }] : []), shownBy(template)] };
};
