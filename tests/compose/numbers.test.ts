import { toString } from 'mdast-util-to-string';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { spellNumbers } from '../../src/compose/numbers.ts';

const spelled = (markdown: string): string => {
  const tree = unified().use(remarkParse).parse(markdown);
  spellNumbers(tree);
  return toString(tree);
};

test.each([
  ['They ask 3 councils.', 'They ask three councils.'],
  ['3 in 4 homes are run for profit.', 'Three in four homes are run for profit.'],
  ['It ended. 7 remain.', 'It ended. Seven remain.'],
  ['About **3** of **9** agreed.', 'About three of nine agreed.'],
  ['Of 2 homes and 3 councils, 1 closed.', 'Of two homes and three councils, one closed.'],
  [
    'Councils 3 to 5 years behind: 3 to 5 of them.',
    'Councils three to five years behind: three to five of them.',
  ],
  ['More than 2, fewer than 5.', 'More than two, fewer than five.'],
])('%s becomes %s', (written, expected) => expect(spelled(written)).toBe(expected));

test.each([
  '3% of them, 4 per cent, 5 million, £2, £2.50 and 6.5',
  '3 February 2023 and 2 May',
  'clause 3, section 7, note 2, item 4, aged 5, year 6',
  '**£4**, **7**% and 2019–2 or 3–4',
  '10 councils, 21 homes, 3,000 children',
  'a 5-year plan, the 3rd, 9am, 24/7',
  'Covid-1, A4 and 4x4',
  'Under Regulation 9(1), clauses 3 and 4, sections 3 to 5, articles 2, 3 and 8',
  'See pages 2 and 3, Tables 2 and 3, Annex 3, Bill 3, Form 5, Question 3 and Standing Order 9',
  'On 3 and 4 February, and on May 6, 2024',
  'Between 3 and 5 million, 3 or 4%, 3 to 5%, 3–5 children',
  'At 7 High Street, on Channel 4, with type 1 diabetes',
  'For those aged 3, and for ages 3 and 4: 2 x 3',
  'From 8 to 12 of them',
])('figures stay in: %s', (written) => expect(spelled(written)).toBe(written.replaceAll('**', '')));
