/** What the seal finds in a page is what it would find if each page were written out and read again. */

import type { Nodes, Root } from 'hast';
import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { checkSealed, parsePage } from '../../src/render/page.ts';
import { writePage } from '../../src/render/write-page.ts';
import { strangeIn } from '../../src/render/sealed-page.ts';
import { isSteady } from '../../src/render/steady.ts';
import { runs } from '../runs.ts';

const SURROUNDINGS = { path: 'bill/mp.html', files: new Set(['assets/a.png']) };

const found = (page: Root): readonly string[] =>
  checkSealed(page, { file: 'page.hbs', document: 'bill/mp', ...SURROUNDINGS }).map(({ text }) => text);

/** What is found in a page that was read again. */
const anew = (again: Root): readonly string[] =>
  strangeIn(again, SURROUNDINGS).map((what) => `The page holds ${what}, in bill/mp`);

const readAgain = (page: Root): Root => parsePage(writePage(page));

const TEXTS = [
  '',
  ' ',
  '\n',
  'x',
  'a < b',
  '&lt;img src=x>',
  '</style>',
  '<!--',
  '-->',
  ']]>',
  '&lt;/style>',
];
const NAMES =
  'p b a div ul li table tr td caption svg math mtext mglyph desc style title pre textarea select option noscript form template img h1'.split(
    ' ',
  );
const ATTRIBUTES = [
  '',
  ' href="#a"',
  ' href="javascript:a"',
  ' src="../assets/a.png"',
  ' src="//b.org"',
  ' style="color: red"',
  ' onclick="a"',
  ' alt="<img>"',
];

const { fragment } = fc.letrec<{ fragment: string }>((tie) => ({
  fragment: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.constantFrom(...TEXTS),
    // As lists and tables have it; of what repeats itself, not more than a page of it.
    fc
      .tuple(tie('fragment'), tie('fragment'), fc.integer({ min: 2, max: 6 }))
      .map(([one, other, times]) => `${one}${other}`.repeat(one.length + other.length > 200 ? 1 : times)),
    fc
      .tuple(
        fc.constantFrom(...NAMES),
        fc.constantFrom(...ATTRIBUTES),
        fc.array(tie('fragment'), { maxLength: 3 }),
      )
      .map(([name, attributes, inside]) => `<${name}${attributes}>${inside.join('')}</${name}>`),
  ),
}));

/** Each element with the names of its attributes, in the order of the page, and how deep it lies. */
const outlineOf = (node: Nodes, depth = 0): readonly string[] => [
  ...(node.type === 'element' ? [`${depth} ${node.tagName} ${Object.keys(node.properties).join(' ')}`] : []),
  ...('children' in node ? node.children.flatMap((child) => outlineOf(child, depth + 1)) : []),
];

test('whatever pages were held against it before', () => {
  fc.assert(
    fc.property(fragment, (inside) => {
      const page = parsePage(`<!doctype html><title>x</title>${inside}`);
      const again = readAgain(page);
      expect(found(page)).toEqual(anew(again));
      if (isSteady(page, readAgain)) expect(outlineOf(again)).toEqual(outlineOf(page));
    }),
    { numRuns: runs(3000, 100_000) },
  );
});

test.each([
  [
    'text that is markup once it is read again',
    (inner: string) => `<svg><style>${inner}</style></svg>`,
    'b {}',
    '&lt;/style>&lt;img onerror=a>',
  ],
  ['a text in a table', (inner: string) => `<table><tr><td>${inner}</table>`, 'x', '<b onclick="a">x</b>'],
  [
    'what scripts that are off would show',
    (inner: string) => `<noscript>${inner}</noscript>`,
    'x',
    '&lt;/noscript>&lt;img onerror=a>',
  ],
])('%s is seen behind a page of the same form', (_, page, harmless, hostile) => {
  for (const inner of [harmless, hostile]) {
    const read = parsePage(page(inner));
    expect(found(read)).toEqual(anew(readAgain(read)));
  }
});

test.each([
  ['<p>One', '<p>Two', false],
  ['<p id="a">One', '<p id="b">Two', false],
  ['<style>a {}</style>', '<style>b {}</style>', false],
  ['<p>One', '<p> ', true],
  ['<p>One', '<div>One</div>', true],
  ['<p id="a">One', '<p class="a">One', true],
  ['<p><b>One<i>two</i></b>', '<p><b>One</b><i>two</i>', true],
  ['<p>One', '<p>One<p>Two', true],
  ['<p><!--a-->One', '<p><!--b-->One', true],
  ['<style>a < b</style>', '<style>a < c</style>', true],
])('after %s, whether %s has to be read again', (before, markup, isRead) => {
  let read = 0;
  // Of a shape that no other test has.
  const hold = (inside: string): void => {
    const page = parsePage(
      `<!doctype html><title>x</title><main data-${before.length}-${markup.length}>${inside}</main>\n`,
    );
    isSteady(page, (part) => {
      read += 1;
      return readAgain(part);
    });
  };
  hold(before);
  expect(read).toBe(1);
  hold(markup);
  expect(read).toBe(isRead ? 2 : 1);
});

const ROW = '<li><a href="#a">One</a>: <b>two</b></li>\n';

test.each([
  ['thousands of rows', `<ul>${ROW.repeat(3000)}</ul>`, `<ul>${ROW.repeat(3)}</ul>`, false],
  [
    'rows without a blank between them',
    `<table>${'<tr><td>1'.repeat(99)}</table>`,
    '<table><tr><td>1',
    false,
  ],
  [
    'a row of another shape among them',
    `<ul>${ROW.repeat(99)}<li>One</li>\n${ROW.repeat(99)}</ul>`,
    '',
    false,
  ],
  ['a row that ends up elsewhere', `<table>${'<tr><td>1'.repeat(99)}<tr><td>1<a>2<table><a>3`, '', true],
])('of a page with %s no more is read than tells how all are read', (_, markup, least, isStrange) => {
  const page = parsePage(`<!doctype html><title>x</title><main>${markup}</main>\n`);
  const lengths: number[] = [];
  const isRight = isSteady(page, (part) => {
    lengths.push(writePage(part).length);
    return readAgain(part);
  });
  expect(isRight).toBe(!isStrange);
  expect(lengths).toHaveLength(1);
  expect(Math.max(...lengths)).toBeLessThan(1000);
  expect(Math.max(...lengths)).toBeGreaterThan(least.length);
});

test.each([
  ['one row', '<li>a</li>', 6],
  ['rows with blanks between them', '<li>a</li> ', 3],
  ['two sorts of rows in turns', '<li>a</li><li><b>b</b></li>', 6],
  ['what repeats after more than two', '<li>a</li> <li><b>b</b></li> ', 200],
])('of a long list, of %s, only the beginning is read again', (_what, rows, shown) => {
  const page = parsePage(`<ul data-list="">${rows.repeat(100)}</ul>\n`);
  const read = vi.fn<(page: Root) => Root>(readAgain);
  expect(isSteady(page, read)).toBe(true);
  expect(JSON.stringify(read.mock.calls[0]?.[0]).match(/"tagName":"li"/gu)).toHaveLength(shown);
});
