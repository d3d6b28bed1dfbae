import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addresseesOf } from '../../src/model/addressees.ts';

const idsOf = (...rows: readonly (readonly [key: string, name: string])[]): readonly string[] =>
  [...addresseesOf(rows.map(([key, name]) => ({ key, name }))).values()].map(({ id }) => id);

describe('what the files of recipients are called', () => {
  test.each([
    ['W07000112', 'Ynys Môn', 'ynys-mon-w07000112'],
    ['E07000146', 'King’s Lynn and West Norfolk', 'kings-lynn-and-west-norfolk-e07000146'],
    ['E06000058', 'Bournemouth, Christchurch and Poole', 'bournemouth-christchurch-and-poole-e06000058'],
    ['E06000014', '../../etc/passwd', 'etc-passwd-e06000014'],
    ['1', 'København', 'kobenhavn-1'],
    ['a b', 'Μέτσοβο', 'a-b'],
    ['☃', '雪', 'recipient'],
  ])('%s, %s', (key, name, id) => {
    expect(idsOf([key, name])).toEqual([id]);
  });

  test('differ for each of them, name no folder, and do not depend on the others’ order', () => {
    const Row = fc.record({
      key: fc.string({ unit: fc.constantFrom('a', 'A', '1', '-', ' ', 'é', '雪', '/', '.') }),
      name: fc.string({ unit: fc.constantFrom('a', 'A', '-', ' ', "'", 'ô', '雪', '/', '.') }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(Row, { selector: ({ key }) => key, maxLength: 30 }), (rows) => {
        const found = addresseesOf(rows);
        const ids = [...found.values()].map(({ id }) => id);
        expect(new Set(ids).size).toBe(rows.length);
        for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u);
        expect(ids).not.toContain('index');
        const turned = addresseesOf(rows.toReversed());
        for (const { key } of rows) expect(turned.get(key)).toEqual(found.get(key));
      }),
    );
  });

  test('are no longer than file systems take', () => {
    const [id = ''] = idsOf(['k'.repeat(300), 'n'.repeat(300)]);
    expect(id.length).toBeLessThan(230);
  });
});
