import { passages } from '../examples.ts';
import { foundIn, ownPassages } from '../words.ts';
import type { Breach, Rule } from '../rule.ts';

const MONTHS =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec';

/** Each way to write dates otherwise than GOV.UK does, with how that is written. */
const FORMS: readonly (readonly [pattern: RegExp, expected: string])[] = [
  [
    new RegExp(String.raw`\b\d{1,2}(?:st|nd|rd|th)(?: of)? (?:${MONTHS})\b`, 'gu'),
    '3 February 2023, without `rd`',
  ],
  [
    new RegExp(String.raw`\b(?:${MONTHS}) \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d\b`, 'gu'),
    '3 February 2023, the day first',
  ],
  [/\b\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d\d)\b/gu, '3 February 2023, the month as a word'],
  [
    /\b\d{1,2} (?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?(?! ?[a-z])/gu,
    '3 February 2023, the month in full',
  ],
  [/\b(?:19|20)\d\d ?[-–] ?(?:19|20)\d\d\b/gu, '2010 to 2015, with `to`'],
];

const text = (words: string) => passages(`::::context{#homes}\n${words}\n::::`);

export const dateForm: Rule<'library'> = {
  id: 'date-form',
  level: 'warning',
  scope: 'library',
  finds: 'A date that is not written as “3 February 2023”, or years that are not joined by “to”',
  why: 'A date in figures is another day to an American; one form in all that is sent out reads as one voice (GOV.UK style guide: dates, 2014).',
  examples: {
    ok: [
      text('Homes closed on 3 February 2023 and from 2010 to 2015.'),
      text('Homes may be 2018–19, or 24/7, and in May 2024.'),
    ],
    notOk: [
      text('It closed on 3rd February 2023.'),
      text('It closed on February 3, 2023.'),
      text('It closed on 03/02/2023.'),
      text('It closed on 3 Feb 2023.'),
      text('Homes were open 2010-2015.'),
    ],
  },
  *check({ project }): Iterable<Breach> {
    for (const passage of ownPassages(project))
      for (const [pattern, expected] of FORMS)
        for (const { match, place } of foundIn(project, passage, pattern))
          yield {
            place,
            text: `A date is written \`${match[0]}\`; expected a form such as ${expected}`,
            remedy: 'Write it so; in a quotation it may stand as it was said.',
          };
  },
};
