import { expect, test } from 'vitest';
import type { Passage } from '../../src/model/passage.ts';
import type { Template } from '../../src/model/template.ts';
import { checkAll } from '../../src/rules/check.ts';
import { UNMEASURED, type PrintedPage } from '../../src/rules/subjects.ts';
import { GOOD, goodTemplate } from './good.ts';

const edition = GOOD.page.place;

/** What is told of a printed document whose template allows these pages. */
const told = (over: Partial<PrintedPage>, pages: Partial<Template['pages']> = {}) =>
  checkAll('page', { ...GOOD.page, template: goodTemplate(pages), ...over });

test.each([
  ['the most', 2, { max: 2 }],
  ['the least, and a multiple', 8, { max: null, min: 8, multiple: 4 }],
])('a document within its contract passes: %s', (_, pages, contract) => {
  expect(told({ pages }, contract)).toEqual([]);
});

test.each([
  [{ pages: 3 }, { max: 2 }, /has 3 pages; its template allows 2$/u],
  [{ pages: 1 }, { min: 2, max: 2 }, /has 1 page; its template asks for 2 at least$/u],
  [{ pages: 6 }, { max: null, multiple: 4 }, /asks for a multiple of 4$/u],
])('a document that breaks its contract is told at its edition, %#', (document, contract, text) => {
  expect(told(document, contract)).toEqual([
    {
      rule: 'page-contract',
      severity: 'error',
      place: edition,
      text: expect.stringMatching(text),
      remedy: expect.stringMatching(/./u),
      related: [{ place: goodTemplate().pages.place, text: expect.stringContaining('`brief`') }],
    },
  ]);
});

test.each([
  [{ smallest: { size: 9.5, text: 'tiny' } }, /^Text of bill\/mp is set in 9\.5pt: “tiny”; .* 10pt$/u],
  [{ smallestNote: { size: 8, text: 'n' } }, /^A note or small print of bill\/mp is set in 8\.0pt: .* 9pt$/u],
])('type that is too small is told at the contract, %#', (measures, text) => {
  expect(told({ measures: { ...UNMEASURED, ...measures } })).toMatchObject([
    { rule: 'small-type', place: goodTemplate().type.place, text: expect.stringMatching(text) },
  ]);
});

test('type tells nothing of a page that the browser has shrunk for what is too wide', () => {
  const measures = {
    ...UNMEASURED,
    smallest: { size: 8, text: 'tiny' },
    overflowing: [{ said: 'wide', of: null }],
  };
  expect(told({ measures }).map(({ rule }) => rule)).toEqual(['overflow']);
});

test('a document that runs over says by how much, and names the tallest of its passages first', () => {
  const passage = (id: string) => ({ id, priority: 1, place: edition }) as unknown as Passage;
  const [message, ...more] = told({
    over: {
      height: 12.34,
      dropped: ['a', 'b'],
      passages: [
        { passage: passage('low'), height: 10 },
        { passage: passage('tall'), height: 45.25 },
      ],
    },
  });
  expect(more).toEqual([]);
  expect(message?.text).toBe(
    'bill/mp runs 12.3 mm over its 1 page, in its smallest type and without `a`, `b`',
  );
  expect(message?.related?.slice(1).map(({ text }) => text)).toEqual([
    '`tall` is 45.3 mm tall, priority 1',
    '`low` is 10.0 mm tall, priority 1',
  ]);
});
