import type { Root } from 'mdast';
import { expect, test } from 'vitest';
import { typeset } from '../../src/compose/typography.ts';
import type { Chart } from '../../src/model/chart.ts';

test('the texts of charts and of tables of figures are set like all others', () => {
  const chart: Chart = {
    type: 'chart',
    form: 'bar',
    title: "Change, King's Lynn, 2024",
    value: "It was -5% in King's Lynn.",
    periods: ['2024'],
    series: [{ name: "King's Lynn", own: true, points: [{ value: -5, shown: '-5%' }] }],
    unit: { before: '', after: '%' },
    placeWord: 'Place',
  };
  const tree: Root = {
    type: 'root',
    children: [{ ...chart }, { type: 'table', children: [], data: { caption: "King's Lynn" } }],
  };
  typeset(tree);
  expect(tree.children).toEqual([
    {
      ...chart,
      title: 'Change, King’s Lynn, 2024',
      value: 'It was −5% in King’s Lynn.',
      series: [{ name: 'King’s Lynn', own: true, points: [{ value: -5, shown: '−5%' }] }],
    },
    { type: 'table', children: [], data: { caption: 'King’s Lynn' } },
  ]);
  expect(chart.title).toBe("Change, King's Lynn, 2024");
});
