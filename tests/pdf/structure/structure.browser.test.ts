import { PDFArray, PDFDict, PDFDocument, PDFName } from '../../../src/pdf/library.ts';
import { describe, expect, test } from 'vitest';
import { finishPdf } from '../../../src/pdf/finish.ts';
import { BOLD, jobOf, pageOf, REGULAR, sharedPress } from '../../print/press.ts';
import { readPdf } from '../read-pdf.ts';
import { textOf as decoded } from '../../../src/pdf/values.ts';
import { forPrint, parsePage } from '../../../src/render/page.ts';
import { writePage } from '../../../src/render/write-page.ts';
import { elementsOf, outlineOf, type Said, saidIn, textOf } from '../said.ts';

const print = sharedPress();

const PROPERTIES = {
  title: 'Briefing',
  author: null,
  subject: null,
  keywords: [],
  language: 'en-GB',
  date: '2025-01-16',
};

const PICTURE = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9" fill="red"/></svg>',
);

const finish = async (body: string, style = ''): Promise<Uint8Array> => {
  const assets = new Map([REGULAR, BOLD, ['assets/picture.svg', PICTURE] as const]);
  const { bytes, marks } = await print(jobOf(pageOf(body, style), assets));
  return finishPdf(bytes, PROPERTIES, marks);
};

/** The structure of a page, without its top. */
const structureOf = async (body: string, style = ''): Promise<string> => {
  const { kids } = await saidIn(await finish(body, style));
  return kids.map((kid) => outlineOf(kid)).join('');
};

const lines = (...texts: string[]): string => `${texts.join('\n')}\n`;

describe('the structure of a PDF has', () => {
  test('sections and articles, and no trace of what groups for the eye alone', async () => {
    const body = `<header><p>One</p></header><main><div><article><p>Two</p></article></div>
      <section><div>Three <b>bold</b></div><p>Four</p></section></main><footer>Five</footer>`;
    expect(await structureOf(body)).toBe(
      lines(
        'Sect',
        '  P',
        '    “One”',
        'Art',
        '  P',
        '    “Two”',
        'Sect',
        '  P',
        '    “Three ”',
        '    “bold”',
        '  P',
        '    “Four”',
        'Sect',
        '  P',
        '    “Five”',
      ),
    );
  });

  test('lists with labels and bodies, also of terms', async () => {
    const body = `<ol start="3"><li>One<ul><li><p>Two</p></li></ul></li></ol>
      <dl><div><dt>Term</dt><dd>Meaning</dd><dd>Another</dd></div><dt>Last</dt><dd>One</dd></dl>`;
    expect(await structureOf(body, 'ul { list-style: square }')).toBe(
      lines(
        'L',
        '  LI',
        '    Lbl',
        '      “3. ”',
        '    LBody',
        '      “One”',
        '      L',
        '        LI',
        '          Lbl',
        '            “\u2022”',
        '          LBody',
        '            P',
        '              “Two”',
        'L',
        '  LI',
        '    Lbl',
        '      “Term”',
        '    LBody',
        '      “Meaning”',
        '    LBody',
        '      “Another”',
        '  LI',
        '    Lbl',
        '      “Last”',
        '    LBody',
        '      “One”',
      ),
    );
  });

  test('tables of contents with references', async () => {
    const body = `<nav role="doc-toc"><ol><li><a href="#a">One</a><ol><li><a href="#b">Two</a> 3</li></ol></li></ol></nav>
      <h1 id="a">One</h1><h2 id="b">Two</h2>`;
    expect(await structureOf(body, 'ol { list-style: none }')).toBe(
      lines(
        'Sect',
        '  TOC',
        '    TOCI',
        '      Reference',
        '        Link',
        '          “One”',
        '      TOC',
        '        TOCI',
        '          P',
        '            Reference',
        '              Link',
        '                “Two”',
        '            “ 3”',
        'H1',
        '  “One”',
        'H2',
        '  “Two”',
      ),
    );
  });

  test('notes, references to them and links back', async () => {
    const body = `<p>Said<sup><a id="r" href="#n" role="doc-noteref">1</a></sup>.</p>
      <section role="doc-endnotes"><ol><li id="n" role="doc-endnote">Jones <a href="#r" role="doc-backlink">back</a></li></ol></section>`;
    const said = await saidIn(await finish(body));
    expect(said.kids.map((kid) => outlineOf(kid)).join('')).toBe(
      lines(
        'P',
        '  “Said”',
        '  Span',
        '    Reference',
        '      Link',
        '        “1”',
        '  “.”',
        'Sect',
        '  L',
        '    LI',
        '      Lbl',
        '        “1. ”',
        '      LBody',
        '        Note',
        '          “Jones ”',
        '          Link',
        '            “back”',
      ),
    );
    expect(elementsOf(said, 'Note').map(({ dict }) => String(dict.get(PDFName.of('ID'))))).toEqual([
      '(note-1)',
    ]);
  });

  test('figures with their texts and places, captions, formulas, and no decoration', async () => {
    const body = `<figure><img src="../assets/picture.svg" alt="A red box" width="90" height="90"><figcaption>Red</figcaption></figure>
      <p><svg role="img" aria-label="A chart" width="20" height="20"><rect width="20" height="20"/></svg></p>
      <p><img src="../assets/picture.svg" alt=""><span aria-hidden="true">Hidden</span>Shown</p><hr>
      <math><mi>x</mi><mo>=</mo><mn>2</mn></math>`;
    const said = await saidIn(await finish(body));
    expect(said.kids.map((kid) => outlineOf(kid)).join('')).toContain(
      lines(
        'Div',
        '  Figure (A red box)',
        '  Caption',
        '    “Red”',
        'P',
        '  Figure (A chart)',
        'P',
        '  “Shown”',
        'Formula (x=2)',
      ),
    );
    const [first] = elementsOf(said, 'Figure');
    const box = String(first?.dict.lookup(PDFName.of('A'), PDFDict).get(PDFName.of('BBox')));
    // 90 pixels are 67.5 points; the figure's margin is 40 pixels, the page's 20 mm, in 1/300 inch.
    expect(box).toBe('[ 87 705.42 154.5 772.92 ]');
  });

  test('captions of pictures and tables alone: who is quoted is a paragraph', async () => {
    const body = `<figure><figcaption>Ray Jones, professor</figcaption><blockquote><p>Aye</p></blockquote></figure>
      <figure><table><tr><th scope="col">A</th></tr><tr><td>B</td></tr></table><figcaption>Rates</figcaption></figure>
      <figure><blockquote><p>No</p></blockquote><figcaption><p>Eve</p><p>Minister</p></figcaption></figure>`;
    expect(await structureOf(body)).toBe(
      lines(
        'Div',
        '  P',
        '    “Ray Jones, professor”',
        '  BlockQuote',
        '    P',
        '      “Aye”',
        'Div',
        '  Table',
        '    TR',
        '      TH',
        '        “A”',
        '    TR',
        '      TD',
        '        “B”',
        '  Caption',
        '    “Rates”',
        'Div',
        '  BlockQuote',
        '    P',
        '      “No”',
        '  P',
        '    “Eve”',
        '  P',
        '    “Minister”',
      ),
    );
  });

  test.each([
    ['<ol><li>A</ol>', '', 'Decimal'],
    ['<ol><li>A</ol>', 'ol { list-style: none }', 'Decimal'],
    ['<ol type="a"><li>A</ol>', '', 'LowerAlpha'],
    ['<ol><li>A</ol>', 'ol { list-style: upper-roman }', 'UpperRoman'],
    ['<ul><li>A</ul>', '', 'Disc'],
    ['<ul><li>A</ul>', 'ul { list-style: none }', 'None'],
  ])('lists with their numbering: %s with %s', async (body, style, numbering) => {
    const [list] = elementsOf(await saidIn(await finish(body, style)), 'L');
    const attributes = list?.dict.lookup(PDFName.of('A'), PDFDict);
    expect(attributes?.get(PDFName.of('ListNumbering'))).toBe(PDFName.of(numbering));
  });

  test('passages by their order, and nowhere their names in the library', async () => {
    const body = `<article id="leak-of-plans"><p>See <a href="#later-one">below</a></p></article>
      <section id="later-one"><p>Text</p></section><p id="page--end">End</p>`;
    const bytes = await finish(body);
    const said = await saidIn(bytes);
    const titles = [...elementsOf(said, 'Art'), ...elementsOf(said, 'Sect')].map(({ dict }) =>
      String(dict.get(PDFName.of('T'))),
    );
    expect(titles).toEqual(['(Passage 1)', '(Passage 2)']);
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
    const all = pdf.context.enumerateIndirectObjects().map(([, object]) => String(object));
    expect(all.join('\n')).not.toMatch(/leak-of-plans|later-one/u);
    expect((await readPdf(bytes)).pages[0]?.links).toEqual([{ place: 'Passage 2', page: 1 }]);
  });

  test('quotations, abbreviations with what they stand for, and the languages of parts', async () => {
    const body = `<p><q>Yes</q> <abbr title="Member of Parliament">MP</abbr> <i lang="cy">iawn</i> <span lang="fr">oui</span></p>
      <blockquote lang="de"><p>Ja</p></blockquote>`;
    expect(await structureOf(body)).toBe(
      lines(
        'P',
        '  Quote',
        '    “Yes”',
        '  “ ”',
        '  Span = Member of Parliament',
        '    “MP”',
        '  “ ”',
        '  Span [cy]',
        '    “iawn”',
        '  “ ”',
        '  Span [fr]',
        '    “oui”',
        'BlockQuote [de]',
        '  P',
        '    “Ja”',
      ).replaceAll(/ *“ ”\n/gu, ''),
    );
  });
});

describe('tables', () => {
  const rows = Array.from({ length: 60 }, (_, row) => `<tr><th scope="row">${row}<td>a<td>b</tr>`).join('');
  const table = `<table><caption>Rates</caption><thead><tr><th scope="col">Area<th scope="col" colspan="2">Rate</thead>
    <tbody>${rows}</tbody><tfoot><tr><th scope="row">Sum<td>c<td>d</tfoot></table>`;

  test('say their heads and feet once, though each page shows them', async () => {
    const bytes = await finish(table, 'td, th { height: 20mm; border: 1px solid }');
    const said = await saidIn(bytes);
    expect((await PDFDocument.load(bytes)).getPageCount()).toBeGreaterThan(3);
    const text = textOf(said).split(/\s+/u).filter(Boolean);
    for (const word of ['Rates', 'Area', 'Rate', 'Sum', 'c', 'd'])
      expect(text.filter((each) => each === word)).toHaveLength(1);
    expect(text[0]).toBe('Rates');
    expect(text.at(-1)).toBe('d');
  });

  test('keep their empty cells, so that each row has as many as the head', async () => {
    const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
    const body = `<table><tr><th scope="col">A</th><th scope="col"></th><th scope="col">C</th></tr>${row('1', '', ' ')}${row('', '', '')}</table>`;
    const printed = writePage(forPrint(parsePage(`<!doctype html><html><body>${body}</body></html>`), null));
    const said = await saidIn(await finish(/<body>(.*)<\/body>/su.exec(printed)?.[1] ?? ''));
    const cells = elementsOf(said, 'TR').map(({ kids }) => kids.map((kid) => (kid as Said).type).join(' '));
    expect(cells).toEqual(['TH TH TH', 'TD TD TD', 'TD TD TD']);
    expect(textOf(said).replaceAll(/\s+/gu, '')).toBe('AC1');
  });

  test('have heads with their scope, which their cells name, numbered in reading order', async () => {
    const bytes = await finish(
      `${'<table><tr><th>A</table>'.repeat(3)}<table><tr><th scope="col">B<tr><td>2</table>`,
    );
    const attributes = (cells: readonly Said[]) =>
      cells.map(({ dict }) => String(dict.lookupMaybe(PDFName.of('A'), PDFDict)).replaceAll(/\s+/gu, ' '));
    const said = await saidIn(bytes);
    expect(attributes(elementsOf(said, 'TH')).at(-1)).toBe('<< /O /Table /Scope /Column >>');
    expect(attributes(elementsOf(said, 'TD'))[0]).toMatch(/^<< \/O \/Table \/Headers \[ \(cell-\d\) \] >>$/u);
  });
});

describe('links', () => {
  const linksIn = async (bytes: Uint8Array): Promise<PDFDict[]> => {
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
    const annotations = pdf.getPages().flatMap((page) => page.node.Annots()?.asArray() ?? []);
    return annotations.map((annotation) => pdf.context.lookup(annotation, PDFDict));
  };

  const contents = async (bytes: Uint8Array): Promise<string[]> =>
    (await linksIn(bytes)).map((link) => decoded(link.lookup(PDFName.of('Contents'))) ?? '');

  const numbers = (link: PDFDict | undefined, key: string): number[] =>
    link
      ?.lookupMaybe(PDFName.of(key), PDFArray)
      ?.asArray()
      .map((number) => Number(String(number))) ?? [];

  test('are one annotation on each page, with an area for each line', async () => {
    const address = 'https://example.org/a/very/<wbr>long/address/<wbr>without/end';
    const body = `<p style="width: 35mm"><a href="https://a.example/">${address}</a></p>
      <p><a href="https://b.example/"><b>One</b> line</a> <a href="https://c.example/">other</a></p>`;
    const [broken, whole, other, ...more] = await linksIn(await finish(body));
    expect(more).toEqual([]);
    const [corners, rect] = [numbers(broken, 'QuadPoints'), numbers(broken, 'Rect')];
    expect(corners.length / 8).toBeGreaterThan(1);
    const [across, up] = [0, 1].map((odd) => corners.filter((_, index) => index % 2 === odd));
    expect(rect).toEqual([
      Math.min(...(across ?? [])),
      Math.min(...(up ?? [])),
      Math.max(...(across ?? [])),
      Math.max(...(up ?? [])),
    ]);
    for (const link of [whole, other]) expect(numbers(link, 'QuadPoints')).toEqual([]);
    expect(numbers(whole, 'Rect')[2]).toBeLessThan(numbers(other, 'Rect')[0] ?? 0);
  });

  test('are one on each page where they go over to the next', async () => {
    const body = `<p style="font-size: 30mm; line-height: 60mm; orphans: 1; widows: 1"><a href="https://a.example/">${'word '.repeat(8)}</a></p>`;
    const bytes = await finish(body);
    const pages = (await PDFDocument.load(bytes)).getPages();
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.map((page) => page.node.Annots()?.size())).toEqual(pages.map(() => 1));
  });

  test('say what they are called: by title, label, text, or picture', async () => {
    const body = `<a href="https://e.example/" title="Care in England">e.example</a> <a href="https://a.example/">Report</a> <a href="https://b.example/" aria-label="Note 1">1</a>
      <a href="https://c.example/"><img src="../assets/picture.svg" alt="Our Ŵyn"></a>
      <a href="https://d.example/">–</a>`;
    expect(await contents(await finish(body))).toEqual(
      expect.arrayContaining(['Care in England', 'Report', 'Note 1', 'Our Ŵyn', '–']),
    );
  });

  test('stand in the structure, and the structure is found from them', async () => {
    const pdf = await PDFDocument.load(await finish('<p>See <a href="https://a.example/">it</a></p>'));
    const root = pdf.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
    const numbers = root.lookup(PDFName.of('ParentTree'), PDFDict).lookup(PDFName.of('Nums'), PDFArray);
    const annotation = pdf.getPage(0).node.Annots()?.lookup(0, PDFDict);
    const key = String(annotation?.get(PDFName.of('StructParent')));
    const at = numbers.asArray().findIndex((entry, index) => index % 2 === 0 && String(entry) === key);
    expect(numbers.lookup(at + 1, PDFDict).get(PDFName.of('S'))).toBe(PDFName.of('Link'));
  });
});

describe('the text of the structure', () => {
  const fold = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();

  test('has a space where a line ends between words, and none within them', async () => {
    const text = `Councils need homes, and <b>people who know</b> them: well-known ones – those of 2009–10 at
      https://example.org/a/very/long/address/of/a/page/without/end and others`;
    const body = ['20mm', '30mm', '45mm', '60mm'].map(
      (width) => `<p style="width: ${width}; overflow-wrap: anywhere">${text}</p>`,
    );
    const said = await saidIn(await finish(body.join('')));
    const plain = fold(text.replaceAll(/<.*?>/gu, ''));
    for (const paragraph of elementsOf(said, 'P')) expect(fold(textOf(paragraph))).toBe(plain);
    expect(elementsOf(said, 'P')).toHaveLength(4);
  });

  test('has no soft hyphens, nor the hyphens that they leave at the ends of lines', async () => {
    const body =
      '<p style="width: 22mm">Well\u00ADbeing super\u00ADcali\u00ADfragil\u00ADistic well-known</p>';
    expect(fold(textOf(await saidIn(await finish(body))))).toBe('Wellbeing supercalifragilistic well-known');
  });

  test('is whole over columns and pages, and in capitals that style has made', async () => {
    const words = Array.from({ length: 900 }, (_, index) => `word${index}`).join(' ');
    const style = '.two { columns: 2 } .up { text-transform: uppercase; width: 30mm }';
    const body = `<p class="up">Keep social workers with families</p><div class="two"><p>${words}</p></div>`;
    const said = await saidIn(await finish(body, style));
    expect(fold(textOf(said))).toBe(`KEEP SOCIAL WORKERS WITH FAMILIES ${words}`);
  });

  test('keeps boxes beside each other apart, and a comma close to its word', async () => {
    const body =
      '<p class="row"><span>Why now</span><span>2</span></p><p class="row"><b>Notes</b><i>, page 3</i></p>';
    const style = '.row { display: flex } .row > * { display: block }';
    expect(fold(textOf(await saidIn(await finish(body, style))))).toBe('Why now 2 Notes, page 3');
  });

  test('has ligatures as letters', async () => {
    expect(fold(textOf(await saidIn(await finish('<p>office fi ffl difficult fjord</p>'))))).toBe(
      'office fi ffl difficult fjord',
    );
  });
});
