import { chartsIn } from '../charts.ts';
import { showing } from '../examples.ts';
import type { Breach, Rule } from '../rule.ts';

const told = (alt: string) => showing(`chart{of=full data=homes rows="A B" alt="${alt}"}`);

export const chartAlternative: Rule<'document'> = {
  id: 'chart-alternative',
  level: 'error',
  scope: 'document',
  finds: 'A chart whose `alt` tells none of its latest figures',
  why: 'Who can’t see the chart has nothing else of what it says (WCAG 2.2 of 2023, 1.1.1).',
  examples: {
    ok: [showing('chart{of=full data=homes rows="A B"}'), told('In Leeds A 54.0% of homes are full.')],
    notOk: [told('A chart of homes.')],
  },
  *check(composed): Iterable<Breach> {
    for (const { chart, place } of chartsIn(composed)) {
      const latest = chart.series.flatMap(({ points }) => points.at(-1)?.shown ?? []);
      if (latest.some((shown) => chart.value.includes(shown))) continue;
      yield {
        place,
        text: 'The `alt` of this chart tells none of its latest figures',
        remedy: 'Say what it shows, with its figures, or leave `alt` out: it is made of them.',
      };
    }
  },
};
