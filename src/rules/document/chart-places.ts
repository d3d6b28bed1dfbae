import { chartsIn } from '../charts.ts';
import { showing } from '../examples.ts';
import type { Breach, Rule } from '../rule.ts';

/** The most places that one chart has room for. */
const MOST = 12;

const of = (places: string) => showing(`chart{of=full data=homes rows="${places.split('').join(' ')}"}`);

export const chartPlaces: Rule<'document'> = {
  id: 'chart-places',
  level: 'error',
  scope: 'document',
  finds: `A chart of more than ${MOST} places`,
  why: 'Nobody reads that many bars, and tells that many lines apart: they take the page and say nothing.',
  examples: { ok: [of('ABCDEFGHIJKL')], notOk: [of('ABCDEFGHIJKLM')] },
  *check(composed): Iterable<Breach> {
    for (const { chart, place } of chartsIn(composed))
      if (chart.series.length > MOST)
        yield {
          place,
          text: `This chart has ${chart.series.length} places; the most is ${MOST}`,
          remedy: 'Name fewer in `with` or `rows`, or make a table of them.',
        };
  },
};
