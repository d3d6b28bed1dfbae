/** That a page written in pieces is the page that the library writes as a whole. */

import * as fc from 'fast-check';
import { toHtml } from 'hast-util-to-html';
import type { Root } from 'hast';
import { expect, test } from 'vitest';
import { parsePage } from '../../src/render/page.ts';
import { pagePieces, writePage } from '../../src/render/write-page.ts';
import { runs } from '../runs.ts';

const NAMES = 'p b div ul li table tr td svg math title desc style script pre textarea template img h1'.split(
  ' ',
);
const ATTRIBUTES = [
  '',
  ' class="a b"',
  ' hidden',
  ' alt="&quot;<>&amp;"',
  " data-a='\"'",
  ' viewBox="0 0 1 1"',
];
const TEXTS = ['', ' ', '\n', 'x', 'a &lt; b', '&amp;amp;', '</', '<!-- c -->', '<br>', 'ÿ “é”'];

const { fragment } = fc.letrec<{ fragment: string }>((tie) => ({
  fragment: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.constantFrom(...TEXTS),
    fc
      .tuple(
        fc.constantFrom(...NAMES),
        fc.constantFrom(...ATTRIBUTES),
        fc.array(tie('fragment'), { maxLength: 9 }),
      )
      .map(([name, attributes, inside]) => `<${name}${attributes}>${inside.join('')}</${name}>`),
  ),
}));

const pageOf = (body: string): Root =>
  parsePage(`<!doctype html><html lang="en"><body>${body}</body></html>`);

test('the pieces of a page are the page, however few children stand in one', () => {
  let inPieces = 0;
  fc.assert(
    fc.property(fc.array(fragment, { minLength: 1, maxLength: 6 }), fc.nat(4), (fragments, together) => {
      const page = pageOf(fragments.join(''));
      const pieces = [...pagePieces(page, together)];
      if (pieces.length > 1) inPieces += 1;
      expect(pieces.join('')).toBe(`${toHtml(page)}\n`);
    }),
    { numRuns: runs(200, 30_000) },
  );
  expect(inPieces).toBeGreaterThan(50);
});

test('no piece of a page that lists thousands is much of it', () => {
  const row = (name: string): string =>
    `<li><span>${name}</span><ul><li><a href="#${name}">${name}</a></li></ul></li>\n`;
  const rows = Array.from({ length: 5000 }, (_, index) => row(`row-${index}`));
  const page = pageOf(`<main><div><ul>${rows.join('')}</ul></div></main>`);
  const whole = writePage(page);
  const longest = Math.max(...Array.from(pagePieces(page), ({ length }) => length));
  expect(longest).toBeLessThan(whole.length / 10);
});
