import type { PageBox } from './project.ts';

/** Width and height of upright sheets in millimetres (ISO 216). */
const SHEETS = { A3: [297, 420], A4: [210, 297], A5: [148, 210], A6: [105, 148] } as const;

/** Millimetres in a unit. */
const UNITS: Readonly<Record<string, number>> = { mm: 1, cm: 10, in: 25.4, pt: 25.4 / 72 };

/** The width and height between the margins of a page, in millimetres; 0 or less where the margins leave nothing. */
export const contentBox = ({ size, orientation, margin }: PageBox): { width: number; height: number } => {
  const [short, long] = SHEETS[size];
  const [width, height] = orientation === 'portrait' ? [short, long] : [long, short];
  const lengths = margin
    .split(/\s+/u)
    .map((length) => Number.parseFloat(length) * (UNITS[length.replace(/[\d.]+/u, '')] ?? 1));
  const [top = 0, right = top, bottom = top, left = right] = lengths;
  return { width: rounded(width - left - right), height: rounded(height - top - bottom) };
};

const rounded = (millimetres: number): number => Number(millimetres.toFixed(3));
