import { expect, test } from 'vitest';
import { showPlace, startOf } from '../../src/diagnostics/place.ts';
import { baseProject, memoryFiles } from '../project.ts';
import { loadShared } from '../readings.ts';

const FILE = 'sources/offices.yaml';

const loaded = (text: string) => loadShared(memoryFiles({ ...baseProject(), [FILE]: text }));

test('an office has names, and holders with their time', async () => {
  const { value, messages } = await loaded(
    'Minister for Homes:\n  also: homes minister\n  holders:\n    - { name: Ann Okoro, from: 2021, to: 2024-07 }\n    - { name: Jo Lee, from: 2024-07-05 }\n',
  );
  expect(messages).toEqual([]);
  expect(value.offices).toEqual([
    {
      name: 'Minister for Homes',
      also: ['homes minister'],
      holders: [
        { name: 'Ann Okoro', from: '2021', to: '2024-07' },
        { name: 'Jo Lee', from: '2024-07-05', to: null },
      ],
    },
  ]);
});

test.each([
  [
    'somebody who goes before they come',
    'Chair: { holders: [{ name: A, from: 2025, to: 2024-12 }] }',
    '1:20',
    /no earlier than `from`/u,
  ],
  [
    'a date that there is not',
    'Chair: { holders: [{ name: A, from: 2025-13 }] }',
    '1:37',
    /a year, a month or a day/u,
  ],
  ['somebody without a name', 'Chair: { holders: [{ from: 2025 }] }', '1:20', /name/u],
  ['an office without holders', 'Chair: { also: Head }', '1:1', /holders/u],
  ['a name in place of holders', 'Chair: Ann Okoro', '1:8', /keys, such as/u],
  ['a key that there is not', 'Chair: { holder: [] }', '1:10', /holders/u],
])('%s is told', async (_, text, at, words) => {
  const { messages } = await loaded(`${text}\n`);
  const [first] = messages;
  expect(showPlace(first?.place ?? startOf(''))).toBe(`${FILE}:${at}`);
  expect(`${first?.text} ${first?.remedy}`).toMatch(words);
});

test.each(['', '# Nobody yet\n'])('there may be no office: %j', async (text) => {
  const { value, messages } = await loaded(text);
  expect(messages).toEqual([]);
  expect(value.offices).toEqual([]);
});
