import { chartsIn } from '../charts.ts';
import { showing } from '../examples.ts';
import type { Breach, Rule } from '../rule.ts';

const titled = (title: string) => showing(`chart{of=full data=homes rows="A B" title="${title}"}`);

export const chartTitle: Rule<'document'> = {
  id: 'chart-title',
  level: 'error',
  scope: 'document',
  finds: 'A chart whose title does not name the place and the time that it is of',
  why: 'A chart is copied without the text around it (Government Analysis Function, guidance on charts).',
  examples: {
    ok: [showing('chart{of=full data=homes rows="A B"}'), titled('How full homes in Leeds A were in 2024')],
    notOk: [titled('How full homes were in 2024'), titled('How full homes in Leeds A are')],
  },
  *check(composed): Iterable<Breach> {
    const { recipient } = composed.document;
    for (const { chart, place } of chartsIn(composed)) {
      const [lead] = chart.series;
      const names = [lead?.name, recipient?.name].flatMap((name) => (name ? plain(name) : []));
      const title = plain(chart.title);
      const isOfPlace = names.some((name) => title.includes(name));
      const isOfTime = title.includes(plain(chart.periods.at(-1) ?? ''));
      if (isOfPlace && isOfTime) continue;
      yield {
        place,
        text: `The title of this chart does not say ${isOfPlace ? 'of when' : 'where'} its figures are from`,
        remedy: `Name ${isOfPlace ? 'its latest time' : 'its place, e.g. by `:field[name]`'}, or leave \`title\` out: it is made of both.`,
      };
    }
  },
};

/** With spaces that are alike, and straight apostrophes. */
const plain = (text: string): string => text.replaceAll(/\s/gu, ' ').replaceAll('’', "'");
