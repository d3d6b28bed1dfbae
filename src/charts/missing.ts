import type { Element } from 'hast';
import type { Series } from '../model/chart.ts';
import { LINE } from './labels.ts';
import { text } from './svg.ts';

/** The places that a drawing can't show, with why, one below the other. */
export const missingNames = (
  series: readonly Pick<Series, 'name' | 'points'>[],
  { x, y }: { readonly x: number; readonly y: number },
): readonly Element[] =>
  series.map(({ name, points }, index) =>
    text(`${name}: ${points.at(-1)?.shown ?? ''}`, { x, y: y + (index + 1) * LINE, classes: ['missing'] }),
  );
