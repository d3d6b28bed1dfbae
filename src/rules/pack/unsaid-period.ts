import { pack, passages } from '../examples.ts';
import type { Breach, Rule } from '../rule.ts';
import { statisticsIn } from '../statistics.ts';

const printed = (text: string, period = '2022-23') => ({
  ...passages(
    `::::statistic{#homes period="${period}" area=England unit=homes locator="page 1"}\n${text}\n::::`,
  ),
  ...pack('', '    slots: { facts: { passages: [homes] } }'),
});

export const unsaidPeriod: Rule<'pack'> = {
  id: 'unsaid-period',
  level: 'warning',
  scope: 'pack',
  finds: 'A statistic that does not say when: no year of its `period` stands in its text',
  why: 'What stands beside a passage is another thing in each document, and may be left out to fit the page; so a figure has to say its year itself.',
  examples: {
    ok: [
      printed('In 2022–23 there were 40 homes in England.'),
      printed('England had 40 homes in the year to March 2023.'),
      printed('Homes in England rose to 40 between 2010 and 2023.', '2010 to 2023'),
      printed('England had 40 homes by 2000.', '1999-00'),
    ],
    notOk: [
      printed('There are 40 homes in England.'),
      printed('In 2021 a report found 40 homes in England.'),
      printed(
        'In 2023 there were 40 homes in England.\n\n:::wording{for=mp}\nThere are 40 homes in England.\n:::',
      ),
    ],
  },
  *check(selected): Iterable<Breach> {
    for (const { passage, said, place } of statisticsIn(selected)) {
      const years = yearsOf(passage.period ?? '');
      if (!years.length || years.some((year) => said.includes(year))) continue;
      yield {
        place,
        text: `\`${passage.id}\` is of ${passage.period}, and its text does not say so`,
        remedy: 'Write its year into the sentence.',
      };
    }
  },
};

/** The years that a period names; of `2022-23` both. */
const yearsOf = (period: string): readonly string[] =>
  [...period.matchAll(/(?<!\d)(\d{2})(\d{2})(?:[-–/](\d{2})(?!\d))?/gu)].flatMap(
    ([, century = '', year = '', next]) => [
      `${century}${year}`,
      ...(next ? [following(century, year, next)] : []),
    ],
  );

/** The year after another, which may be of the next century: `1999-00`. */
const following = (century: string, year: string, next: string): string =>
  `${next < year ? Number(century) + 1 : century}${next}`;
