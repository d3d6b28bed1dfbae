import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { expect, test } from 'vitest';
import { READING } from '../../src/diagnostics/reading.ts';
import { RULES } from '../../src/rules/rules.ts';

const rules = new Set<string>(
  Object.values(RULES)
    .flat()
    .map(({ id }) => id),
);

test('what is read badly and what is judged have no id in common', () => {
  expect([...READING]).toEqual([...new Set(READING)].toSorted());
  expect(READING.filter((id) => rules.has(id) || id.startsWith('pdf-'))).toEqual([]);
});

test('nothing is in the list of what can be read badly that no reader says', () => {
  const readers = globSync('src/{load,render,pictures,model,site}/**/*.ts')
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const isSaid = (id: string) => readers.includes(`'${id}'`) || /^(?:unknown|duplicate)-/u.test(id);
  expect(READING.filter((id) => !isSaid(id))).toEqual([]);
});
