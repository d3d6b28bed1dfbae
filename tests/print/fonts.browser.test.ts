import { expect, test } from 'vitest';
import { BOLD, jobOf, openPress, pageOf, REGULAR } from './press.ts';

// A tab is wider at first than the content of A4, 643 pixels: only then does the page ask for its other font.
const page = pageOf(
  `<p id="p">${'Fund councils to rebuild their own children’s homes. '.repeat(60)}</p>`,
  '@media (max-width: 700px) { p { font-family: Wide } } @font-face { font-family: Wide; src: url(../assets/bold.woff2) }',
);

const heightsIn = (press: Awaited<ReturnType<typeof openPress>>) =>
  press.printer.layOut({ ...jobOf(page, new Map([REGULAR, BOLD])), passages: ['p'] }, function* heights() {
    const trial = { setting: { size: 12, spacing: 1 }, without: [], within: false };
    return (yield { trials: [trial], pages: 1, heights: true }).heights['p'];
  });

test('a page is asked when the fonts are there that it needs at the width of its paper', async () => {
  const press = await openPress();
  const first = await heightsIn(press);
  // By then the tab is as wide, and has the font.
  expect(await heightsIn(press)).toBe(first);
  expect(first).toBeGreaterThan(20);
});
