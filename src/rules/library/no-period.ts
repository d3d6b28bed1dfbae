import { passages } from '../examples.ts';
import type { Breach, Rule } from '../rule.ts';
import { NOTHING, OR_DRAFT } from '../scope-words.ts';

const of = (period: string, more = '') =>
  passages(
    `::::statistic{#homes period="${period}" area=England unit=homes locator="page 1"${more}}\nThere are 40 homes.\n::::`,
  );

/** When somebody said it, which is not the time that it is about. */
const SAID = /\b(?:reported|published|said|stated|quoted|cited|announced|released)\b/iu;

export const noPeriod: Rule<'library'> = {
  id: 'no-period',
  level: 'error',
  scope: 'library',
  finds: 'A `period` without a year, or that is when somebody said it; a draft may leave it open',
  why: 'A figure without its time can’t be checked, and is out of date before anybody sees it.',
  examples: {
    ok: [of('2018-19'), of('as at 31 March 2023'), of('not stated', ' status=draft')],
    notOk: [of('recent years'), of('not stated'), of('as reported in 2019')],
  },
  *check({ project }): Iterable<Breach> {
    for (const { period, status, place, places } of project.passages.values()) {
      if (period === null || status !== 'approved') continue;
      if (/\d{4}/u.test(period) && !SAID.test(period) && !NOTHING.test(period)) continue;
      yield {
        place: places['period'] ?? place,
        text: `\`period\` is \`${period}\`; expected the time that the passage is about, with its year`,
        remedy: `Write it like \`2023\`, \`2018-19\` or \`30 September 2023\`; ${OR_DRAFT}.`,
      };
    }
  },
};
