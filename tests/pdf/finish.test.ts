import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { finishPdf } from '../../src/pdf/finish.ts';
import { readPdf } from '../../src/pdf/read.ts';
import { jobOf, pageOf, sharedPress } from '../print/press.ts';

const print = sharedPress();

const PROPERTIES = {
  title: 'Keep “Ŵyn” social workers',
  author: 'Labour Social Work Group',
  subject: 'Sample made with despatch',
  keywords: ['children', 'child protection'],
  headings: [],
  language: 'en-GB',
  date: '2025-01-16',
};

const TABLE = '<table><tr><th>A</th><th id="b">B</th></tr><tr><td>1</td><td headers="b">2</td></tr></table>';

const finish = async (body: string, changes: Partial<typeof PROPERTIES> = {}): Promise<Uint8Array> =>
  finishPdf((await print(jobOf(pageOf(body)))).bytes, { ...PROPERTIES, ...changes });

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
  const bytes = await finishPdf((await print(jobOf(pageOf('<p>Text</p>')))).bytes, {
    ...PROPERTIES,
    author: null,
    subject: null,
    keywords: [],
    headings: [],
  });
  const { info } = await (await open(bytes)).getMetadata();
  for (const key of ['Author', 'Subject', 'Keywords']) expect(info).not.toHaveProperty(key);
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

test('its outline has the words of headings that wrap, of which Chrome joins the lines', async () => {
  const long = 'Councils need homes of their own and the people to run them well';
  const { bytes } = await print(
    jobOf(pageOf(`<h1>First</h1><h2 style="width: 40mm">${long}</h2><h2>Last</h2>`)),
  );
  expect((await readPdf(bytes)).outline[1]?.title).not.toBe(long);
  const { outline } = await readPdf(
    await finishPdf(bytes, { ...PROPERTIES, headings: ['First', long, 'Last'] }),
  );
  expect(outline).toEqual([
    { title: 'First', level: 1 },
    { title: long, level: 2 },
    { title: 'Last', level: 2 },
  ]);
});

test('it is smaller than before', async () => {
  const { bytes } = await print(jobOf(pageOf(TABLE.repeat(50))));
  expect((await finishPdf(bytes, PROPERTIES)).length).toBeLessThan(bytes.length * 0.6);
});

describe('headers of tables', () => {
  /** The identifiers of structure elements, and where cells and the tree of identifiers name them. */
  const identifiersIn = async (bytes: Uint8Array) => {
    const { context } = await PDFDocument.load(bytes, { updateMetadata: false });
    const text = context
      .enumerateIndirectObjects()
      .map(([, object]) => object.toString())
      .join('\n');
    const all = (pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found = '']) => found);
    return {
      own: all(/\/ID \((node\d+)\)/g),
      named: all(/\/Headers \[([^\]]*)\]/g).flatMap((list) => list.match(/node\d+/g) ?? []),
      listed: all(/\/Names \[([^\]]*)\]/g).flatMap((list) => list.match(/node\d+/g) ?? []),
    };
  };

  test('are numbered from 1 in their order, wherever they are named', async () => {
    await print(jobOf(pageOf(TABLE.repeat(3))));
    const { bytes } = await print(jobOf(pageOf(TABLE)));
    const before = await identifiersIn(bytes);
    const after = await identifiersIn(await finishPdf(bytes, PROPERTIES));
    expect(before.own).not.toContain('node00000001');
    expect(after.own).toEqual(['node00000001', 'node00000002']);
    const number = new Map(before.own.map((old, index) => [old, after.own[index]]));
    expect(after.named).toEqual(before.named.map((old) => number.get(old)));
    expect(after.listed).toEqual(before.listed.map((old) => number.get(old)));
    expect(after.named.length).toBeGreaterThan(0);
    expect(after.listed).toEqual(after.own);
  });

  test('keep their place among more than the tree has in one list', async () => {
    const many = await identifiersIn(await finish(TABLE.repeat(200)));
    expect(many.own).toHaveLength(400);
    expect(many.listed).toEqual([...many.listed].sort());
    expect(new Set(many.listed)).toEqual(new Set(many.own));
  });

  test('are no texts: one with the letters of a number stays', async () => {
    const pdf = await PDFDocument.create();
    const number = PDFString.of('node00000012');
    const element = { Type: 'StructElem', S: 'Figure', ID: number, Alt: number, T: [number] };
    pdf.addPage();
    pdf.catalog.set(
      PDFName.of('StructTreeRoot'),
      pdf.context.obj({ K: pdf.context.register(pdf.context.obj(element)) }),
    );
    const bytes = await finishPdf(await pdf.save(), { ...PROPERTIES, title: 'node00000012' });
    const finished = await PDFDocument.load(bytes, { updateMetadata: false });
    const objects = finished.context.enumerateIndirectObjects().map(([, object]) => object.toString());
    const found = objects.find((text) => text.includes('/S /Figure'))?.replaceAll(/\s+/g, ' ');
    expect(found).toContain('/ID (node00000001) /Alt (node00000012) /T [ (node00000012) ]');
    expect(finished.getTitle()).toBe('node00000012');
  });
});
