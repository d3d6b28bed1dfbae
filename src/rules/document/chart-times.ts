import { chartsIn } from '../charts.ts';
import { showing } from '../examples.ts';
import type { Breach, Rule } from '../rule.ts';

const of = (type: string, periods: string) =>
  showing(`chart{type=${type} of=full data=homes rows="A B" periods="${periods}"}`);

export const chartTimes: Rule<'document'> = {
  id: 'chart-times',
  level: 'error',
  scope: 'document',
  finds: 'A line or a slope of fewer than two times',
  why: 'It would be a dot, or nothing, and say of no change what it was.',
  examples: {
    ok: [of('line', '2023 2024'), of('slope', '2023 2024'), of('bar', '2024'), of('dot', '2024')],
    notOk: [of('line', '2024'), of('slope', '2024')],
  },
  *check(composed): Iterable<Breach> {
    for (const { chart, place } of chartsIn(composed)) {
      const needsTimes = chart.form === 'line' || chart.form === 'slope';
      if (needsTimes && chart.periods.length < 2)
        yield {
          place,
          text: `This is a ${chart.form} of ${chart.periods.join('')} alone`,
          remedy: 'Name more `periods`, or make it a chart of bars: `type=bar`.',
        };
    }
  },
};
