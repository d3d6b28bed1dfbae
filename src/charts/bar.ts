import type { Element } from 'hast';
import type { Chart } from '../model/chart.ts';
import { nameAbove } from './labels.ts';
import { fromZero, latest, type Scale } from './scale.ts';
import { across, down, element, rule, text, type Drawing } from './svg.ts';

/** From the top of a name of one line to that of the next. */
const ROW = 2.35;
/** Where a bar begins, below the top of such a name. */
const TOP = 1.1;
const BAR = 0.8;
/** Room for the figure behind the longest bar, and before the longest below zero, in per cent. */
const END = 82;
const START = 22;

/** A bar for each place at the latest time, from zero, with its name above and its figure at its end. */
export const drawBars = (chart: Chart): Drawing => {
  const bars = latest(chart);
  const values = bars.flatMap(({ value }) => value ?? []);
  const scale = fromZero(values, [values.some((value) => value < 0) ? START : 0, END]);
  let height = 0;
  const children = bars.flatMap((bar) => {
    const { label, more } = nameAbove(bar.name, height, [bar.own ? 'own' : 'other']);
    const drawn = drawBar(bar, height + more + TOP, scale);
    height += ROW + more;
    return [label, ...drawn];
  });
  return { height, children };
};

/** One bar with its figure; why there is none, where it is missing. */
const drawBar = (
  { own, value, shown }: ReturnType<typeof latest>[number],
  top: number,
  scale: Scale,
): readonly Element[] => {
  const zero = scale(0);
  const base = top + BAR * 0.9;
  const axis = rule([zero, top - 0.1], [zero, top + BAR + 0.1], 'axis');
  if (value === null) return [axis, text(shown, { x: zero, y: base, dx: 0.3, classes: ['missing'] })];
  const classes = [own ? 'own' : 'other'];
  const end = scale(value);
  const bar = element('rect', {
    x: across(Math.min(zero, end)),
    y: down(top),
    width: across(Math.abs(end - zero)),
    height: down(BAR),
    className: classes,
  });
  const side = value < 0 ? ({ dx: -0.3, anchor: 'end' } as const) : { dx: 0.3 };
  return [bar, axis, text(shown, { x: end, y: base, ...side, classes: ['value', ...classes] })];
};
