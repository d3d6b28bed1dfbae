import { passages } from '../examples.ts';
import type { Breach, Rule } from '../rule.ts';
import { NOTHING, OR_DRAFT } from '../scope-words.ts';

const of = (area: string, more = '') =>
  passages(
    `::::statistic{#homes period=2024 area="${area}" unit=homes locator="page 1"${more}}\nThere are 40 homes.\n::::`,
  );

export const noArea: Rule<'library'> = {
  id: 'no-area',
  level: 'error',
  scope: 'library',
  finds: 'An `area` that is no place, e.g. “not stated”; a draft may leave it open',
  why: 'Figures of England, of Great Britain and of a council differ, and look the same.',
  examples: {
    ok: [of('England and Wales'), of('not stated', ' status=draft')],
    notOk: [of('not stated'), of('various')],
  },
  *check({ project }): Iterable<Breach> {
    for (const { area, status, place, places } of project.passages.values()) {
      if (area === null || status !== 'approved' || !NOTHING.test(area)) continue;
      yield {
        place: places['area'] ?? place,
        text: `\`area\` is \`${area}\`; expected the place that the passage is about`,
        remedy: `Write it like \`England\`; ${OR_DRAFT}.`,
      };
    }
  },
};
