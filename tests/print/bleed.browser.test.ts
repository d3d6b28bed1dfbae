import { PDFDocument } from '../../src/pdf/library.ts';
import { expect, test } from 'vitest';
import { pageTexts } from '../specimens/page-text.ts';
import { BOLD, jobOf, pageOf, REGULAR, sharedPress } from './press.ts';

const print = sharedPress();

const TEXT =
  '<h1>Head</h1><p>Text of the first page.</p><p style="break-before: page; page: wide">The second.</p><p>Third.</p>';

/** Prints a page as it is and with a bleed; sizes in millimetres, texts with their places from top and left. */
const both = async (style: string, bleed: number, body = TEXT) => {
  const job = jobOf(pageOf(body, style));
  const [plain, larger] = [await print(job), await print({ ...job, bleed })];
  const read = async (bytes: Uint8Array, inset: number) =>
    (await pageTexts(bytes)).map(({ width, height, runs }) => ({
      width,
      height,
      runs: runs.map(({ text, left, top }) => ({ text, left: left - inset, top: top - inset })),
    }));
  return {
    plain: await read(plain.bytes, 0),
    larger: await read(larger.bytes, larger.bleed),
    by: larger.bleed,
  };
};

test.each([
  ['size and margins of one rule', '@page { size: A5; margin: 11mm 12mm 15mm }'],
  [
    'what stands in the margins',
    '@page { size: A5; margin: 20mm; @top-left-corner { content: "1" } @top-center { content: "2"; padding-top: 2mm } @right-top { content: "3" } @bottom-left { content: "4"; vertical-align: bottom; padding-bottom: 5mm } @bottom-right { content: counter(page) } @left-bottom { content: "5"; padding-left: 3mm } }',
  ],
  [
    'first pages and named ones',
    '@page { size: A5 } @page :first { margin-top: 40mm } @page wide { size: A5 landscape; margin: 1in 10% }',
  ],
  [
    'rules that insist, and that only hold for print',
    '@media print { @page { size: 100mm 150mm; margin-left: 2cm !important } }',
  ],
])('a bleed makes the paper larger and moves no text: %s', async (_, style) => {
  const { plain, larger, by } = await both(style, 3);
  expect(by).toBeGreaterThanOrEqual(3);
  expect(by).toBeLessThan(4.1);
  expect(larger).toHaveLength(plain.length);
  plain.forEach((page, index) => {
    const other = larger[index];
    expect((other?.width ?? 0) - page.width).toBeCloseTo(2 * by, 2);
    expect((other?.height ?? 0) - page.height).toBeCloseTo(2 * by, 2);
    expect(other?.runs.map(({ text }) => text)).toEqual(page.runs.map(({ text }) => text));
    page.runs.forEach(({ left, top }, run) => {
      expect(Math.abs((other?.runs[run]?.left ?? 0) - left)).toBeLessThan(0.02);
      expect(Math.abs((other?.runs[run]?.top ?? 0) - top)).toBeLessThan(0.02);
    });
  });
});

test('a page that names no size is A4', async () => {
  const { larger, by } = await both('@page { size: initial }', 3);
  expect(larger[0]?.width).toBeCloseTo(210 + 2 * by, 0);
  expect(larger[0]?.height).toBeCloseTo(297 + 2 * by, 0);
});

test('a side without a margin has none on the larger paper, and the style may leave room by the bleed', async () => {
  const style =
    '@page { size: A5; margin: 0 } body { padding: calc(20mm + var(--bleed, 0mm)); } p { break-before: auto !important; page: auto !important }';
  const { plain, larger } = await both(style, 5);
  expect(larger[0]?.runs.map(({ left }) => Math.round(left * 10))).toEqual(
    plain[0]?.runs.map(({ left }) => Math.round(left * 10)),
  );
  expect(larger[0]?.runs[0]?.left).toBeCloseTo(20, 0);
});

test('the next page that is printed in the tab is as large as it says', async () => {
  await print({ ...jobOf(pageOf(TEXT), new Map([REGULAR, BOLD])), bleed: 3 });
  const { bytes } = await print(jobOf(pageOf(TEXT)));
  const pdf = await PDFDocument.load(bytes);
  expect((pdf.getPage(0).getWidth() / 72) * 25.4).toBeCloseTo(210, 0);
});
