import { describe, expect, test } from 'vitest';
import type { Overlap } from '../../../src/model/overlap.ts';
import { finishPdf } from '../../../src/pdf/finish.ts';
import { readPdf } from '../read-pdf.ts';
import { jobOf, pageOf, sharedPress } from '../../print/press.ts';

const print = sharedPress();

const overlaps = async (body: string, style = ''): Promise<readonly Overlap[]> => {
  const { bytes, marks } = await print(jobOf(pageOf(`<h1>Headline</h1>${body}`, style)));
  const properties = {
    title: 'T',
    author: null,
    subject: null,
    keywords: [],
    language: 'en-GB',
    date: '2025-01-16',
  };
  return (await readPdf(await finishPdf(bytes, properties, marks))).overlaps;
};

/** Words of the pairs that are found. */
const pairs = async (body: string, style = ''): Promise<string[][]> =>
  (await overlaps(body, style)).map(({ texts }) => texts.map(({ words }) => words));

const UPON = 'position: absolute; margin: 0';

describe('texts over each other are found', () => {
  test.each([
    [
      'a block set upon another',
      `<div style="position: relative"><p>Some homes are empty</p><p style="${UPON}; top: 0">Others are full</p></div>`,
      [['Some homes are empty', 'Others are full']],
    ],
    [
      'by half a line',
      `<div style="position: relative"><p style="margin: 0">Some homes are empty</p><p style="${UPON}; top: 0.5em">Others are full</p></div>`,
      [['Some homes are empty', 'Others are full']],
    ],
    [
      'a line that does not wrap, in the next column',
      '<div style="display: grid; grid-template-columns: 20mm 40mm"><p style="white-space: nowrap">Pontefract and Castleford</p><p>Leeds</p></div>',
      [['Pontefract and Castleford', 'Leeds']],
    ],
    [
      'more than its box holds',
      '<div style="height: 1lh"><p style="margin: 0">One<br>Two</p></div><p style="margin: 0">Three</p>',
      [['One Two', 'Three']],
    ],
    [
      'what repeats a text and is hidden from screen readers',
      `<div style="position: relative"><div aria-hidden="true" style="font-size: 30pt">152%</div><p style="${UPON}; top: 3mm">It rose by 152%</p></div>`,
      [['152%', 'It rose by 152%']],
    ],
    [
      'translucent text',
      `<div style="position: relative"><p style="opacity: 0.5">Some homes are empty</p><p style="${UPON}; top: 0">Others are full</p></div>`,
      [['Some homes are empty', 'Others are full']],
    ],
    [
      'on its side',
      '<div style="position: relative; height: 60mm"><p style="writing-mode: vertical-rl; position: absolute; left: 0">Along the edge</p><p style="position: absolute; top: 5mm; left: 0">Across the edge</p></div>',
      [['Along the edge', 'Across the edge']],
    ],
    [
      'lines of one text',
      '<p style="line-height: 0.4">Homes<br>Homes and places</p>',
      [['Homes Homes and places', 'Homes Homes and places']],
    ],
    [
      'long words by their beginning',
      `<div style="position: relative"><p>${'Some homes are empty. '.repeat(4)}</p><p style="${UPON}; top: 0">Full</p></div>`,
      [['Some homes are empty. Some homes are empty. …', 'Full']],
    ],
    [
      'the words of a line, of which some are bold, as one text',
      `<div style="position: relative"><p>Some <b>homes</b> are <i>empty</i></p><p style="${UPON}; top: 0">Others are full of them</p></div>`,
      [['Some homes are empty', 'Others are full of them']],
    ],
  ])('%s', async (_, body, expected) => {
    expect(await pairs(body)).toEqual(expected);
  });

  test('on their page', async () => {
    const both = `<div style="position: relative"><p>Some homes</p><p style="${UPON}; top: 0">Others</p></div>`;
    expect(
      (await overlaps(`<p>One</p><section style="break-before: page">${both}</section>`)).map(
        ({ page }) => page,
      ),
    ).toEqual([2]);
  });

  test('with the passage that each is, lies in or stands beside', async () => {
    const body = `<div style="position: relative"><p data-of="homes">Some homes</p>
      <section style="${UPON}; top: 0"><p>To: Leeds</p><div><p data-of="cuts">Cuts</p><ul data-of="cuts"><li>More</ul></div></section></div>`;
    const [found] = await overlaps(body, 'section p { margin: 0 }');
    // Names count in the order of the page.
    expect(found?.texts).toEqual([
      { words: 'Some homes', passage: 'Passage 1' },
      { words: 'To: Leeds', passage: 'Passage 2' },
    ]);
  });

  const COLLIDING = `<div style="position: relative"><p>Some homes</p><p style="${UPON}; top: 0">Others</p></div>`;
  test.each([
    [
      'several lie beside',
      `<section><p data-of="homes">A</p><p data-of="cuts">B</p>${COLLIDING}</section>`,
      null,
    ],
    ['it lies beside with the headline', `<p data-of="homes">A</p>${COLLIDING}`, null],
    ['it alone lies beside', `<section><p data-of="homes">A</p>${COLLIDING}</section>`, 'Passage 1'],
  ])('with a passage or none, where %s', async (_, body, passage) => {
    const [found] = await overlaps(`<main>${body}</main>`);
    expect(found?.texts.map((text) => text.passage)).toEqual([passage, passage]);
  });
});

describe('texts that only come near each other are not', () => {
  const LINES = 'Glyphs jump<br>Állady ÂÅ fjord<br>gypsy Ŷ Ŵ quay<br>Ådd flight';
  test.each([
    ['lines set close', `<p style="line-height: 0.9; font-size: 30pt">${LINES}</p>`],
    [
      'paragraphs without space',
      `<p style="margin: 0; line-height: 1">${LINES}</p><p style="margin: 0; line-height: 1">${LINES}</p>`,
    ],
    [
      'notes set high',
      '<p style="line-height: 1">Homes<sup>12</sup>, glyphs<sup><a href="https://a.example/">3</a></sup><br>jump<sup>4</sup> high<sup>5</sup></p>',
    ],
    ['bold and italics within words', '<p>A<b>V</b>A<i>f</i>j<b><i>f</i></b>T<b>o</b></p>'],
    ['letters set tight', '<p style="letter-spacing: -0.05em">AVATAR To Wafer fjord</p>'],
    ['marks upon letters', '<p>e\u0301 a\u0302 W\u0302 y\u0323 i\u0307 n\u0303</p>'],
    ['a shadow', '<p style="text-shadow: 1px 1px 0 #888">Homes first</p>'],
    ['an outline', '<p style="-webkit-text-stroke: 1px #888; paint-order: stroke fill">Homes first</p>'],
    [
      'a quotation mark behind a quotation',
      `<blockquote style="position: relative">Homes first<span aria-hidden="true" style="${UPON}; top: -5mm; left: 0; font-size: 60pt">“</span></blockquote>`,
    ],
    [
      'a watermark at an angle',
      `<div style="position: relative"><p>Homes first, homes first, homes first</p><p aria-hidden="true" style="${UPON}; top: 0; transform: rotate(-30deg); transform-origin: left; font-size: 40pt">DRAFT</p></div>`,
    ],
    [
      'transparent text',
      `<div style="position: relative"><p>Homes first</p><p style="${UPON}; top: 0; color: transparent">Others first</p></div>`,
    ],
    [
      'text out of sight',
      `<div style="position: relative"><p>Homes first</p><p style="${UPON}; top: 0; opacity: 0">Others first</p><p style="${UPON}; top: 0; visibility: hidden">Others first</p><p style="${UPON}; top: 0; width: 1px; height: 1px; overflow: hidden">Others first</p></div>`,
    ],
    [
      'a figure set large beside its sentence',
      '<div style="display: flex; align-items: baseline"><div aria-hidden="true" style="font: 700 40pt/0.8 Sans">152%</div><p>It rose by 152%<br>in a year</p></div>',
    ],
    [
      'bullets and numbers of lists',
      '<ol style="padding: 2em"><li>Homes</ol><ul style="list-style: square"><li>Homes</ul>',
    ],
    [
      'what is struck through or underlined',
      '<p><s>Homes</s> <u>gypsy</u> <a href="https://a.example/">quay</a></p>',
    ],
  ])('%s', async (_, body) => {
    expect(await overlaps(body)).toEqual([]);
  });

  test('heads and feet of the page', async () => {
    const style =
      '@page { @top-center { content: "DRAFT" } @bottom-left { content: "A long title, as at 28 September 2026" } @bottom-right { content: "Page " counter(page) } }';
    expect(await overlaps('<p>Homes</p>'.repeat(90), style)).toEqual([]);
  });
});
