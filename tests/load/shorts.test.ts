import { expect, test } from 'vitest';
import { baseProject } from '../project.ts';
import { said } from './said.ts';

const FILE = 'sources/packs/bill.yaml';
const OTHER = 'sources/packs/other.yaml';

/** The base project with a second pack of a short name, in which something else may be wrong. */
const faults = (short: string, date = '2025-01-16') => {
  const contents = baseProject();
  const bill = contents[FILE] ?? '';
  const other = bill.replace('short: bill\n', short).replace('date: 2025-01-16', `date: ${date}`);
  return said({ ...contents, [FILE]: bill.replace('short: bill', 'short: one'), [OTHER]: other });
};

test('two packs with one short name are refused at the second, which names the first', async () => {
  expect(await faults('short: one\n')).toEqual([
    {
      line: `${OTHER}:2:8 same-short`,
      words: expect.stringContaining('the short name `one` already: both would have one address'),
      related: [`${FILE}:2:8`],
    },
  ]);
});

test('that is said though the second has another fault', async () => {
  const lines = (await faults('short: "one"\n', 'soon')).map(({ line }) => line);
  expect(lines).toEqual([`${OTHER}:2:8 same-short`, `${OTHER}:3:7 bad-value`]);
});

test.each([
  ['mp-pack', 'sources/packs/mp-pack.yaml', 'Another pack is called `mp-pack`: both would have one address'],
  ['evidence', null, '`evidence` is a name that despatch needs itself'],
  ['404', null, '`404` is a name that despatch needs itself'],
])('the address %s, which another page has, is refused where it is written', async (short, pack, words) => {
  const contents = baseProject();
  const bill = contents[FILE] ?? '';
  const more = pack ? { [pack]: bill.replace('short: bill\n', '') } : {};
  expect(
    await said({ ...contents, ...more, [FILE]: bill.replace('short: bill', `short: ${short}`) }),
  ).toEqual([
    {
      line: `${FILE}:2:8 ${pack ? 'same-short' : 'reserved-name'}`,
      words: expect.stringContaining(words),
      related: pack ? [`${pack}:1:1`] : [],
    },
  ]);
});

test.each(['evidence', 'sources', 'topics', 'search'])(
  'no pack is called %s as a part of the site',
  async (name) => {
    const contents = baseProject();
    const { [FILE]: bill = '', ...others } = contents;
    const file = `sources/packs/${name}.yaml`;
    const lines = await said({ ...others, [file]: bill });
    expect(lines.map(({ line }) => line)).toEqual([`${file}:1:1 reserved-name`]);
  },
);

test('a pack whose short name is that of its file is as it should be', async () => {
  expect(await said(baseProject())).toEqual([]);
});

test('packs with different short names, or with none, are as they should be', async () => {
  expect(await faults('short: other\n')).toEqual([]);
  expect(await faults('')).toEqual([]);
});
