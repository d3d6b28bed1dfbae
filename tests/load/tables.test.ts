import { expect, test } from 'vitest';
import { tableOf } from '../../src/load/tables.ts';
import { FRESH } from '../../src/world/readings.ts';
import { memoryFiles } from '../project.ts';
import { COUNCILS_CSV, COUNCILS_YAML } from '../tables.ts';

const PATHS = { csv: 'sources/data/councils.csv', yaml: 'sources/data/councils.yaml' };

const read = async (csv: string, yaml = COUNCILS_YAML, { csv: at, yaml: beside } = PATHS) => {
  const files = memoryFiles({ [at]: csv, [beside]: yaml });
  return (await tableOf(files, FRESH, { csv: at, yaml: beside })).value;
};

test('a table is read once while its files are as they were', async () => {
  expect(await read(COUNCILS_CSV)).toBe(await read(COUNCILS_CSV));
});

test.each([
  ['a number', () => read(COUNCILS_CSV.replace('303.9', '304.9'))],
  ['a description', () => read(COUNCILS_CSV, COUNCILS_YAML.replace('Vacancy rate', 'Vacancies'))],
  [
    'a name',
    () => read(COUNCILS_CSV, COUNCILS_YAML, { csv: 'sources/data/c.csv', yaml: 'sources/data/c.yaml' }),
  ],
])('where %s is another, it is another table', async (_, other) => {
  const first = await read(COUNCILS_CSV);
  expect(await other()).not.toEqual(first);
});
