import type { SumShown } from '../model/evidence.ts';
import { inThousands } from '../model/decimal.ts';
import type { Passage } from '../model/passage.ts';
import { namedInSum, readSum } from '../model/sum.ts';

/** The sum of a passage with the values of those that it names in place of their ids; null where one of them may not be shown. */
export const sumShown = (
  { attributes: { derived = '', value, unit = '', figure = '' } }: Passage,
  passages: ReadonlyMap<string, Passage>,
  maySee: (passage: Passage) => boolean,
): SumShown | null => {
  const sum = readSum(derived);
  if ('expected' in sum) return null;
  const named = namedInSum(sum).map(({ id }) => passages.get(id));
  if (!named.every((one) => one && maySee(one))) return null;
  const valueOf = (id: string): string => {
    const { value: amount = '', unit: counted = '' } = passages.get(id)?.attributes ?? {};
    return inUnit(amount, counted);
  };
  const terms = printed(derived).replaceAll(/@([a-z0-9-]+)/gu, (_, id: string) => valueOf(id));
  return { terms, result: value === undefined ? figure : inUnit(value, unit) };
};

/** e.g. `74,380 (homes)`. */
const inUnit = (value: string, unit: string): string => `${inThousands(value)} (${unit})`;

/** With the signs of print: `−`, `×`. */
const printed = (sum: string): string => sum.replaceAll(/(?<=\s)-(?=\s)/gu, '−').replaceAll('*', '×');
