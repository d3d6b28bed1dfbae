import type { Chart } from '../model/chart.ts';
import { fromZero, latest } from './scale.ts';
import { across, down, element, rule, text, type Drawing } from './svg.ts';

/** From the top of one name to that of the next. */
const ROW = 2.5;
const BAR = 0.8;
/** Room for the figure behind the longest bar. */
const END = 82;

/** A bar for each place at the latest time, from zero, with its name above and its figure at its end. */
export const drawBars = (chart: Chart): Drawing => {
  const bars = latest(chart);
  const values = bars.flatMap(({ value }) => value ?? []);
  const scale = fromZero(values, [values.some((value) => value < 0) ? 100 - END : 0, END]);
  const zero = scale(0);
  const children = bars.flatMap(({ name, own, value, shown }, index) => {
    const top = index * ROW;
    const classes = [own ? 'own' : 'other'];
    const label = text(name, { x: 0, y: top + 0.85, classes });
    const base = top + 1.15 + BAR * 0.85;
    const axis = rule([zero, top + 1.05], [zero, top + 1.25 + BAR], 'axis');
    if (value === null)
      return [label, axis, text(shown, { x: zero, y: base, dx: 0.3, classes: ['missing'] })];
    const end = scale(value);
    const bar = element('rect', {
      x: across(Math.min(zero, end)),
      y: down(top + 1.15),
      width: across(Math.abs(end - zero)),
      height: down(BAR),
      className: classes,
    });
    const figure =
      value < 0
        ? text(shown, { x: end, y: base, dx: -0.3, anchor: 'end', classes: ['figure', ...classes] })
        : text(shown, { x: end, y: base, dx: 0.3, classes: ['figure', ...classes] });
    return [label, bar, axis, figure];
  });
  return { height: bars.length * ROW, children };
};
