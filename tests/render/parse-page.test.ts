/** A page is read as the standard reader reads it, and is there as one tree. */

import { Worker } from 'node:worker_threads';
import { fromParse5 } from 'hast-util-from-parse5';
import * as fc from 'fast-check';
import { parse } from 'parse5';
import { expect, test } from 'vitest';
import { parsePage } from '../../src/render/page.ts';
import { runs } from '../runs.ts';

test.each([
  '<!doctype html><title>T</title><p id=a class="b c">One<p>Two <b>three</b> four',
  '<p>One<!-- two --><table><tr>three<td colspan=2>four</table>',
  '<svg viewBox="0 0 1 1"><foreignObject><p>One</foreignObject><linearGradient /></svg>',
  '<b><p>One</b>two</p><template><i>three</i></template><template></template>four',
  '<math><mi>x</mi><annotation-xml encoding="text/html"><p>One</annotation-xml></math>',
  '<html lang=en><body><html lang=cy dir=ltr><body class=a>One',
  '',
])('%s is read as it stands', (markup) => {
  expect(parsePage(markup)).toEqual(fromParse5(parse(markup)));
});

const TEXTS = [
  'x',
  ' ',
  '\n',
  '&amp;',
  '<!-- c -->',
  '<!doctype x>',
  '</p>',
  '</b>',
  '</table>',
  '</body>',
  '\0',
];
const NAMES =
  'html head body p b a i font nobr div ul li table tbody tr td caption select option form button input svg foreignObject desc linearGradient math mi annotation-xml template pre textarea title style script noscript h1 br img frameset'.split(
    ' ',
  );
const ATTRIBUTES = [
  '',
  ' class="a b"',
  ' hidden',
  ' id=a class=c',
  ' type=text',
  ' encoding="text/html"',
  ' xlink:href="#a"',
  ' viewbox="0 0 1 1"',
  ' __proto__=a',
  ' style="a"',
  ' lang=cy',
  ' lang=en dir=ltr',
  ' data-a aria-label=b',
];

const { fragment } = fc.letrec<{ fragment: string }>((tie) => ({
  fragment: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.constantFrom(...TEXTS),
    fc
      .tuple(
        fc.constantFrom(...NAMES),
        fc.constantFrom(...ATTRIBUTES),
        fc.array(tie('fragment'), { maxLength: 5 }),
        fc.boolean(),
      )
      .map(([name, attributes, inside, isClosed]) =>
        [`<${name}${attributes}>`, ...inside, isClosed ? `</${name}>` : ''].join(''),
      ),
  ),
}));

test('whatever the markup, its tree is the one of the standard reader', () => {
  fc.assert(
    fc.property(fc.array(fragment, { maxLength: 8 }), (fragments) => {
      const markup = fragments.join('');
      expect(parsePage(markup)).toEqual(fromParse5(parse(markup)));
    }),
    { numRuns: runs(300, 100_000) },
  );
});

const MODULE = new URL('../../src/render/page.ts', import.meta.url).href;

/** Whether a page of so many rows can be read where what is in use may take so many megabytes. */
const fits = (rows: number, most: number): Promise<boolean> =>
  new Promise((resolve) => {
    const code = `const page = '<table>' + '<tr><td><a href="a">One</a><td>Two'.repeat(${rows});
      import('${MODULE}').then(({ parsePage }) => parsePage(page));`;
    const worker = new Worker(code, { eval: true, resourceLimits: { maxOldGenerationSizeMb: most } });
    worker.on('error', () => resolve(false));
    worker.on('exit', (status) => resolve(status === 0));
  });

test(
  'a large page takes little more room while it is read than afterwards',
  { timeout: 60_000 },
  async () => {
    // With a tree of the parser’s own that is taken apart on the way, it takes more than 33 MB, with two whole trees 40.
    expect(await fits(10_000, 29)).toBe(true);
    expect(await fits(10_000, 20)).toBe(false);
  },
);
