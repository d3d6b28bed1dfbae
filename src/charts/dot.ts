import type { Chart, Series } from '../model/chart.ts';
import type { Element } from 'hast';
import { nameAbove } from './labels.ts';
import { fromZero, valuesOf, type Scale } from './scale.ts';
import { dot, rule, text, type Drawing } from './svg.ts';

const ROW = 2.5;
const [START, END] = [1, 82];

/** A dot for each place at the latest time, with smaller ones for the times before: on one scale that has zero on it. */
export const drawDots = ({ series }: Chart): Drawing => {
  const scale = fromZero(valuesOf(series), [START, END]);
  let height = 0;
  const children = series.flatMap((one) => {
    const { label, more } = nameAbove(one.name, height, [one.own ? 'own' : 'other']);
    const drawn = drawRail(one, height + more + 1.55, scale);
    height += ROW + more;
    return [label, ...drawn];
  });
  return { height, children };
};

/** A place's dots on a rail that leads to the last of them, with the latest figure behind it. */
const drawRail = ({ own, points }: Series, middle: number, scale: Scale): readonly Element[] => {
  const classes = [own ? 'own' : 'other'];
  const earlier = points.slice(0, -1).flatMap(({ value }) => (value === null ? [] : [scale(value)]));
  const last = points.at(-1);
  const at = last === undefined || last.value === null ? [] : [scale(last.value)];
  const all = [...earlier, ...at];
  const end = Math.max(START, ...all);
  return [
    ...(all.length ? [rule([START, middle], [end, middle], 'rail')] : []),
    ...earlier.map((x) => dot(x, middle, 0.2, 'before', ...classes)),
    ...at.map((x) => dot(x, middle, 0.4, ...classes)),
    text(last?.shown ?? '', {
      x: all.length ? end : 0,
      y: middle + 0.35,
      dx: all.length ? 0.65 : 0,
      classes: at.length ? ['value', ...classes] : ['missing'],
    }),
  ];
};
