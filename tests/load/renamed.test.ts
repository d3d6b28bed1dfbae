import { expect, test } from 'vitest';
import { baseProject } from '../project.ts';
import { said } from './said.ts';

const SOURCE = 'sources/library/okoro-2025.md';
const PACK = 'sources/packs/bill.yaml';

const statistic = (id: string, text: string) =>
  `\n::::statistic{#${id} period=2024 area=England unit=children}\n${text}\n::::\n`;

/** A library of these passages besides the base project's, and a pack that names these as facts. */
const project = (passages: string, named: string) => {
  const base = baseProject();
  return {
    ...base,
    [SOURCE]: `${base[SOURCE]}${passages}`,
    [PACK]: (base[PACK] ?? '').replace('[investigations-growth]', `[${named}]`).replace('max: 2', 'max: 4'),
  };
};

test.each([
  [
    'one that has its words is meant, not a neighbour by spelling that is named',
    statistic('homes-2023', 'In 2023 there were 5 homes.') +
      statistic('residential-places', 'In 2024 there were 6 homes.'),
    'homes-2023, homes-2024',
    'residential-places',
  ],
  [
    'one whose id keeps a word is meant, not one whose text has it',
    statistic('growth-of-visits', 'Visits grew.') + statistic('visits', 'A growth of visits by 3.'),
    'growth-in-visiting',
    'growth-of-visits',
  ],
  [
    'one that nothing names is meant, of two with its words',
    statistic('visits-old', 'Visits to homes.') + statistic('visits-new', 'Visits to homes.'),
    'visits-old, visits-recent',
    'visits-new',
  ],
  [
    'one that stands beside the others and fits the slot is meant, where no word is left',
    statistic('visits', 'Visits to homes.'),
    'investigations-growth, okoro-on-help, xyzzy',
    'visits',
  ],
  [
    'a mistyped one is meant',
    statistic('visits', 'Visits to homes.') + statistic('homes', 'Homes.'),
    'vsiits',
    'visits',
  ],
])('a passage that is named and not there: %s', async (_name, passages, named, meant) => {
  const [found, ...others] = await said(project(passages, named));
  expect(others).toEqual([]);
  expect(found?.line).toMatch(/unknown-passage$/);
  expect(found?.words).toMatch(
    new RegExp(String.raw`Did you mean \`${meant}\`, which nothing names \(${SOURCE}:\d+:1\)\?`),
  );
});

test('where two fit as well, none is put before the other', async () => {
  const two = statistic('one', 'Some visits.') + statistic('two', 'More visits.');
  const [found] = await said(project(two, 'visits'));
  expect(found?.words).toMatch(/Write `.*`one`.* or `two`/);
});

test('an id that several editions name is said once', async () => {
  const files = project('', 'gone');
  const pack = files[PACK].replace('press: {', 'press: { slots: { facts: { passages: [gone] } },');
  const found = await said({ ...files, [PACK]: pack });
  expect(found.map(({ line, related }) => [line, related])).toEqual([
    [`${PACK}:11:27 unknown-passage`, [`${PACK}:12:41`]],
  ]);
});
