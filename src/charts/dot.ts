import type { Chart } from '../model/chart.ts';
import { fromZero, valuesOf } from './scale.ts';
import { dot, rule, text, type Drawing } from './svg.ts';

const ROW = 2.5;
const [START, END] = [1, 82];

/** A dot for each place at the latest time, with smaller ones for the times before: on one scale that has zero on it. */
export const drawDots = ({ series }: Chart): Drawing => {
  const scale = fromZero(valuesOf(series), [START, END]);
  const children = series.flatMap(({ name, own, points }, index) => {
    const middle = index * ROW + 1.55;
    const classes = [own ? 'own' : 'other'];
    const earlier = points.slice(0, -1).flatMap(({ value }) => (value === null ? [] : [scale(value)]));
    const last = points.at(-1);
    const label = text(name, { x: 0, y: index * ROW + 0.85, classes });
    const rail = rule([START, middle], [END, middle], 'rail');
    const before = earlier.map((x) => dot(x, middle, 0.2, 'before', ...classes));
    if (!last) return [label, rail];
    const at = last.value === null ? null : scale(last.value);
    const rightmost = Math.max(at ?? scale(0), ...earlier);
    return [
      label,
      rail,
      ...before,
      ...(at === null ? [] : [dot(at, middle, 0.4, ...classes)]),
      text(last.shown, {
        x: rightmost,
        y: middle + 0.35,
        dx: 0.65,
        classes: at === null ? ['missing'] : ['figure', ...classes],
      }),
    ];
  });
  return { height: series.length * ROW, children };
};
