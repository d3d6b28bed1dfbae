import { expect, test } from 'vitest';
import { error, gathered, once, stops, warning, type Message } from '../../src/diagnostics/message.ts';

const at = (line: number) => ({ file: 'a.md', line, column: 1 });

test('the same fault is told once, with the places that each telling names', () => {
  const telling = (line: number) =>
    error('bad-value', at(1), 'Text', { related: [{ place: at(line), text: 'here' }] });
  expect(once([telling(2), telling(3), telling(2)])).toEqual([
    error('bad-value', at(1), 'Text', { related: [2, 3].map((line) => ({ place: at(line), text: 'here' })) }),
  ]);
  expect(
    once([telling(2), warning('bad-value', at(1), 'Text'), error('bad-value', at(2), 'Text')]),
  ).toHaveLength(3);
});

test('a fault of several documents is told once, with the first and the number of the others', () => {
  const telling = (document: string, text = 'No title') =>
    error('bad-value', at(1), `${text}, in ${document}`);
  const pages = ['bill/mp', 'bill/press', 'bill/mp', 'care/mp'].map((document) => telling(document));
  const told = once(pages);
  expect(told.map(({ text }) => text)).toEqual(['No title, in bill/mp and 2 more']);
  expect(once(told)).toEqual(told);
  expect(once([telling('bill/mp'), telling('bill/mp')]).map(({ text }) => text)).toEqual([
    'No title, in bill/mp',
  ]);
  expect(once([telling('bill/mp'), telling('bill/mp', 'No language')])).toHaveLength(2);
});

test('what a rule says of several places is told at the first, and the others beside it', () => {
  const told = gathered(
    [error('bad-value', at(1), 'Same'), error('bad-key', at(2), 'Same'), error('bad-value', at(3), 'Same')],
    'bad-value',
  );
  expect(told).toEqual([
    error('bad-value', at(1), 'Same', { related: [{ place: at(3), text: 'here too' }] }),
    error('bad-key', at(2), 'Same'),
  ]);
});

test.each([
  ['error', true, true],
  ['warning', false, true],
  ['information', false, false],
] as const)('%s stops a command: %s; a strict one: %s', (severity, lax, strict) => {
  const messages: readonly Message[] = [{ rule: 'bad-value', severity, text: 'x' }];
  expect([stops(messages, false), stops(messages, true)]).toEqual([lax, strict]);
});
