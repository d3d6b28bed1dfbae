import * as fc from 'fast-check';
import type { Element } from 'hast';
import { toString } from 'mdast-util-to-string';
import { describe, expect, test } from 'vitest';
import { drawChart } from '../../src/charts/chart.ts';
import { spread } from '../../src/charts/spread.ts';
import { CHART_FORMS, type Chart, type Series } from '../../src/model/chart.ts';
import { visit } from '../../src/model/visit.ts';
import { toHtml } from '../../src/render/html.ts';
import { parsePage } from '../../src/render/page.ts';
import { strangeIn } from '../../src/render/sealed-page.ts';

const series = (name: string, own: boolean, ...values: (number | null)[]): Series => ({
  name,
  own,
  points: values.map((value) => ({ value, shown: value === null ? 'not available' : `${value}%` })),
});

const chart = (form: Chart['form'], all: readonly Series[]): Chart => ({
  type: 'chart',
  form,
  title: 'Vacancy rate, 2022 to 2024',
  value: 'In 2024 it was 12% in Leeds.',
  periods: (all[0]?.points ?? []).map((_, index) => String(2022 + index)),
  series: all,
  unit: { before: '', after: '%' },
  placeWord: 'Place',
});

const all = (root: Element, name: string, type = ''): Element[] => {
  const found: Element[] = [];
  visit(root, 'element', (node) => {
    const classes = node.properties['className'];
    if (node.tagName === name && (!type || (Array.isArray(classes) && classes.includes(type))))
      found.push(node);
  });
  return found;
};

const number = (node: Element | undefined, name: string): number =>
  Number.parseFloat(String(node?.properties[name]));

const Series = (length: number) =>
  fc.array(
    fc.record({
      name: fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'ô', ','), minLength: 1, maxLength: 40 }),
      own: fc.boolean(),
      values: fc.array(fc.option(fc.integer({ min: -1000, max: 1000 })), {
        minLength: length,
        maxLength: length,
      }),
    }),
    { minLength: 1, maxLength: 14 },
  );

const anyChart = fc
  .integer({ min: 1, max: 5 })
  .chain((length) => fc.tuple(fc.constantFrom(...CHART_FORMS), Series(length)))
  .map(([form, found]) =>
    chart(
      form,
      found.map(({ name, own, values }) => series(name, own, ...values)),
    ),
  );

describe('a chart', () => {
  test('has a title, a drawing that says in words what it shows, and each figure in a table', () => {
    fc.assert(
      fc.property(anyChart, (one) => {
        const figure = drawChart(one);
        const [caption, drawing, table] = figure.children as Element[];
        expect(caption && toString(caption)).toBe(one.title);
        expect(drawing?.properties).toMatchObject({ role: 'img', ariaLabel: one.value });
        const rows = all(table as Element, 'tr')
          .slice(1)
          .map((row) => row.children.map((cell) => toString(cell)));
        expect(rows).toEqual(
          one.series.map(({ name, points }) => [name, ...points.map(({ shown }) => shown)]),
        );
      }),
    );
  });

  test('is drawn within its box, and names every place beside its figure', () => {
    fc.assert(
      fc.property(anyChart, (one) => {
        const drawing = drawChart(one).children[1] as Element;
        const height = number(drawing, 'height');
        for (const name of ['text', 'rect', 'circle', 'line'])
          for (const node of all(drawing, name))
            for (const [key, most] of Object.entries({
              x: 100,
              cx: 100,
              x1: 100,
              x2: 100,
              y: height,
              cy: height,
              y2: height,
            }))
              if (node.properties[key] !== undefined) {
                expect(number(node, key)).toBeGreaterThanOrEqual(0);
                expect(number(node, key)).toBeLessThanOrEqual(most);
              }
        const words = all(drawing, 'text')
          .map((node) => toString(node))
          .join('\n')
          .replaceAll(/\s+/gu, '');
        for (const { name } of one.series) expect(words).toContain(name.replaceAll(/\s+/gu, ''));
      }),
    );
  });

  test('runs nothing and loads nothing', () => {
    fc.assert(
      fc.property(anyChart, (one) => {
        const page = parsePage(
          toHtml({ type: 'root', children: [one] }, { image: (path) => path }).toString(),
        );
        expect(strangeIn(page, { path: 'a/b.html', files: new Set() })).toEqual([]);
        const drawing = all(page as never, 'svg')[0];
        expect(drawing?.properties['ariaLabel']).toBe(one.value);
      }),
      { numRuns: 50 },
    );
  });
});

describe('bars', () => {
  test('begin at zero, and are as long as their figures are large', () => {
    fc.assert(
      fc.property(Series(1), (found) => {
        const drawn = drawChart(
          chart(
            'bar',
            found.map(({ name, own, values }) => series(name, own, ...values)),
          ),
        );
        const values = found.flatMap(({ values: [value] }) => value ?? []);
        const bars = all(drawn, 'rect');
        expect(bars).toHaveLength(values.length);
        const largest = Math.max(...values.map(Math.abs), 0);
        const longest = Math.max(...bars.map((bar) => number(bar, 'width')), 0);
        const zero = number(all(drawn, 'line', 'axis')[0], 'x1');
        bars.forEach((bar, index) => {
          const value = values[index] ?? 0;
          if (largest) expect(number(bar, 'width')).toBeCloseTo((Math.abs(value) / largest) * longest, 1);
          const start = number(bar, 'x') + (value < 0 ? number(bar, 'width') : 0);
          expect(start).toBeCloseTo(zero, 1);
        });
      }),
    );
  });

  test('of the place that the chart is about are told from the others', () => {
    const drawn = drawChart(chart('bar', [series('Leeds', true, 12), series('England', false, 17)]));
    expect(all(drawn, 'rect', 'own')).toHaveLength(1);
    expect(all(drawn, 'rect', 'other')).toHaveLength(1);
  });
});

test.each(['line', 'slope'] as const)('a %s chart has zero on its scale', (form) => {
  const drawn = drawChart(chart(form, [series('Leeds', true, 90, 100), series('England', false, 95, 80)]));
  const [high, low] = [100, 80].map((value) => {
    const own = value === 100 ? 'own' : 'other';
    return number(all(drawn, 'circle', own).at(-1), 'cy');
  }) as [number, number];
  const bottom = Math.max(...all(drawn, 'line', 'axis').map((axis) => number(axis, 'y2')));
  expect((bottom - low) / (bottom - high)).toBeCloseTo(0.8, 2);
});

test('a line is broken where a figure is missing', () => {
  const drawn = drawChart(chart('line', [series('Leeds', true, 1, null, 2, 3)]));
  const path = String(all(drawn, 'path')[0]?.properties['d']);
  expect(path.match(/M/gu)).toHaveLength(2);
  expect(all(drawn, 'circle')).toHaveLength(3);
});

test('labels keep their order, stand clear of each other, and move no further than they have to', () => {
  const Label = fc.record({
    place: fc.integer({ min: 0, max: 100 }),
    height: fc.integer({ min: 1, max: 5 }),
  });
  fc.assert(
    fc.property(fc.array(Label, { maxLength: 12 }), (labels) => {
      const room = labels.reduce((sum, { height }) => sum + height, 0);
      const moved = spread(labels, [0, 100 + room]);
      const order = [...labels.keys()].toSorted((a, b) => (labels[a]?.place ?? 0) - (labels[b]?.place ?? 0));
      order.forEach((index, nth) => {
        const above = order[nth - 1];
        if (above === undefined) return;
        const end = (moved[above] ?? 0) + (labels[above]?.height ?? 0);
        expect(moved[index]).toBeGreaterThanOrEqual(end - 1e-9);
      });
      const isClear = order.every((index, nth) => {
        const above = labels[order[nth - 1] ?? -1];
        return !above || above.place + above.height <= (labels[index]?.place ?? 0);
      });
      if (isClear) expect(moved).toEqual(labels.map(({ place }) => place));
    }),
  );
});
