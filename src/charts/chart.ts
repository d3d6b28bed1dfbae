/**
 * Draws a chart: a figure with its title, the drawing with what it says in words, and a table of its figures. Bars and
 * lines begin at zero and there is one scale; each has its name beside it, and is told from the others in grey as well.
 * The source is the business of the text that the chart stands in, as of every figure.
 */

import type { Element } from 'hast';
import type { Chart, ChartForm } from '../model/chart.ts';
import { drawBars } from './bar.ts';
import { drawDots } from './dot.ts';
import { drawLines } from './line.ts';
import { drawSlopes } from './slope.ts';
import { down, element, type Drawing } from './svg.ts';

const DRAW: Readonly<Record<ChartForm, (chart: Chart) => Drawing>> = {
  bar: drawBars,
  line: drawLines,
  dot: drawDots,
  slope: drawSlopes,
};

export const drawChart = (chart: Chart): Element => {
  const { height, children } = DRAW[chart.form](chart);
  return element('figure', { className: ['chart', `chart-${chart.form}`], dataSmall: '' }, [
    element('figcaption', {}, [{ type: 'text', value: chart.title }]),
    element('svg', { role: 'img', ariaLabel: chart.value, width: '100%', height: down(height) }, children),
    tableOf(chart),
  ]);
};

const tableOf = ({ periods, series, placeWord }: Chart): Element => {
  const cell = (tagName: 'th' | 'td', value: string, scope?: 'col' | 'row'): Element =>
    element(tagName, scope ? { scope } : {}, [{ type: 'text', value }]);
  return element('table', {}, [
    element('thead', {}, [
      element('tr', {}, [
        cell('th', placeWord, 'col'),
        ...periods.map((period) => cell('th', period, 'col')),
      ]),
    ]),
    element(
      'tbody',
      {},
      series.map(({ name, own, points }) =>
        element('tr', own ? { className: ['own'] } : {}, [
          cell('th', name, 'row'),
          ...points.map(({ shown }) => cell('td', shown)),
        ]),
      ),
    ),
  ]);
};
