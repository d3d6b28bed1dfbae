import { describe, expect, test } from 'vitest';
import { checkContract, runsOver, type PrintedDocument } from '../../src/check/page-contract.ts';
import type { Passage, Template } from '../../src/model/project.ts';

const edition = { file: 'sources/packs/bill.yaml', line: 8, column: 3 };
const place = { file: 'templates/brief/template.yaml', line: 3, column: 8 };
const template = (pages: Partial<Template['pages']> = {}): Template => ({
  id: 'brief',
  name: 'Brief',
  page: { size: 'A4', orientation: 'portrait', margin: '18mm' },
  pages: { min: 1, max: 2, multiple: 1, place, ...pages },
  type: { size: 12, min: 10, max: 12, notes: 9, place },
  notes: 'short',
  copies: [],
  formats: ['html', 'pdf'],
  headline: null,
  summary: null,
  words: {},
  slots: [],
  place,
});
const printed = (over: Partial<PrintedDocument> = {}): PrintedDocument => ({
  name: 'bill/mp',
  place: edition,
  pages: 1,
  measures: {
    smallest: { size: 10, text: 'a' },
    smallestNote: { size: 9, text: 'b' },
    overflowing: [],
    cut: [],
    wide: [],
    tall: [],
    images: [],
    codes: [],
  },
  refused: [],
  strangeFonts: [],
  ...over,
});
const measures = printed().measures;

test('a document within its contract passes', () => {
  expect(checkContract(template(), printed({ pages: 2 }))).toEqual([]);
  expect(checkContract(template({ max: null, min: 4, multiple: 4 }), printed({ pages: 8 }))).toEqual([]);
});

describe('what breaks it is an error at the contract', () => {
  test.each([
    ['page-contract', template(), printed({ pages: 3 }), /has 3 pages; its template allows 2/],
    ['page-contract', template({ min: 2 }), printed(), /has 1 page; its template asks for 2/],
    ['page-contract', template({ max: null, multiple: 4 }), printed({ pages: 6 }), /multiple of 4/],
    [
      'small-type',
      template(),
      printed({ measures: { ...measures, smallest: { size: 9.5, text: 'tiny' } } }),
      /9\.5pt: “tiny”/,
    ],
    [
      'small-type',
      template(),
      printed({ measures: { ...measures, smallestNote: { size: 8, text: 'n' } } }),
      /A note/,
    ],
    ['refused-address', template(), printed({ refused: ['https://x.example/'] }), /x\.example/],
    ['strange-font', template(), printed({ strangeFonts: ['DejaVuSans'] }), /DejaVuSans/],
  ])('%s', (rule, form, document, text) => {
    const [message, ...more] = checkContract(form, document);
    expect(more).toEqual([]);
    expect(message).toMatchObject({
      rule,
      severity: 'error',
      place: rule === 'page-contract' ? edition : place,
    });
    expect(message?.text).toMatch(text);
    expect(message?.remedy).toBeTruthy();
  });
});

test('a document that runs over says by how much, and names the tallest of its passages first', () => {
  const passage = (id: string) => ({ id, priority: 1, place: edition }) as unknown as Passage;
  const message = runsOver(template({ max: 1 }), {
    name: 'bill/mp',
    place: edition,
    pages: 1,
    over: 12.34,
    dropped: ['a', 'b'],
    passages: [
      { passage: passage('low'), height: 10 },
      { passage: passage('tall'), height: 45.25 },
    ],
  });
  expect(message.text).toBe(
    'bill/mp runs 12.3 mm over its 1 page, in its smallest type and without `a`, `b`',
  );
  expect(message.related?.slice(1).map(({ text }) => text)).toEqual([
    '`tall` is 45.3 mm tall, priority 1',
    '`low` is 10.0 mm tall, priority 1',
  ]);
});
