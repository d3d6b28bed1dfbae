import { memo } from '../model/memo.ts';
import type { Column } from '../model/table.ts';
import { sortOf } from '../model/unit.ts';

/**
 * A number as readers see it: rounded to the column's decimals, halves away from zero, with commas between thousands and the
 * sign of its unit, e.g. `£1,234`, `-0.5%`.
 */
export const showNumber = (
  written: string,
  { unit, decimals }: Pick<Column, 'unit' | 'decimals'>,
): string => {
  const { before, after } = sortOf(unit);
  // As text it is read as the decimal that it is; what rounds to nothing has no sign.
  const shown = formatFor(decimals).format(written as `${number}`);
  const [, sign = '', digits = ''] = /^(-?)(.*)$/u.exec(shown) ?? [];
  return `${sign}${before}${digits}${after}`;
};

const FORMATS = new Map<number, Intl.NumberFormat>();

const formatFor = (decimals: number): Intl.NumberFormat =>
  memo(
    FORMATS,
    decimals,
    () =>
      new Intl.NumberFormat('en-GB', {
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
        signDisplay: 'negative',
      }),
  );
