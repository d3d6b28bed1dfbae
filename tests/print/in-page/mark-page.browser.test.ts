import { inflateSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFRawStream } from '../../../src/pdf/library.ts';
import { expect, test } from 'vitest';
import { openBareTab, PAPER, withFonts } from '../bare.ts';
import { jobOf, pageOf, sharedPress } from '../press.ts';

const print = sharedPress();

const marksOf = async (body: string) => (await print(jobOf(pageOf(body)))).marks;

/** What a PDF paints on each page, without what its parts are called. */
const paintedBy = async (bytes: Uint8Array): Promise<string[]> => {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  return pdf.getPages().map((page) => {
    const stream = page.node.lookup(PDFName.of('Contents'));
    const text = stream instanceof PDFRawStream ? inflateSync(stream.contents).toString('latin1') : '';
    return text.replaceAll(/\/\w+ <<\/MCID \d+ >>BDC\n|EMC\n/gu, '');
  });
};

test('marks change nothing of what is to be seen, not even where style asks for languages', async () => {
  const style = `[lang] { letter-spacing: 1px } [lang="cy"] { font-weight: 700 } p[lang|=fr] { margin-left: 9mm }
    :lang(de) { text-transform: uppercase } @media print { [lang=en-GB] i { font-weight: 700 } }
    section > :not([lang]) { text-indent: 5mm } i[role=note] { color: red } [role=mark] { color: blue } .nest { [lang^="c"] { color: blue } }`;
  const body = `<header><h1>Head</h1></header><main><section lang="en-GB"><p>One <i role="note">two</i>
    <abbr title="Member">MP</abbr></p></section><p lang="cy">Cymru <i lang="fr">la</i></p><p lang="fr-CA">Oui</p>
    <section><p>Text</p><p lang="de">Straße i</p><p lang="tr">i</p><p lang="">none</p></section>
    <div class="nest"><ul><li><span lang="cy">iawn</span></li></ul></div></main>`;
  const html = pageOf(body, style);
  const tab = await openBareTab();
  await tab.emulateMediaType('print');
  await tab.setContent(withFonts(html));
  await tab.evaluate(() => document.fonts.ready.then(() => undefined));
  const bare = await paintedBy(await tab.pdf(PAPER));
  expect(await paintedBy((await print(jobOf(html))).bytes)).toEqual(bare);
});

test('an element says its type and its language', async () => {
  const { elements } = await marksOf(
    '<section><p>One</p></section><p lang="cy">Two</p><div lang=""><aside>Three</aside></div>',
  );
  expect(elements).toEqual([
    { type: 'Sect', language: 'en-GB' },
    { type: null, language: 'cy' },
    { type: null, language: '' },
    { type: 'Sect', language: '' },
  ]);
});

test('links say what they are called and whether they refer, notes that they are notes', async () => {
  const { elements } = await marksOf(`<a href="#a">Some <b>text</b> </a><a href="#b" aria-label="Note 1"
    role="doc-noteref">1</a><ul><li role="doc-endnote">One</li></ul><a>No link</a>
    <div role="doc-endnotes"><ol><li>Two<ul><li>Three</li></ul></li></ol></div>`);
  expect(elements).toEqual([
    { type: 'Link', language: 'en-GB', label: 'Some text' },
    { type: 'Span', language: 'en-GB' },
    { type: 'Link', language: 'en-GB', label: 'Note 1', refers: true },
    { type: 'L', language: 'en-GB', numbering: 'Disc' },
    { type: 'LI', language: 'en-GB', note: true },
    { type: 'L', language: 'en-GB', numbering: 'Decimal' },
    { type: 'LI', language: 'en-GB', note: true },
    { type: 'L', language: 'en-GB', numbering: 'Circle' },
    { type: 'LI', language: 'en-GB' },
  ]);
});

test('rows of heads and feet say that they are repeated', async () => {
  const { elements } = await marksOf(
    '<table><thead><tr><th>A<tbody><tr><td>1<tfoot><tr><td>2</table><abbr title="Member">MP</abbr>',
  );
  expect(elements).toEqual([
    { type: 'TR', language: 'en-GB', repeated: 'head' },
    { type: 'TR', language: 'en-GB', repeated: 'foot' },
    { type: 'Span', language: 'en-GB', expansion: 'Member' },
  ]);
});

test('the text is what is read, a line for each block', async () => {
  const { text } =
    await marksOf(`<h1>One <b>two</b></h1><p>Three<br>four<span aria-hidden="true">no</span></p>
    <p hidden>no</p><svg><text>no</text></svg><ul><li>Five</li></ul>`);
  expect(text.split(/\s*\n\s*/u).filter(Boolean)).toEqual(['One two', 'Three', 'four', 'Five']);
});
