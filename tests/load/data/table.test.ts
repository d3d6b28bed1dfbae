import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Table } from '../../../src/model/table.ts';
import { memoryFiles, type Contents } from '../../project.ts';
import { COUNCILS_CSV, COUNCILS_YAML, SEATS_CSV, SEATS_YAML, withTables } from '../../tables.ts';
import { loadShared } from '../../readings.ts';
import { said } from '../said.ts';

const CSV = 'sources/data/councils.csv';
const YAML = 'sources/data/councils.yaml';

const read = async (over: Contents = {}) => loadShared(memoryFiles(withTables(over)));

const tableOf = async (over: Contents = {}, id = 'councils'): Promise<Table> => {
  const { value, messages } = await read(over);
  expect(messages).toEqual([]);
  const table = value.tables.get(id);
  if (!table) throw new Error(`no table ${id}`);
  return table;
};

describe('a table', () => {
  test('has its recipients by key, with what stands in their rows by period', async () => {
    const { rows, columns, bad } = await tableOf();
    expect([...rows.values()].map(({ key, name, nation, place }) => [key, name, nation, place.line])).toEqual(
      [
        ['E1', 'Hull, City of', 'England', 6],
        ['E2', "King's Lynn", 'England', 8],
        ['E3', 'Ynys Môn', 'England', 10],
      ],
    );
    expect([...(rows.get('E1')?.records.keys() ?? [])]).toEqual(['2024', '2023']);
    expect([...(columns.get('vacancy_rate')?.cells ?? [])]).toEqual([
      ['2023', 0],
      ['2024', 0],
    ]);
    expect(bad).toEqual([]);
  });

  test('holds one map for all rows that are joined to nothing, and one where nothing is compared', async () => {
    const alone = COUNCILS_YAML.slice(0, COUNCILS_YAML.indexOf('compare:'));
    const { rows } = await tableOf({ [YAML]: alone });
    const [first, second] = [...rows.values()];
    expect([first?.joined, first?.compared]).toEqual([new Map(), new Map()]);
    expect(first?.joined).toBe(second?.joined);
    expect(first?.compared).toBe(second?.compared);
  });

  test('knows what each row is compared with', async () => {
    const { rows, comparisons } = await tableOf();
    const names = (key: string) =>
      [...(rows.get(key)?.compared ?? [])].map(([id, others]) => [
        id,
        others.map((other) => (comparisons.get(id)?.rows ?? rows).get(other)?.name),
      ]);
    expect(names('E1')).toEqual([
      ['england', ['England']],
      ['region', ['North']],
      ['neighbours', ["King's Lynn", 'Ynys Môn']],
    ]);
    expect(names('E3').at(-1)).toEqual(['neighbours', []]);
  });

  test('may hold all periods in a row, and be joined to another', async () => {
    const { rows, columns } = await tableOf({}, 'seats');
    expect([...(columns.get('children')?.cells ?? [])]).toEqual([
      ['2023', 0],
      ['2024', 1],
    ]);
    expect(
      [...rows.values()].map(({ nation, salutation, role, joined }) => [
        nation,
        salutation,
        role,
        joined.get('council')?.key,
      ]),
    ).toEqual([
      ['England', 'Ann Ross', 'Dr', 'E1'],
      ['Wales', 'Siân Rhys', 'Rt Hon', undefined],
    ]);
  });

  test.each([
    ['a byte order mark', `\uFEFF${COUNCILS_CSV}`],
    ['line ends of Windows', COUNCILS_CSV.replaceAll('\n', '\r\n')],
    ['line ends of both sorts', COUNCILS_CSV.replace('\n', '\r\n')],
    ['empty lines, and lines of commas', COUNCILS_CSV.replaceAll('\n', '\n\n,,,,,,,\n')],
    ['blanks around values', COUNCILS_CSV.replaceAll(',17.3', ', 17.3 ')],
    ['quotation marks around all', COUNCILS_CSV.replace(/(?<=^|,)([^",\n]*)(?=,|$)/gmu, '"$1"')],
    ['no-break spaces', COUNCILS_CSV.replace('Ynys Môn', 'Ynys\u00a0Môn')],
    ['columns without a name', COUNCILS_CSV.replaceAll('\n', ',,\n')],
  ])('reads the same with %s', async (_name, csv) => {
    const plain = ({ rows }: Table) =>
      [...rows.values()].map(({ key, name, records }) => [
        key,
        name,
        [...records].map(([period, cells]) => [period, cells.slice(0, 8)]),
      ]);
    expect(plain(await tableOf({ [CSV]: csv }))).toEqual(plain(await tableOf()));
  });

  test('has no row for a line of commas', async () => {
    const csv = SEATS_CSV.replaceAll('\n', '\n\n,,,,,,\n');
    expect((await tableOf({ 'sources/data/seats.csv': csv }, 'seats')).rows.size).toBe(2);
  });

  test('writes school years as they are spoken', async () => {
    const csv = COUNCILS_CSV.replaceAll('2024,', '202324,').replaceAll('2023,', '202223,');
    const { columns } = await tableOf({ [CSV]: csv });
    expect([...(columns.get('headcount')?.cells.keys() ?? [])]).toEqual(['2022-23', '2023-24']);
  });

  test('takes no sign for a missing value for a role, or for the key of another table', async () => {
    const yaml = `${SEATS_YAML}missing: { x: not known }\n`;
    const csv = SEATS_CSV.replace('Rt Hon,5,,', 'x,5,,x');
    const { rows } = await tableOf(
      { 'sources/data/seats.csv': csv, 'sources/data/seats.yaml': yaml },
      'seats',
    );
    expect([rows.get('W1')?.role, rows.get('W1')?.joined.size]).toEqual([null, 0]);
  });

  test('leaves out the rows that its description names, whatever is wrong with them', async () => {
    const yaml = `${COUNCILS_YAML}leave-out: { E3: one worker }\n`;
    const { leftOut, bad } = await tableOf({ [YAML]: yaml, [CSV]: COUNCILS_CSV.replace(',x,', ',1%,') });
    expect([...leftOut]).toEqual([['E3', 'one worker']]);
    expect(bad).toEqual([]);
  });
});

/** A change to one file of the tables. */
interface Case {
  readonly find: string;
  readonly wrong: string;
  /** `line:column rule` in that file, or a whole place. */
  readonly says: string;
  /** What it says, its remedy included. */
  readonly like: RegExp;
  readonly related?: string;
}

const faults = (file: string, written: string, cases: Record<string, Case>): void => {
  describe(`faults of ${file}`, () => {
    test.each(Object.entries(cases))('%s', async (_name, { find, wrong, says, like, related }) => {
      expect(written.split(find)).toHaveLength(2);
      const found = await said(withTables({ [file]: written.replace(find, () => wrong) }));
      expect(found.map(({ line }) => line)).toEqual([/^\d/u.test(says) ? `${file}:${says}` : says]);
      expect(found[0]?.words).toMatch(like);
      expect(found[0]?.related).toEqual(related ? [`${file}:${related}`] : []);
    });
  });
};

const HULL = '2024,Council,North,E1,"Hull, City of",3.5,303.9,E2;E3';

faults(CSV, COUNCILS_CSV, {
  'a quotation mark that is not closed': {
    find: '"Hull, City of",3.5',
    wrong: '"Hull, City of,3.5',
    says: '6:23 csv-quotes',
    like: /around a part of this value/,
  },
  'a quotation mark that is not closed by the end': {
    find: 'Ynys Môn,c',
    wrong: 'Ynys Môn,"c',
    says: '11:32 csv-quotes',
    like: /opens here is not closed/,
  },
  'a row of more cells than the head': {
    find: '"Hull, City of",3.5',
    wrong: 'Hull, City of,3.5',
    says: '6:47 row-width',
    like: /9 cells; the head has 8.*quotation marks/,
  },
  'a row of fewer cells': {
    find: '2024,Council,North,E3,Ynys Môn,x,0,',
    wrong: '2024,Council,North,E3,Ynys Môn,x',
    says: '10:32 row-width',
    like: /6 cells; the head has 8/,
  },
  'a column twice': {
    find: 'vacancies,staff',
    wrong: 'vacancies,year',
    says: '1:42 column-twice',
    like: /`year` is there already/,
    related: '1:1',
  },
  'semicolons between columns': {
    find: COUNCILS_CSV,
    wrong: 'code;name\nE1;Hull\n',
    says: '1:5 csv-separator',
    like: /separated by `;`; expected commas.*CSV UTF-8/,
  },
  'tabs between columns': {
    find: COUNCILS_CSV,
    wrong: 'code\tname\nE1\tHull\n',
    says: '1:5 csv-separator',
    like: /separated by a tab/,
  },
  'an empty file': { find: COUNCILS_CSV, wrong: '', says: '1:1 empty-table', like: /The table is empty/ },
  'a head alone': { find: COUNCILS_CSV, wrong: 'a,b\n', says: '1:1 empty-table', like: /no rows/ },
  'a key twice for a period': {
    find: '2024,Council,North,E2',
    wrong: '2024,Council,North,E1',
    says: '8:20 row-twice',
    like: /`E1` has a row for 2024 already/,
    related: '6:20',
  },
  'a row without a key': {
    find: HULL,
    wrong: HULL.replace('E1', ''),
    says: '6:20 row-key',
    like: /no key/,
  },
  'a row without a name': {
    find: HULL,
    wrong: HULL.replace('"Hull, City of"', '" "'),
    says: '6:23 row-key',
    like: /no name/,
  },
  'a number with a comma': {
    find: '1234.6',
    wrong: '"1,234.6"',
    says: '8:40 bad-cell',
    like: /`headcount` is `1,234.6`; expected a number.*Write `1234.6`/,
  },
  'a number with a sign of per cent': {
    find: '3.5',
    wrong: '3.5 %',
    says: '6:39 bad-cell',
    like: /`vacancy_rate` is `3.5 %`.*Write `3.5`/,
  },
  'a number of pounds': { find: '1234.6', wrong: '£1234.6', says: '8:40 bad-cell', like: /Write `1234.6`/ },
  'a minus of print': { find: '1234.6', wrong: '−5', says: '8:40 bad-cell', like: /Write `-5`/ },
  'a number as programs write it': {
    find: '1234.6',
    wrong: '1.2E+05',
    says: '8:40 bad-cell',
    like: /Write a number/,
  },
  'a sign that is not explained': {
    find: ',x,',
    wrong: ',z,',
    says: '10:32 bad-cell',
    like: /`vacancy_rate` is `z`.*`missing: \{ z: … \}`/,
  },
  'a percentage over 100': {
    find: ',3.5,',
    wrong: ',103.5,',
    says: '6:39 bad-cell',
    like: /from 0 to 100.*`% change`/,
  },
  'a percentage below 0': { find: ',3.5,', wrong: ',-3.5,', says: '6:39 bad-cell', like: /from 0 to 100/ },
  'a time that is none': {
    find: HULL,
    wrong: HULL.replace('2024', 'last year'),
    says: '6:1 bad-period',
    like: /`last year` is no period/,
  },
  'a row whose region is none': {
    find: HULL,
    wrong: HULL.replace('North', 'Nroth'),
    says: '6:14 comparison-row',
    like: /`E1` can’t be compared with `region`/,
  },
  'a neighbour that there is not': {
    find: HULL,
    wrong: HULL.replace('E2;E3', 'E2 E3'),
    says: '6:49 unknown-row',
    like: /No row has the key `E2 E3`.*semicolons/,
  },
  'two rows of the nation': {
    find: '2023,National,,,,18.9',
    wrong: '2024,National,,,,18.9',
    says: '3:1 comparison-row',
    like: /`england` finds a second row for 2024/,
    related: '2:1',
  },
  'a wrong number of the nation': {
    find: '17.3,34328.2',
    wrong: '17.3,"34,328.2"',
    says: '2:23 bad-cell',
    like: /Write `34328.2`/,
  },
});

faults(YAML, COUNCILS_YAML, {
  'a column that there is not': {
    find: 'column: vacancies',
    wrong: 'column: vacancy',
    says: '11:27 unknown-column',
    like: /has no column `vacancy` Did you mean `vacancies`/,
  },
  'a column of conditions that there is not': {
    find: 'rows: { level: Council }',
    wrong: 'rows: { levle: Council }',
    says: '8:9 unknown-column',
    like: /Did you mean `level`/,
  },
  'a key that there is not': {
    find: 'key: code',
    wrong: 'key: codes',
    says: '4:6 unknown-column',
    like: /Did you mean `code`/,
  },
  'no row that is a recipient': {
    find: 'rows: { level: Council }',
    wrong: 'rows: { level: council }',
    says: '8:1 empty-table',
    like: /No row .* is a recipient/,
  },
  'no row of the nation': {
    find: 'row: { level: National }',
    wrong: 'row: { level: Nation }',
    says: '14:3 comparison-row',
    like: /No row .*`england` asks for/,
  },
  'a comparison without anything': {
    find: '{ column: neighbours }',
    wrong: '{ name: Others }',
    says: '16:3 contradiction',
    like: /either `row` or `column`/,
  },
  'a comparison without a name': {
    find: '{ name: England, row: { level: National } }',
    wrong: '{ row: { level: National } }',
    says: 'sources/data/councils.csv:2:17 comparison-row',
    like: /has no name/,
  },
  'a column without figures': {
    find: 'column: staff, ',
    wrong: '',
    says: '12:3 contradiction',
    like: /either `column` or `columns`/,
  },
  'a period of its own in a table by periods': {
    find: 'unit: people',
    wrong: 'unit: people, period: 2024',
    says: '12:3 contradiction',
    like: /a row for each period/,
  },
  'a column called as what every table has': {
    find: '  headcount:',
    wrong: '  name:',
    says: '12:3 reserved-name',
    like: /every table has/,
  },
  'a source that there is not': {
    find: 'source: okoro-2025',
    wrong: 'source: okoro-2024',
    says: '2:9 unknown-source',
    like: /Did you mean `okoro-2025`/,
  },
  'figures without a source': {
    find: 'source: okoro-2025\n',
    wrong: '',
    says: '10:3 missing-key',
    like: /`vacancy_rate`, and 1 more, have no source/,
  },
  'a row to be left out that there is not': {
    find: 'missing:',
    wrong: 'leave-out: { E9: too few }\nmissing:',
    says: '9:14 unknown-row',
    like: /has the key `E9`/,
  },
  'a nation in two ways': {
    find: 'nation: England',
    wrong: 'nation: { all: England, code: code }',
    says: '6:1 contradiction',
    like: /nation: England/,
  },
  'an unknown key': {
    find: 'locator: table 2',
    wrong: 'locators: table 2',
    says: '3:1 unknown-key',
    like: /Did you mean `locator`/,
  },
});

faults('sources/data/seats.csv', SEATS_CSV, {
  'a joined row that there is not': {
    find: '10,12,E1',
    wrong: '10,12,E9',
    says: '2:50 joined-row',
    like: /`councils` has no row with the key `E9`/,
  },
  'a code of no nation': {
    find: 'W1,',
    wrong: 'X1,',
    says: '3:1 row-nation',
    like: /`X1` is no code of a nation/,
  },
  'a key twice': {
    find: 'W1,',
    wrong: 'E8,',
    says: '3:1 row-twice',
    like: /`E8` has a row already/,
    related: '2:1',
  },
});

faults('sources/data/seats.yaml', SEATS_YAML, {
  'a joined table that there is not': {
    find: 'table: councils',
    wrong: 'table: council',
    says: '12:21 unknown-table',
    like: /Did you mean `councils`/,
  },
  'figures without a period': {
    find: 'columns: { 2023: old, 2024: new }',
    wrong: 'column: new',
    says: '9:3 contradiction',
    like: /`children` has no period/,
  },
  'a period without a year': {
    find: '2023: old',
    wrong: 'before: old',
    says: '9:26 bad-key',
    like: /begins with its year/,
  },
});

test.each(['xlsx', 'xls', 'ods', 'numbers', 'tsv'])(
  'a table as %s is refused, with the way out',
  async (ending) => {
    const found = await said(withTables({ [`sources/data/homes.${ending}`]: 'x' }));
    expect(found.map(({ line }) => line)).toEqual([`sources/data/homes.${ending}:1:1 file-kind`]);
    expect(found[0]?.words).toMatch(/CSV UTF-8.*`homes\.csv`/u);
  },
);

test.each([
  ['sources/data/homes.csv', /no description beside it.*`sources\/data\/homes\.yaml`/u],
  ['sources/data/homes.yaml', /no table beside it.*`sources\/data\/homes\.csv`/u],
])('%s alone is no table', async (path, like) => {
  const found = await said(withTables({ [path]: 'a: b\n' }));
  expect(found.map(({ line }) => line)).toEqual([`${path}:1:1 missing-file`]);
  expect(found[0]?.words).toMatch(like);
});

test.each([
  ['sources/data/old/homes.csv', 'sources/data/homes.csv'],
  ['sources/data/homes.CSV', 'sources/data/homes.csv'],
  ['sources/data/homes.yml', 'sources/data/homes.yaml'],
])('%s would not be read, and is not passed over in silence', async (path, expected) => {
  const found = await said(withTables({ [path]: '' }));
  expect(found.map(({ line }) => line)).toEqual([`${path}:1:1 file-name`]);
  expect(found[0]?.words).toContain(expected);
});

test('letters of Windows-1252 are told with the way out', async () => {
  const [before = '', after = ''] = COUNCILS_CSV.split('ô');
  const csv = Buffer.concat([Buffer.from(before), Buffer.from([0xf4]), Buffer.from(after)]);
  const found = await said(withTables({ [CSV]: csv }));
  expect(found.map(({ line }) => line)).toEqual([`${CSV}:10:29 not-utf-8`]);
  expect(found[0]?.words).toMatch(/CSV UTF-8/u);
});

test('what is wrong with a row is its own, and costs no other', async () => {
  const csv = COUNCILS_CSV.replace('1234.6', '"1,234"').replace(
    '2023,Council,North,E3',
    '2024,Council,North,E3',
  );
  const { value, messages } = await read({ [CSV]: csv });
  expect(messages.map(({ row }) => row)).toEqual([
    { table: 'councils', key: 'E2' },
    { table: 'councils', key: 'E3' },
  ]);
  const { rows, bad } = value.tables.get('councils') as Table;
  expect([...rows.keys()]).toEqual(['E1']);
  expect(bad.map(({ key, name, place }) => [key, name, place.line])).toEqual([
    ['E2', "King's Lynn", 8],
    ['E3', 'Ynys Môn', 10],
  ]);
});

test('a row that is joined to a faulty one is faulty, of which nothing more is said', async () => {
  const { value, messages } = await read({ [CSV]: COUNCILS_CSV.replace(',3.5,', ',3.5%,') });
  expect(messages.map(({ rule, row }) => [rule, row?.table])).toEqual([['bad-cell', 'councils']]);
  const { rows, bad } = value.tables.get('seats') as Table;
  expect([...rows.keys()]).toEqual(['W1']);
  expect(bad.map(({ key, fault }) => [key, fault])).toEqual([
    ['E8', 'The row `E1` of the table `councils` is faulty'],
  ]);
});

test('many rows with a fault in each are read in time that grows with them', async () => {
  const count = process.env['DESPATCH_LONG'] ? 100_000 : 10_000;
  const rows = Array.from({ length: count }, (_each, at) => `2024,Council,North,C${at},Name ${at},1%,5,`);
  const started = process.cpuUsage().user;
  const { messages } = await read({ [CSV]: [...COUNCILS_CSV.split('\n').slice(0, 6), ...rows].join('\n') });
  expect(messages.length).toBeGreaterThanOrEqual(count);
  // Ten thousand take a fifth of a second; were each held against each other, they would take minutes.
  expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(count / 2500);
}, 60_000);

const REAL = new URL('../../../../shared/data/', import.meta.url);

describe.runIf(existsSync(REAL))('published tables', () => {
  const published = (name: string): string => readFileSync(new URL(name, REAL), 'utf8');

  test('are read whole: workforce', async () => {
    const yaml = `title: Children's social work workforce
source: okoro-2025
key: new_la_code
name: la_name
nation: { code: new_la_code }
period: { column: time_period }
rows: { geographic_level: Local authority }
missing: { u: of low reliability, x: not available, z: not applicable, low: rounds to zero }
columns:
  vacancy_rate: { column: vacancy_rate_fte, label: Vacancy rate, unit: "%" }
  agency_rate: { column: agency_rate_fte, label: Agency workers, unit: "%" }
  absence_rate: { column: absence_rate_fte, label: Absence, unit: "%" }
  headcount: { column: inpost_fte, label: Social workers in post, unit: people }
compare:
  england: { name: England, row: { geographic_level: National } }
  region: { name: { column: region_name }, row: { geographic_level: Regional, region_code: same } }
`;
    const csv = published('childrens-social-workers-2024.csv');
    const { rows, comparisons } = await tableOf({
      [YAML]: yaml,
      [CSV]: csv,
      'sources/data/seats.csv': SEATS_CSV.replace('E1', ''),
    });
    expect(rows.size).toBe(151);
    expect(rows.get('E06000010')?.name).toBe('Kingston upon Hull, City of');
    const [region = ''] = rows.get('E09000033')?.compared.get('region') ?? [];
    expect(comparisons.get('region')?.rows?.get(region)?.name).toBe('Inner London');
  });

  test('are read whole: constituencies', async () => {
    const yaml = 'title: Seats\nkey: PCON25CD\nname: PCON25NM\nnation: { code: PCON25CD }\n';
    const seats = {
      'sources/data/seats.yaml': yaml,
      'sources/data/seats.csv': published('constituencies-2024.csv'),
    };
    const { rows } = await tableOf(seats, 'seats');
    expect(rows.size).toBe(650);
    const inNation = (nation: string) => [...rows.values()].filter((row) => row.nation === nation).length;
    expect(['England', 'Wales', 'Scotland', 'Northern Ireland'].map(inNation)).toEqual([543, 32, 57, 18]);
    expect([...rows.values()].filter(({ name }) => name === 'Ynys Môn')).toHaveLength(1);
  });
});
