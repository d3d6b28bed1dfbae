import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { spellNumbers } from '../../src/compose/numbers.ts';

const reader = unified().use(remarkParse).use(remarkGfm);

const spelled = (markdown: string): string => {
  const tree = reader.parse(markdown);
  spellNumbers(tree);
  return toString(tree);
};

test.each([
  ['They ask 3 councils.', 'They ask three councils.'],
  ['3 in 4 homes are run for profit.', 'Three in four homes are run for profit.'],
  ['It ended. 7 remain.', 'It ended. Seven remain.'],
  ['They closed 3\nhomes and 4\u00a0shops.', 'They closed three\nhomes and four\u00a0shops.'],
  ['About **3** of **9** agreed.', 'About three of nine agreed.'],
  ['Of 2 homes and 3 councils, 1 closed.', 'Of two homes and three councils, one closed.'],
  ['It takes 3 to 5 years: 3 to 5 of them.', 'It takes three to five years: three to five of them.'],
  ['More than 2, fewer than 5.', 'More than two, fewer than five.'],
  ['Leeds closed 5 large rural branches.', 'Leeds closed five large rural branches.'],
  ['Only 4 MPs and 2 NHS trusts came.', 'Only four MPs and two NHS trusts came.'],
  ['Build 6 homes in 8 weeks.', 'Build six homes in eight weeks.'],
  ['In 2024, 9 people died within 1 month.', 'In 2024, nine people died within one month.'],
  ['The group owns 3 homes; 2 of the homes failed.', 'The group owns three homes; two of the homes failed.'],
  ['Ministers must recruit 5 more inspectors.', 'Ministers must recruit five more inspectors.'],
  ['They share 1 caseworker with 2 or more schools.', 'They share one caseworker with two or more schools.'],
  ['It was read to Mrs. Jones. 3 councils replied.', 'It was read to Mrs. Jones. Three councils replied.'],
  [
    'It has 4 children’s homes and 5 inspections a year.',
    'It has four children’s homes and five inspections a year.',
  ],
  ['The other 3 Labour councils did too.', 'The other three Labour councils did too.'],
])('%s becomes %s', (written, expected) => expect(spelled(written)).toBe(expected));

test.each([
  '3% of them, 4 per cent, 5 million, £2, £2.50 and 6.5',
  '3 February 2023 and 2 May, 5 Feb, Tuesday 9 Sept',
  'clause 3, section 7, note 2, item 4, aged 5, year 6',
  '**£4**, **7**% and 2019–2 or 3–4',
  '10 councils, 21 homes, 3,000 children, 0 children, 07 of them',
  'a 5-year plan, the 3rd, 9am, 24/7',
  'Covid-1, A4 and 4x4',
  'Under Regulation 9(1), clauses 3 and 4, sections 3 to 5, articles 2, 3 and 8',
  'See pages 2 and 3, Tables 2 and 3, Annex 3, Bill 3, Form 5, Question 3 and Standing Order 9',
  'On 3 and 4 February, and on May 6, 2024',
  'Between 3 and 5 million, 3 or 4%, 3 to 5%, 3–5 children',
  'At 7 High Street, on Channel 4, with type 1 diabetes',
  'For those aged 3, and for ages 3 and 4: 2 x 3',
  'From 8 to 12 of them',
  'Under subsection (2), and (3 councils) or [4 homes]',
  'See p. 4, pp. 5 and 6, para. 7 and e.g. 3 hours, approx. 2 councils, no. 9 homes',
  'At 8 a.m., 9 p.m., 5 o’clock and 3 pm on 4 Jul.',
  'A category 1 hazard, category 2 hazards, ground 8, option 2, option 3 costs more',
  'Ground 8 cases, band 5 nurses, key stage 2 pupils, stage 2 complaints, tier 1 authorities',
  'Level 3 qualifications, grade 4 posts, platform 9 trains, bands 5 and 6 nurses',
  'She moved to key stage 2 classes and to band 3 posts',
  '5 km, 3 miles, 2 kg, 6 litres, 4 hectares, 8 megawatts, 9 pence, 3 points',
  'at 3 Mill Lane, 9 Kings Buildings, and the 5 Mill Lane residents',
  'The 7 July bombings and the 5 May elections',
  'Of these: b) and (all of it, with only 3 homes)',
  'He said “we have 3 councils” and "lost 4 homes"',
  'Mae 3 ysgol ac 8 cyngor',
  'several 5 year plans, 2 bed homes and the 4 star hotels',
  'at 1 a.m., by 2 v 1, of 1 sq. mile and within 1 hr. of it',
  '5 mg of it, 3 – 4 homes, 2 / 3 of the homes',
  'In para. 3 councils, rule 6 parties, lot 2 bids, junction 3 works, the Big 6 suppliers',
  'Windows 7 machines, Route 5 buses and Set 2 pupils',
  String.raw`For \3 councils`,
])('figures stay in: %s', (written) => expect(spelled(written)).toBe(toString(reader.parse(written))));

test('figures stay in tables and in what is quoted', () => {
  for (const written of [
    '| Homes | 2024 |\n| - | - |\n| 9 | 10 |\n| Only 3 councils | 4 of the homes |',
    '> They closed 3 homes.',
  ])
    expect(spelled(written)).toBe(toString(reader.parse(written)));
});

test('a number counts as a word across bold, and never beside code', () => {
  expect(spelled('They closed **3** homes.')).toBe('They closed three homes.');
  expect(spelled('See `form` 3 homes.')).toBe('See form 3 homes.');
  expect(spelled('They closed `form`3 homes.')).toBe('They closed form3 homes.');
});

test('a number counts as a word in a heading', () => {
  expect(spelled('## They closed 3 homes')).toBe('They closed three homes');
});
