import { showPlace } from '../../diagnostics/place.ts';
import { pack, passages } from '../examples.ts';
import type { Breach, Rule } from '../rule.ts';

const noted = (text: string) => ({
  ...passages(text),
  ...pack('', '    slots: { asks: { passages: [open] } }'),
});

const OPEN = '::::ask{#open to=Leeds}\nOpen homes.\n::::';

export const caution: Rule<'library'> = {
  id: 'caution',
  level: 'warning',
  scope: 'library',
  finds: 'A passage that stands in a document though an editor’s comment beside it says not to use it',
  why: 'Whoever wrote that had looked at the source; whoever chose the passage may not have seen it.',
  examples: {
    ok: [
      noted(`<!-- Said twice in the report. Use it with its date. -->\n\n${OPEN}`),
      noted(`<!-- Do not use what follows the next one. -->\n\nMore on homes.\n\n${OPEN}`),
      noted(
        `<!-- Figures that were never published before. The council does not use its homes. -->\n\n${OPEN}`,
      ),
      noted(
        `${OPEN}\n\n<!-- Don't quote this. -->\n\n::::context{#spare topics=funding status=draft}\nHomes are full.\n::::`,
      ),
    ],
    notOk: [
      noted(`<!-- Do not use this: the council has denied it. -->\n\n${OPEN}`),
      noted(`<!-- From a private letter,\nnot to be quoted. -->\n${OPEN}`),
      noted('::::ask{#open to=Leeds}\nOpen homes.\n\n<!-- Don’t print before the vote. -->\n::::'),
      noted(
        '::::ask{#open to=Leeds}\nOpen homes.\n\n:::wording{for=press}\nLet homes open.\n\n<!-- Must never be cited. -->\n:::\n::::',
      ),
      noted(`The chair asked that we should not publish it.\n\n${OPEN}`),
    ],
  },
  *check({ project, used }): Iterable<Breach> {
    const opening = new Map(Array.from(project.passages.values(), (one) => [showPlace(one.place), one]));
    for (const { text, place, beside } of project.asides) {
      const passage = beside && opening.get(showPlace(beside));
      const warned = passage && used.has(passage.id) ? WARNING.exec(text) : null;
      if (!passage || !warned) continue;
      yield {
        place,
        text: `“${warned[0].replaceAll(/\s+/gu, ' ')}” stands beside \`${passage.id}\`, which is in a document`,
        remedy:
          'Leave the passage out, or give it `status=draft`; or take the comment out if it holds no more.',
        related: [{ place: passage.place, text: 'the passage' }],
      };
    }
  },
};

const WARNING =
  /\b(?:(?:do not|don[’']t|never|must not|should not)\s+(?:yet\s+)?(?:use|quote|print|cite|publish|repeat)|(?:(?:must|should|can|may)\s*(?:not|never)|not to|never to)\s+(?:yet\s+)?be\s+(?:used|quoted|printed|cited|published|repeated)|not for (?:use|quotation|print|publication))\b/iu;
