import type { Root } from 'mdast';
import { memo } from '../../model/memo.ts';
import type { Vocabulary } from '../../model/vocabulary.ts';
import { pack, passages } from '../examples.ts';
import { namesPlace } from '../places.ts';
import type { Breach, Rule } from '../rule.ts';
import { openingLines, statisticsIn } from '../statistics.ts';
import { isEnglish, plain } from '../words.ts';

const printed = (text: string, area = 'England', own = '') => ({
  ...passages(`::::statistic{#homes period=2024 area="${area}" unit=homes locator="page 1"}\n${text}\n::::`),
  ...pack(own, '    slots: { facts: { passages: [homes] } }'),
  // Nothing else shows them.
  'sources/packs/bill.yaml':
    'title: The Bill\ndate: 2025-01-16\ntopics: [children]\nstatus: draft\neditions: { mp: { leave-out: [homes] } }\n',
});

export const unsaidArea: Rule<'pack'> = {
  id: 'unsaid-area',
  level: 'warning',
  scope: 'pack',
  finds:
    'A statistic that does not say where: neither its text nor the document’s headline, title, summary or `area` names its own `area`',
  why: 'Figures of England are taken for those of the United Kingdom, and the other way round. What stands beside a passage may be left out to fit the page; so a figure has to name its place itself, or the document as a whole.',
  examples: {
    ok: [
      printed('In 2024 there were 40 homes in England.'),
      printed('In 2024 English councils had 40 homes.'),
      printed('In 2024 the DfE had 40 homes.', 'Department for Education'),
      printed('In 2024 the UK had 40 homes.', 'United Kingdom'),
      printed('In 2024 there were 40 homes in Leeds.', 'Leeds City Council'),
      printed('In 2024 there were 40 homes in England, and 3 in Wales.', 'England and Wales'),
      printed('In 2024 there were 40 homes.', 'Leeds', 'area: Leeds'),
      printed('In 2024 there were 40 homes.', 'Leeds', 'summary: Homes in Leeds.'),
    ],
    notOk: [
      printed('In 2024 there were 40 homes.'),
      printed('In 2024 Welsh councils had 40 homes.'),
      printed('In 2024 there were 40 homes in England.', 'England and Wales'),
    ],
  },
  *check(selected): Iterable<Breach> {
    const { project, pack: own, edition } = selected;
    const opening = openingLines(selected).map(([, { text }]) => plain(text));
    const whole = [edition.area ?? own.area ?? '', own.title, ...opening].join('\n');
    for (const { passage, text, said, place } of statisticsIn(selected)) {
      const { area } = passage;
      // What places are called in other languages nobody says.
      if (area === null || !isEnglish(project, passage, text)) continue;
      const { vocabulary } = project;
      if (isSaidBy(text, area, vocabulary) || namesPlace(`${said}\n${whole}`, area, vocabulary)) continue;
      yield {
        place,
        text: `\`${passage.id}\` is of ${area}, and its text does not say so`,
        remedy: 'Write the place into the sentence; or say in `area` of the pack which place it speaks of.',
      };
    }
  },
};

/** Whether a passage’s text names its own place by itself, as most do; read once, as many editions show it. */
const isSaidBy = (text: Root, area: string, vocabulary: Vocabulary): boolean =>
  memo(
    memo(SAID, vocabulary, () => new WeakMap<Root, boolean>()),
    text,
    () => namesPlace(plain(text), area, vocabulary),
  );

const SAID = new WeakMap<Vocabulary, WeakMap<Root, boolean>>();
