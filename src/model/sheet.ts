import type { PageBox } from './template.ts';

/** Width and height of upright sheets in millimetres (ISO 216). */
const SHEETS = { A3: [297, 420], A4: [210, 297], A5: [148, 210], A6: [105, 148] } as const;

/** Millimetres in a unit. */
const UNITS: Readonly<Record<string, number>> = { mm: 1, cm: 10, in: 25.4, pt: 25.4 / 72 };

/** Width and height of a page, in millimetres. */
export const sheetOf = ({
  size,
  orientation,
}: Pick<PageBox, 'size' | 'orientation'>): { width: number; height: number } => {
  const [short, long] = SHEETS[size];
  return orientation === 'portrait' ? { width: short, height: long } : { width: long, height: short };
};

/** The width and height between the margins of a page, in millimetres; 0 or less where the margins leave nothing. */
export const contentBox = ({ size, orientation, margin }: PageBox): { width: number; height: number } => {
  const { width, height } = sheetOf({ size, orientation });
  const lengths = margin
    .split(/\s+/u)
    .map((length) => Number.parseFloat(length) * (UNITS[length.replace(/[\d.]+/u, '')] ?? 1));
  const [top = 0, right = top, bottom = top, left = right] = lengths;
  return { width: rounded(width - left - right), height: rounded(height - top - bottom) };
};

/** The sheet that two pages of a size make. */
const NEXT = { A4: 'A3', A5: 'A4', A6: 'A5' } as const;

/** Width and height in millimetres of the sheet that takes two pages: lying, where they stand upright. */
export const sheetOfTwo = (
  size: keyof typeof NEXT,
  orientation: PageBox['orientation'],
): { width: number; height: number } => {
  const [short, long] = SHEETS[NEXT[size]];
  return orientation === 'portrait' ? { width: long, height: short } : { width: short, height: long };
};

const rounded = (millimetres: number): number => Number(millimetres.toFixed(3));
