import { getDocumentProxy } from 'unpdf';
import { describe, expect, test } from 'vitest';
import type { Measures, Spot } from '../../src/world/world.ts';
import { jobOf, pageOf, sharedPress } from './press.ts';

const print = sharedPress();

const measure = async (body: string, style = ''): Promise<Measures> =>
  (await print(jobOf(pageOf(body, style)))).measures;

/** The sizes of type in the PDF, in points, by the text that is set in them. */
const printedSizes = async (body: string, style = ''): Promise<Map<string, number>> => {
  const { bytes } = await print(jobOf(pageOf(body, style)));
  const pdf = await getDocumentProxy(Uint8Array.from(bytes));
  const sizes = new Map<string, number>();
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    for (const item of items) if ('str' in item && item.str.trim()) sizes.set(item.str, item.transform[3]);
  }
  return sizes;
};

/** What is of no passage. */
const alone = (said: string): Spot => ({ said, of: null });

describe('the smallest text', () => {
  test('is none on an empty page', async () => {
    expect(await measure('<img alt="A">')).toEqual({
      smallest: null,
      smallestNote: null,
      overflowing: [],
      cut: [],
      wide: [],
      tall: [],
      images: [],
      codes: [],
    });
  });

  test('is found in points, with a few of its words', async () => {
    const { smallest } = await measure(
      '<p>Normal</p><p style="font-size: 8.5pt">One  two three four five six seven eight nine</p>',
    );
    expect(smallest).toEqual({ size: 8.5, text: 'One two three four five six seven eight …' });
  });

  test('is told apart in notes and outside them', async () => {
    for (const notes of [
      '<section role="doc-endnotes">',
      '<section class="other notes">',
      '<section data-small>',
    ]) {
      const { smallest, smallestNote } = await measure(
        `<p>Text</p>${notes}<p style="font-size: 9pt">A note</p></section>`,
      );
      expect(smallest).toEqual({ size: 12, text: 'Text' });
      expect(smallestNote).toEqual({ size: 9, text: 'A note' });
    }
  });

  test('counts where it is written out by a style for print, not for a screen', async () => {
    const style = '@media print { p { font-size: 7pt } } @media screen { p { font-size: 6pt } }';
    expect((await measure('<p>Text</p>', style)).smallest?.size).toBe(7);
  });

  test.each([
    ['a superscript', '<sup style="font-size: 5pt"><a href="#n">1</a></sup>'],
    ['a superscript in a note', '<p class="notes">Note<sup style="font-size: 5pt">1</sup></p>'],
    ['a drawing', '<svg width="90" height="20"><text y="15" font-size="5">Chart</text></svg>'],
    ['a decoration', '<span aria-hidden="true" style="font-size: 5pt">•</span>'],
    ['what is not displayed', '<span style="font-size: 5pt; display: none">Small</span>'],
    ['what is invisible', '<span style="font-size: 5pt; visibility: hidden">Small</span>'],
    ['what is transparent', '<div style="opacity: 0"><span style="font-size: 5pt">Small</span></div>'],
    [
      'what only screen readers get (clip)',
      '<span style="font-size: 5pt; position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0 0 0 0)">Small</span>',
    ],
    [
      'what only screen readers get (clip-path)',
      '<span style="font-size: 5pt; position: absolute; clip-path: inset(50%)"><b>Small</b></span>',
    ],
    [
      'what stands far off the page',
      '<span style="font-size: 5pt; position: absolute; left: -9999px">Small</span>',
    ],
    ['white space', '<p style="font-size: 5pt"> \n </p>'],
    ['what is no text', '<title style="font-size: 5pt">T</title><style>b { color: red }</style>'],
  ])('is not %s', async (_, small) => {
    const { smallest, smallestNote } = await measure(`<p>Normal ${small}</p>`);
    expect(smallest).toEqual({ size: 12, text: 'Normal' });
    expect(smallestNote?.size ?? 12).toBe(12);
  });

  test.each([
    ['transform: scale(0.5)', 6],
    ['scale: 0.5', 6],
    ['zoom: 0.5', 6],
    ['transform: rotate(90deg) scale(0.75)', 9],
    ['font-size: 50%', 6],
    ['font-size: 2mm', 5.67],
  ])('is as large as it is printed: %s', async (style, size) => {
    const { smallest } = await measure(`<div style="${style}; width: 50mm"><p>Text</p></div>`);
    expect(smallest?.size).toBeCloseTo(size, 1);
  });

  test('is as small as Chrome makes it where something is too wide', async () => {
    for (const [width, shrunk] of [
      ['100%', 1],
      ['204mm', 1.2],
      ['500mm', 1.5],
    ] as const) {
      const body = `<p>Text</p><div style="width: ${width}">Wide</div>`;
      const size = (await printedSizes(body)).get('Text') ?? 0;
      expect((await measure(body)).smallest?.size).toBeCloseTo(12 / shrunk, 1);
      expect(size).toBeCloseTo(12 / shrunk, 1);
    }
  });
});

describe('text beyond the sides', () => {
  test.each([
    ['wraps within them', '<p>Councils need homes of their own. '.repeat(30)],
    ['fills them to the last', '<div style="width: 170mm; text-align: right">Right</div>'],
    ['is in a table that fits', '<table style="width: 100%"><tr><td>A<td>B</table>'],
    [
      'has a background that reaches to the left',
      '<p style="margin-left: -20mm; padding-left: 20mm">Band</p>',
    ],
    [
      'is out of sight',
      '<p style="overflow: hidden; width: 1px; height: 1px; white-space: nowrap">Hidden words</p>',
    ],
    ['is decoration', '<p aria-hidden="true" style="margin-left: -10mm">Mark</p>'],
  ])('is none where it %s', async (_, body) => {
    expect((await measure(body)).overflowing).toEqual([]);
  });

  test.each([
    ['a long word', `<p>See ${'x'.repeat(120)}</p>`, [`See ${'x'.repeat(56)} …`]],
    [
      'a line that does not wrap',
      `<p style="white-space: pre">Councils${' '.repeat(200)}need</p>`,
      ['Councils need'],
    ],
    [
      'a table',
      '<table><tr><td style="min-width: 120mm">A<td style="min-width: 80mm; text-align: right">B</table>',
      ['B'],
    ],
    ['the left side', '<p style="margin-left: -5mm">Left</p>', ['Left']],
    [
      'what is cut off',
      '<p style="overflow: hidden; white-space: nowrap; width: 200mm">Cut</p><p style="overflow: hidden; white-space: nowrap">' +
        'word '.repeat(60) +
        '</p>',
      ['word word word word word word word word …', '<p>'],
    ],
    ['what is no text', '<img src="wide.png" style="width: 190mm; height: 5mm">', ['<img src="wide.png">']],
    [
      'a band',
      '<div class="band" style="margin: 0 -20mm; padding: 0 20mm"><p>Inside</p></div>',
      ['<div class="band">'],
    ],
  ])('is found: %s', async (_, body, expected) => {
    const { overflowing } = await measure(`<p>Before</p>${body}<p>After</p>`);
    expect(overflowing.map(({ said }) => said)).toEqual(expected);
  });

  test('is what Chrome shrinks the page for, to a part of a millimetre', async () => {
    for (const margin of ['20mm', '18mm', '12.7mm', '15mm 17mm', '1in', '20.3mm 11.1mm 10mm 19.9mm']) {
      for (const width of [639, 643, 643.5, 658, 658.5, 602, 602.5, 666, 666.5, 677, 677.5, 698, 698.5]) {
        const [body, style] = [`<p>Text</p><hr style="width: ${width}px">`, `@page { margin: ${margin} }`];
        const shrunk = ((await printedSizes(body, style)).get('Text') ?? 0) < 11.999;
        const { overflowing } = await measure(body, style);
        expect(overflowing, `${width} px between ${margin}`).toEqual(shrunk ? [alone('<hr>')] : []);
      }
    }
  });
});

describe('text that its box cuts off', () => {
  test.each([
    [
      'below',
      '<div style="height: 22mm; overflow: hidden"><p>First</p><p>Second</p><p>Third</p></div>',
      ['Third'],
    ],
    [
      'at the side',
      '<p style="width: 20mm; overflow: hidden; white-space: nowrap">One two three four five</p>',
      ['One two three four five'],
    ],
  ])('%s is found', async (_, body, expected) => {
    expect((await measure(body)).cut).toEqual(expected.map(alone));
  });
  test.each([
    ['a box that holds all', '<div style="overflow: hidden"><p>First</p><p>Second</p></div>'],
    ['lines set close', '<p style="overflow: hidden; line-height: 1">First gyp</p>'],
    ['words for screen readers', '<p style="overflow: hidden; width: 1px; height: 1px">Hidden words</p>'],
  ])('is none in %s', async (_, body) => {
    expect((await measure(body)).cut).toEqual([]);
  });
});

describe('text wider than its column', () => {
  const long = 'x'.repeat(50);
  test.each([
    ['a narrow block', `<div style="width: 40mm"><p>See ${long}</p></div>`, `See ${long}`],
    ['columns', `<div style="columns: 3"><p>Before</p><p>${long}</p><p>After</p></div>`, long],
    ['an element within a line', `<p style="width: 30mm"><b>${long}</b></p>`, long],
  ])('is found in %s', async (_, body, text) => {
    const { wide, overflowing } = await measure(body);
    expect({ wide, overflowing }).toEqual({ wide: [alone(text)], overflowing: [] });
  });
  test('is none where it wraps, or where the block grows with it', async () => {
    const body = `<div style="width: 40mm; overflow-wrap: break-word"><p>See ${long}</p></div><table><tr><td>${long}<td>B</table><p style="columns: 2">${'word '.repeat(90)}</p>`;
    expect((await measure(body)).wide).toEqual([]);
  });
});

describe('what is too wide says of which text it is', () => {
  const long = 'x'.repeat(120);
  test.each([
    ['a block of a passage, the second too', `<p data-of="a">A</p><p data-of="a">${long}</p>`, 'a'],
    ['within such a block', `<ul data-of="a"><li>A <b>${long}</b></li></ul>`, 'a'],
    ['the headline', `<h1 data-of="--headline">${long}</h1>`, '--headline'],
    [
      'the claim beside a rebuttal',
      `<dl><dd data-of="a"><p>${long}</p></dd><dd data-of="b">B</dd></dl>`,
      'a',
    ],
    [
      'what stands beside one passage alone',
      `<li><p>${long}</p><div><p data-of="a">A</p><p data-of="a">A</p></div></li>`,
      'a',
    ],
    [
      'what stands beside several',
      `<section><p>${long}</p><p data-of="a">A</p><p data-of="b">B</p></section>`,
      null,
    ],
    ['what stands on the page of one', `<div><h1>H</h1><p data-of="a">A</p><p>${long}</p></div>`, null],
    ['a picture', `<p data-of="a"><img src="wide.png" style="width: 190mm; height: 5mm"></p>`, 'a'],
  ])('%s', async (_, body, of) => {
    const { overflowing } = await measure(`<main><h1>Headline</h1>${body}</main>`);
    expect(overflowing.map((spot) => spot.of)).toEqual([of]);
  });
});

test('the same words are told once of each passage', async () => {
  const long = `<td>${'x'.repeat(120)}</td>`;
  const table = `<table data-of="a"><tr>${long}</tr><tr>${long}</tr></table><table data-of="b"><tr>${long}</tr></table>`;
  expect((await measure(table)).overflowing.map(({ of }) => of)).toEqual(['a', 'b']);
});

test('a picture taller than a page is found, and one as tall is none', async () => {
  const body =
    '<svg style="height: 260mm; width: 10mm"></svg><svg class="whole" style="height: 257mm; width: 10mm"></svg>';
  expect((await measure(body)).tall).toEqual([alone('<svg>')]);
});

describe('the width of the page', () => {
  const wide = (millimetres: number): string => `<div style="width: ${millimetres}mm">W</div>`;

  test.each([
    ['A4', '', 170],
    ['A4 landscape', '@page { size: A4 landscape }', 257],
    ['A5', '@page { size: A5; margin: 10mm 14mm }', 120],
    ['a size in lengths', '@page { size: 100mm 200mm; margin: 10mm }', 80],
    ['a square', '@page { size: 5in; margin: 1in }', 76.2],
    ['landscape alone', '@page { size: landscape; margin: 0 }', 297],
    ['margins in percent', '@page { size: 200mm 100mm; margin: 10% }', 160],
    ['margins side by side', '@page { margin-left: 50mm; margin-right: 10mm }', 150],
    ['a rule in a layer', '@layer print { @page { margin: 20mm } }', 170],
    ['a rule for print', '@media print { @page { margin: 30mm } }', 150],
    ['a rule for screens', '@media screen { @page { margin: 90mm } }', 170],
    ['a rule that is not supported', '@supports (float: footnote) { @page { margin: 90mm } }', 170],
    ['narrower left pages', '@page :left { margin-left: 40mm }', 150],
    ['a named page that nothing uses', '@page wide { margin: 90mm }', 170],
  ])('is read from %s', async (_, style, width) => {
    expect((await measure(wide(width - 0.5), style)).overflowing).toEqual([]);
    expect((await measure(wide(width + 0.5), style)).overflowing).toEqual([alone('<div>')]);
  });

  test('is that of the named page on which a part stands', async () => {
    const style =
      '@page wide { size: A4 landscape } @page narrow { margin: 50mm } .wide { page: wide } .narrow { page: narrow }';
    const body = (middle: number, last: number) =>
      `<p>First</p><section class="wide"><div><div class="w" style="width: ${middle}mm">W</div></div></section>` +
      `<section class="narrow"><div class="n" style="width: ${last}mm">N</div></section>`;
    expect((await measure(body(250, 105), style)).overflowing).toEqual([]);
    expect((await measure(body(262, 105), style)).overflowing).toEqual([alone('<div class="w">')]);
    expect((await measure(body(250, 115), style)).overflowing).toEqual([alone('<div class="n">')]);
  });

  test('is that of pages whose style comes by a link or an import', async () => {
    const assets = new Map([
      ['assets/a.css', Buffer.from('@import "b.css";')],
      ['assets/b.css', Buffer.from('@page { size: A4; margin: 40mm }')],
    ]);
    for (const file of ['a', 'b']) {
      const html = `<!doctype html><link rel="stylesheet" href="../assets/${file}.css"><body style="margin: 0">`;
      const printed = await print(jobOf(`${html}${wide(129)}${wide(131)}`, assets));
      expect(printed.measures.overflowing).toEqual([alone('<div>')]);
    }
  });
});

test('a page that is printed after it was measured is as wide as its paper', async () => {
  // A tab keeps the width of the page before; a rule on the width of the view sees that of the paper.
  const style = '@media (max-width: 500px) { p { display: none } }';
  await measure('<p>A6</p>', '@page { size: A6; margin: 10mm }');
  expect([...(await printedSizes('<p>Text</p>', style)).keys()]).toEqual(['Text']);
});
