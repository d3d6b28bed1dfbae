import { expect, test } from 'vitest';
import { showPlace, startOf } from '../../src/diagnostics/place.ts';
import { baseProject, memoryFiles } from '../project.ts';
import { loadShared } from '../readings.ts';

const FILE = 'sources/calendar.yaml';

const loaded = (text: string) => loadShared(memoryFiles({ ...baseProject(), [FILE]: text }));

test('a calendar has single days and spans of days', async () => {
  const { value, messages } = await loaded(
    'bank-holidays:\n  - { on: 2025-04-18, name: Good Friday }\nrecesses:\n  - { from: 2024-03-27, to: 2024-04-14, name: Easter, area: England }\n',
  );
  expect(messages).toEqual([]);
  expect(value.calendar).toEqual({
    bankHolidays: [{ name: 'Good Friday', from: '2025-04-18', to: '2025-04-18', area: null }],
    recesses: [{ name: 'Easter', from: '2024-03-27', to: '2024-04-14', area: 'England' }],
  });
});

test.each([
  [
    'a day that there is not',
    'bank-holidays: [{ on: 2025-02-29, name: A }]',
    '1:23',
    /a day of the calendar/u,
  ],
  [
    'a recess that ends before it begins',
    'recesses: [{ from: 2025-02-20, to: 2025-02-13, name: A }]',
    '1:12',
    /no earlier than `from`/u,
  ],
  ['a holiday without a name', 'bank-holidays: [{ on: 2025-02-28 }]', '1:17', /name/u],
  ['days that are no list', 'recesses: Easter', '1:11', /a list/u],
  ['a key that there is not', 'recess: []', '1:1', /recesses/u],
  ['nothing but a list', '- Easter', '1:1', /keys/u],
])('%s is told', async (_, text, at, words) => {
  const { messages } = await loaded(`${text}\n`);
  expect(messages.map(({ place }) => showPlace(place ?? startOf('')))).toEqual([`${FILE}:${at}`]);
  expect(`${messages[0]?.text} ${messages[0]?.remedy}`).toMatch(words);
});

test.each(['', '# Nothing yet\n'])('a calendar may be empty: %j', async (text) => {
  const { value, messages } = await loaded(text);
  expect(messages).toEqual([]);
  expect(value.calendar).toEqual({ bankHolidays: [], recesses: [] });
});
