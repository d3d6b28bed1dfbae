import { beforeAll, describe, expect, test } from 'vitest';
import type { FieldRequest } from '../../src/model/field.ts';
import { lackOf } from '../../src/model/lack.ts';
import { figuresOf, recipientOf, recipientsOf, type Tables } from '../../src/model/recipient.ts';
import { loaded } from '../loaded.ts';
import { COUNCILS_YAML, withTables } from '../tables.ts';

let tables: Tables;
beforeAll(async () => {
  const yaml = `${COUNCILS_YAML}leave-out: { E3: one worker }\n`;
  tables = (await loaded(withTables({ 'sources/data/councils.yaml': yaml }))).tables;
});

const request = (name: string, over: Partial<FieldRequest> = {}): FieldRequest => ({
  name,
  period: null,
  of: null,
  compare: null,
  change: null,
  ...over,
});

const asked = (table: string, key: string, name: string, over: Partial<FieldRequest> = {}) => {
  const recipient = recipientOf(tables, table, key);
  if (!recipient) throw new Error(`no recipient ${key}`);
  return figuresOf(recipient, request(name, over)).map(({ value }) => Object.values(value)[0] as string);
};

describe('a recipient', () => {
  test('is a row that is not left out', () => {
    const councils = tables.get('councils');
    expect(councils && recipientsOf(councils).map(({ key }) => key)).toEqual(['E1', 'E2']);
    expect(recipientOf(tables, 'councils', 'E3')).toBeNull();
    expect(recipientOf(tables, 'councils', 'E9')).toBeNull();
  });

  test('has the latest value, those of other periods, and those of others', () => {
    expect(asked('councils', 'E2', 'vacancy_rate')).toEqual(['17.3']);
    expect(asked('councils', 'E2', 'vacancy_rate', { period: '2023' })).toEqual(['12']);
    expect(asked('councils', 'E2', 'vacancy_rate', { of: 'region' })).toEqual(['12.2']);
    expect(asked('councils', 'E2', 'name', { of: 'region' })).toEqual(['North']);
    expect(asked('councils', 'E1', 'vacancy_rate', { of: 'neighbours' })).toEqual(['17.3', 'not available']);
    expect(asked('councils', 'E1', 'name', { of: 'neighbours' })).toEqual(["King's Lynn", 'Ynys Môn']);
  });

  test('has the values of the row that it is joined to, and what that is compared with', () => {
    expect(asked('seats', 'E8', 'council.vacancy_rate')).toEqual(['3.5']);
    expect(asked('seats', 'E8', 'council.name')).toEqual(['Hull, City of']);
    expect(asked('seats', 'E8', 'council.vacancy_rate', { of: 'england' })).toEqual(['17.3']);
    expect(asked('seats', 'W1', 'council.vacancy_rate')).toEqual(['it has no row in `councils`']);
  });

  test('lacks what its row does not hold, and is told why', () => {
    expect(asked('seats', 'W1', 'children')).toEqual(['no value is given']);
    expect(asked('seats', 'E8', 'salutation')).toEqual(['Ann Ross']);
    expect(asked('councils', 'E1', 'salutation')).toEqual(['it has no salutation']);
  });
});

test.each<[string, Partial<FieldRequest>, RegExp | null]>([
  ['vacancy_rate', {}, null],
  ['name', { of: 'region' }, null],
  ['vacancy_rate', { period: '2023', of: 'england' }, null],
  ['vacancy_rat', {}, /no field `vacancy_rat`.*Did you mean `vacancy_rate`/],
  ['council.name', {}, /joined to none called `council`/],
  ['vacancy_rate', { of: 'wales' }, /no comparison `wales`/],
  ['vacancy_rate', { compare: 'region' }, null],
  ['vacancy_rate', { compare: 'neighbours' }, /several.*\{of=neighbours\}` alone/],
  ['vacancy_rate', { of: 'neighbours', change: '2023' }, /several/],
  ['vacancy_rate', { change: '2024' }, /2024 is not before 2024/],
  ['vacancy_rate', { period: '2023', change: '2023' }, /2023 is not before 2023/],
  ['name', { compare: 'region' }, /no number/],
  ['vacancy_rate', { period: '2022' }, /nothing of 2022.*`2023` or `2024`/],
  ['vacancy_rate', { change: '2022' }, /nothing of 2022/],
  ['name', { period: '2023' }, /nothing of 2023.*Take the period out/],
])('what a table lacks for %s %j is told', (name, over, like) => {
  const councils = tables.get('councils');
  if (!councils) throw new Error('no table');
  const lack = lackOf(request(name, over), councils, tables);
  expect(lack && `${lack.text} ${lack.remedy}`).toEqual(like ? expect.stringMatching(like) : null);
});
