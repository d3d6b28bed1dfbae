import { expect, test } from 'vitest';
import { source } from '../loaded.ts';
import { baseProject } from '../project.ts';
import { said } from './said.ts';

const SOURCE = 'sources/library/okoro-2025.md';
const PACK = 'sources/packs/bill.yaml';

const statistic = (id: string, text: string) =>
  `\n::::statistic{#${id} period=2024 area=England unit=children}\n${text}\n::::\n`;

/** A library of these passages besides the base project's, more of another source, and a pack that names these as facts. */
const project = (passages: string, named: string, others = '') => {
  const base = baseProject();
  return {
    ...base,
    [SOURCE]: `${base[SOURCE]}${passages}`,
    'sources/library/other-2024.md': source('2024', others),
    [PACK]: (base[PACK] ?? '').replace('[investigations-growth]', `[${named}]`).replace('max: 2', 'max: 4'),
  };
};

/** An ask that leads to a passage, and so names it without naming it beside others. */
const naming = (id: string) => `\n::::ask{#ask-${id} to=Leeds}\nSee [it](#${id}).\n::::\n`;

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

test.each([
  [
    'nothing names it, though a named one is spelled alike and has the words too',
    naming('homes-2023') + statistic('homes-2023', 'From 2023 to 2024 homes closed.'),
    'homes-2024',
    statistic('places-lost', 'In 2024 homes closed.'),
    'places-lost',
  ],
  [
    'it has the words, though another is spelled alike and stands beside',
    statistic('growth-of-hopes-x', 'Some text.') + naming('okoro-on-help'),
    'homes-growing-xy, investigations-growth',
    statistic('places', 'Homes were growing by xyz.'),
    'places',
  ],
  [
    'it stands beside the others, where another has the words as well',
    statistic('one', 'Some visits.') + naming('okoro-on-help'),
    'visits, investigations-growth',
    statistic('two', 'More visits.'),
    'one',
  ],
])('one of another source: %s', async (_name, passages, named, others, meant) => {
  const [found] = await said(project(passages, named, others));
  expect(found?.words).toMatch(new RegExp(`Did you mean \`${meant}\``));
});

test('a slip of the pen means the passage that it is a mistake of, though others name that', async () => {
  const [found] = await said(
    project(
      statistic('homes', 'Some.') + statistic('spare', 'More.') + naming('homes'),
      'hoems, investigations-growth',
    ),
  );
  expect(found?.words).toMatch(/Did you mean `homes` \(/);
});

test('what is named beside it is not meant', async () => {
  const [found] = await said(
    project(statistic('homes', 'Some.') + naming('okoro-on-help'), 'homes, hoems, investigations-growth'),
  );
  expect(found?.words).not.toMatch(/Did you mean `homes` \(/);
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
