import { describe, expect, test } from 'vitest';
import { dayAt, firstDay, isDay, isPartialDate, parseMoment } from '../../src/model/time.ts';

describe('a moment', () => {
  test('without a zone is by the clock in London, in winter and in summer', () => {
    expect(parseMoment('2025-01-20T00:01')?.instant).toBe(Date.parse('2025-01-20T00:01Z'));
    expect(parseMoment('2025-07-20T00:01')?.instant).toBe(Date.parse('2025-07-19T23:01Z'));
  });
  test('of a day alone is its start', () => {
    expect(parseMoment('2025-07-20')).toEqual({
      day: '2025-07-20',
      time: null,
      instant: Date.parse('2025-07-19T23:00Z'),
    });
  });
  test('in the hour that autumn repeats is the earlier one', () => {
    expect(parseMoment('2025-10-26T01:30')?.instant).toBe(Date.parse('2025-10-26T00:30Z'));
  });
  test('with a zone is shown by the clock in London', () => {
    expect(parseMoment('2025-07-20T23:30Z')).toMatchObject({ day: '2025-07-21', time: '00:30' });
    expect(parseMoment('2025-01-20T01:00+02:00')).toMatchObject({ day: '2025-01-19', time: '23:00' });
  });
  test.each(['2025-02-29', '2025-1-2', '16 January 2025', '2025-01-20T25:00', '', '2025-01-20T10'])(
    'is not %s',
    (text) => expect(parseMoment(text)).toBeNull(),
  );
});

test('a day is one that the calendar has', () => {
  expect(isDay('2024-02-29')).toBe(true);
  expect(isDay('2025-02-29')).toBe(false);
  expect(['2025', '2025-02', '2025-02-28'].every(isPartialDate)).toBe(true);
  expect(['2025-13', '25', '2025-02-30', ''].some(isPartialDate)).toBe(false);
});

test('a partial date compares by its first day', () => {
  expect([firstDay('2025'), firstDay('2025-03'), firstDay('2025-03-04')]).toEqual([
    '2025-01-01',
    '2025-03-01',
    '2025-03-04',
  ]);
});

test("the day at an instant is London's", () => {
  expect(dayAt(Date.parse('2025-07-19T23:30Z'))).toBe('2025-07-20');
});
