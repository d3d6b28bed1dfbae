import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { MarkFilter } from '../../src/secrecy/mark-filter.ts';

const mark = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });

test('lets through each mark that was added, and few others', () => {
  fc.assert(
    fc.property(fc.array(mark, { maxLength: 200 }), fc.array(mark, { maxLength: 200 }), (added, others) => {
      const filter = new MarkFilter();
      for (const one of added) filter.add(one);
      const found = filter.candidates(Int32Array.from([...added, ...others]));
      expect(found.slice(0, added.length)).toEqual(added);
      const isNear = (one: number) => added.some((known) => known >>> 12 === one >>> 12);
      expect(found.slice(added.length)).toEqual(others.filter(isNear));
    }),
  );
});
