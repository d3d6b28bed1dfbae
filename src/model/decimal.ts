/** Decimal numbers as they are written: floating point has no 0.1. */

/** A number in the only way that tables write it, e.g. `-1234.5`. */
export const DECIMAL = /^-?\d{1,15}(?:\.\d{1,10})?$/u;

const PLACES = 10;

/** Every number that `DECIMAL` admits as a whole number of the smallest units. */
const units = (written: string): bigint => {
  const [whole = '', part = ''] = written.split('.');
  return BigInt(whole + part.padEnd(PLACES, '0'));
};

/** Less than 0 where the first is the smaller, 0 where they are the same. */
export const compareDecimals = (one: string, other: string): number => {
  const [a, b] = [units(one), units(other)];
  return a < b ? -1 : a > b ? 1 : 0;
};

/** Whether two numbers are no further apart than a third. */
export const isWithin = (one: string, other: string, reach: string): boolean => {
  const apart = units(one) - units(other);
  return (apart < 0n ? -apart : apart) <= units(reach);
};

/** Half a unit of the last decimal that is shown: `0.05` for one decimal. */
export const halfUnit = (decimals: number): string => (decimals ? `0.${'0'.repeat(decimals)}5` : '0.5');

/** A number as it is read, with a comma at each thousand and a true minus: `−1,234.5`. */
export const inThousands = (written: string): string => {
  const [whole = '', ...part] = written.replace('-', '−').split('.');
  return [whole.replace(/\B(?=(?:\d{3})+$)/gu, ','), ...part].join('.');
};
