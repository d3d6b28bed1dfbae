import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Place } from '../../diagnostics/place.ts';
import { pack, passages } from '../examples.ts';
import type { Breach, Rule } from '../rule.ts';
import type { ComposedDocument } from '../subjects.ts';

/** Of `count` words. */
const sentence = (count: number): string =>
  Array.from({ length: count }, (_, index) => ['Open', 'more', 'homes.'][index % 3]).join(' ');

const asking = (count: number) => passages(`::::ask{#open to=Leeds}\n${sentence(count)}\n::::`);

export const tooManyWords: Rule<'document'> = {
  id: 'too-many-words',
  level: 'warning',
  scope: 'document',
  finds:
    'A headline, a summary or a passage with more words than the template allows it, in this audience’s wording',
  why: 'Who has a minute reads the headline and what is asked: there each further word hides the others.',
  examples: {
    ok: [pack('', `    headline: ${sentence(12)}`), asking(25)],
    notOk: [pack('', `    headline: ${sentence(13)}`), asking(26)],
  },
  *check(composed): Iterable<Breach> {
    for (const { what, place, text, most } of textsOf(composed)) {
      const found = wordsOf(text);
      if (most === null || found <= most) continue;
      yield {
        place,
        text: `The ${what} has ${found} words here; the template allows ${most}`,
        remedy: 'Shorten it, or give this audience a shorter wording.',
      };
    }
  },
};

/** A text as it stands in the document. */
interface SetText {
  readonly what: string;
  /** Where it was written. */
  readonly place: Place;
  readonly text: Root;
  readonly most: number | null;
}

function* textsOf({ project, pack: own, edition, document }: ComposedDocument): Iterable<SetText> {
  const template = project.templates.get(edition.template);
  if (!template) return;
  const { headline, sections } = document;
  for (const { slot, items } of sections)
    for (const { passage, text } of items) {
      const most = template.slots.find(({ id }) => id === slot)?.words ?? null;
      const written = project.passages.get(passage);
      if (written) yield { what: 'passage', place: written.place, text, most };
    }
  if (edition.headline)
    yield { what: 'headline', place: edition.headline.place, text: headline, most: template.headline };
  const summary = edition.summary ?? own.summary;
  if (summary && document.summary)
    yield { what: 'summary', place: summary.place, text: document.summary, most: template.summary };
}

/**
 * Words as readers count them: runs of characters between white space that hold a letter or a digit. Charts and tables of
 * figures are looked at.
 */
const wordsOf = (tree: Root): number =>
  tree.children
    .filter((block) => block.type !== 'chart' && !(block.type === 'table' && block.data?.caption))
    .flatMap((block) => toString(block).split(/\s+/u))
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
