import { chartsIn } from '../charts.ts';
import { showing } from '../examples.ts';
import type { Breach, Rule } from '../rule.ts';

export const chartAlone: Rule<'document'> = {
  id: 'chart-alone',
  level: 'warning',
  scope: 'document',
  finds: 'A chart of one place at one time',
  why: 'A figure says little until it stands beside another: the year before, the region, the nation.',
  examples: {
    ok: [
      showing('chart{of=full data=homes rows="A B"}'),
      showing('chart{of=full periods=2 data=homes rows=A}'),
    ],
    notOk: [showing('chart{of=full data=homes rows=A}')],
  },
  *check(composed): Iterable<Breach> {
    for (const { chart, place } of chartsIn(composed))
      if (chart.series.length < 2 && chart.periods.length < 2)
        yield {
          place,
          text: 'This chart compares its one figure with nothing',
          remedy: 'Give it `with="region england"` or more `periods`, or say the figure in a sentence.',
        };
  },
};
