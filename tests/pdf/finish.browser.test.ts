import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '../../src/pdf/library.ts';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { finishPdf } from '../../src/pdf/finish.ts';
import type { PdfProperties } from '../../src/pdf/properties.ts';
import { readPdf } from './read-pdf.ts';
import { jobOf, pageOf, sharedPress } from '../print/press.ts';

const print = sharedPress();

const PROPERTIES = {
  title: 'Keep “Ŵyn” social workers',
  author: 'Labour Social Work Group',
  subject: 'Sample made with despatch',
  keywords: ['children', 'child protection'],
  language: 'en-GB',
  date: '2025-01-16',
};

const TABLE = '<table><tr><th>A</th><th id="b">B</th></tr><tr><td>1</td><td headers="b">2</td></tr></table>';

const finish = (body: string, changes: Partial<PdfProperties> = {}): Promise<Uint8Array> =>
  print(jobOf(pageOf(body))).then(({ bytes, marks }) =>
    finishPdf(bytes, { ...PROPERTIES, ...changes }, marks),
  );

const open = (bytes: Uint8Array) => getDocumentProxy(Uint8Array.from(bytes));

test('a finished PDF says what it is, and when', async () => {
  const { info } = await (await open(await finish('<p>Text</p>'))).getMetadata();
  expect(info).toMatchObject({
    Title: 'Keep “Ŵyn” social workers',
    Author: 'Labour Social Work Group',
    Subject: 'Sample made with despatch',
    Keywords: 'children, child protection',
    Creator: 'despatch',
    Producer: expect.stringContaining('Skia/PDF'),
    CreationDate: 'D:20250116000000Z',
    ModDate: 'D:20250116000000Z',
    Language: 'en-GB',
  });
});

test('what is not known is left out', async () => {
  const { bytes: printed, marks } = await print(jobOf(pageOf('<p>Text</p>')));
  const bytes = await finishPdf(printed, { ...PROPERTIES, author: null, subject: null, keywords: [] }, marks);
  const { info } = await (await open(bytes)).getMetadata();
  for (const key of ['Author', 'Subject', 'Keywords']) expect(info).not.toHaveProperty(key);
});

test('a browser’s PDF whose table of objects is wrong is finished all the same', async () => {
  const { bytes, marks } = await print(jobOf(pageOf('<p>Text</p>')));
  const broken = Buffer.from(
    Buffer.from(bytes).toString('latin1').replace('startxref', 'startxxxx'),
    'latin1',
  );
  expect(await finishPdf(broken, PROPERTIES, marks)).toEqual(await finishPdf(bytes, PROPERTIES, marks));
});

test('its title stands in the window, its language is the one that it is given', async () => {
  const { catalog } = await PDFDocument.load(await finish('<p>Text</p>', { language: 'cy' }));
  expect(
    catalog.lookup(PDFName.of('ViewerPreferences'), PDFDict).get(PDFName.of('DisplayDocTitle'))?.toString(),
  ).toBe('true');
  expect(catalog.lookup(PDFName.of('Lang'), PDFString, PDFHexString).decodeText()).toBe('cy');
});

test('its identifier is twice the same hash, which the content changes', async () => {
  const identifiers = async (body: string) => {
    const { context } = await PDFDocument.load(await finish(body), { updateMetadata: false });
    return String(context.trailerInfo.ID);
  };
  const [one, two] = [await identifiers('<p>One</p>'), await identifiers('<p>Two</p>')];
  expect(one).toMatch(/^\[ <([0-9a-f]{32})> <\1> \]$/);
  expect(one).not.toMatch(/<0+>/);
  expect(two).not.toBe(one);
});

test('its pages have the numbers that they have on paper, covers none', async () => {
  const body = '<p>Cover</p>' + '<p style="break-before: page">Text</p>'.repeat(3);
  const plain = await open(await finish(body));
  expect(await plain.getPageLabels()).toBeNull();
  const covered = await open(await finish(body, { unnumbered: 1 }));
  expect(await covered.getPageLabels()).toEqual(['', '1', '2', '3']);
});

test('its text, tags, outline and links are those of the page', async () => {
  const body = `<h1>Head</h1><p>See <a href="https://example.org/">this</a>.</p>${TABLE}`;
  const pdf = await open(await finish(body));
  const page = await pdf.getPage(1);
  const { items } = await page.getTextContent();
  expect(
    items
      .map((item) => ('str' in item ? item.str : ''))
      .join('')
      .replaceAll(' ', ''),
  ).toBe('HeadSeethis.AB12');
  expect(JSON.stringify(await page.getStructTree())).toMatch(/"H1".*"Link".*"Table".*"TH"/);
  expect((await pdf.getOutline())?.map(({ title }: { title: string }) => title)).toEqual(['Head']);
  expect(await page.getAnnotations()).toEqual([expect.objectContaining({ url: 'https://example.org/' })]);
});

describe('its outline has the words of headings', () => {
  const long = 'Councils need homes of their own and the people to run them well';

  test.each([
    ['that wrap', `<h2 style="width: 40mm">${long}</h2>`, long],
    ['that open a page', '<h2 style="break-before: page">Background</h2>', 'Background'],
    [
      'of which a part opens a page',
      '<div style="height: 999px"></div><section style="break-before: page"><h2 style="width: 30mm">Children Act 1989 <br>section 22G</h2></section>',
      'Children Act 1989 section 22G',
    ],
    ['that are twice the same', '<h2>Aye</h2><h2>Aye Aye</h2>', 'Aye'],
    ['in capitals of style', '<h2 style="text-transform: uppercase">Why now</h2>', 'Why now'],
    ['with soft hyphens', '<h2>Well\u00ADbeing</h2>', 'Wellbeing'],
  ])('%s', async (_, heading, title) => {
    const { outline } = await readPdf(await finish(`<h1>First</h1><p>Text</p>${heading}<h2>Last</h2>`));
    expect(outline[0]).toEqual({ title: 'First', level: 1 });
    expect(outline[1]).toEqual({ title, level: 2 });
    expect(outline.at(-1)).toEqual({ title: 'Last', level: 2 });
  });
});

test('it is smaller than before', async () => {
  const { bytes, marks } = await print(jobOf(pageOf(TABLE.repeat(50))));
  expect((await finishPdf(bytes, PROPERTIES, marks)).length).toBeLessThan(bytes.length * 0.6);
});
