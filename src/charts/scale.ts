import { scaleLinear } from 'd3-scale';
import type { Chart, Series } from '../model/chart.ts';

/** From a figure to a length. */
export type Scale = (value: number) => number;

/** All figures of some series that are there. */
export const valuesOf = (series: readonly Series[]): readonly number[] =>
  series.flatMap(({ points }) => points.flatMap(({ value }) => value ?? []));

/** From the least to the largest of figures, with zero; where all are nothing, each has the length of nothing. */
const domainOf = (values: readonly number[]): readonly [number, number] => {
  const [least, largest] = [Math.min(0, ...values), Math.max(0, ...values)];
  return [least, least === largest ? 1 : largest];
};

/** A scale that begins at zero, or has it within where figures are below it: a length says how much. */
export const fromZero = (values: readonly number[], range: readonly [number, number]): Scale =>
  scaleLinear(domainOf(values), range);

/** The same up to the next round number, with the numbers at which lines are drawn. */
export const withTicks = (
  values: readonly number[],
  range: readonly [number, number],
): { readonly scale: Scale; readonly ticks: readonly number[] } => {
  const scale = scaleLinear(domainOf(values), range).nice(3);
  return { scale, ticks: scale.ticks(3) };
};

/** The figures of one time of a chart, those of its own places and of others. */
export const latest = ({ series }: Pick<Chart, 'series'>) =>
  series.flatMap(({ name, own, points }) => {
    const point = points.at(-1);
    return point ? [{ name, own, ...point }] : [];
  });
