/** A page is read as the standard reader reads it, and is never there as two whole trees. */

import { Worker } from 'node:worker_threads';
import { fromParse5 } from 'hast-util-from-parse5';
import { parse } from 'parse5';
import { expect, test } from 'vitest';
import { parsePage } from '../../src/render/page.ts';

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
    // As two whole trees it takes more than 40 MB.
    expect(await fits(10_000, 38)).toBe(true);
    expect(await fits(10_000, 25)).toBe(false);
  },
);
