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
])('figures stay in: %s', (written) => expect(spelled(written)).toBe(written.replaceAll('**', '')));
