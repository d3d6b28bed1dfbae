import { PDFDocument, PDFName, PDFString } from '../../src/pdf/library.ts';
import { getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { save } from '../../src/pdf/save.ts';

/** A PDF with some pages, and with more objects than one stream holds. */
const make = async (objects: number): Promise<PDFDocument> => {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  for (let page = 0; page < 3; page += 1) pdf.addPage([100 + page, 200]);
  pdf.setTitle('Ŵ (one) \\ two');
  const { context } = pdf;
  const list = Array.from({ length: objects }, (_, index) => context.register(context.obj({ Index: index })));
  pdf.catalog.set(PDFName.of('List'), context.obj(list));
  pdf.catalog.set(PDFName.of('Stream'), context.register(context.flateStream('text')));
  await pdf.flush();
  return pdf;
};

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

test('what is written can be read again, whole', async () => {
  const bytes = save(await make(1000));
  const again = await PDFDocument.load(bytes, { updateMetadata: false });
  expect(again.getPageCount()).toBe(3);
  expect(again.getTitle()).toBe('Ŵ (one) \\ two');
  const list = String(again.catalog.lookup(PDFName.of('List')));
  expect(list.match(/\d+ 0 R/gu)).toHaveLength(1000);
  const other = await getDocumentProxy(Uint8Array.from(bytes));
  expect(other.numPages).toBe(3);
  const page = await other.getPage(3);
  expect(page.getViewport({ scale: 1 }).width).toBe(102);
});

test('objects that are gone leave gaps that a reader knows', async () => {
  const pdf = await make(10);
  const { context } = pdf;
  const [ref] =
    context.enumerateIndirectObjects().find(([, object]) => String(object).includes('/Index 4')) ?? [];
  if (ref) context.delete(ref);
  const again = await PDFDocument.load(save(pdf), { updateMetadata: false });
  expect(ref && again.context.lookup(ref)).toBeUndefined();
  expect(again.getPageCount()).toBe(3);
});

test('its beginning and end are those of a PDF/A', async () => {
  const bytes = save(await make(1));
  expect(text(bytes)).toMatch(/^%PDF-1\.7\n%[\x80-\xFF]{4}\n/u);
  expect(text(bytes)).toMatch(/startxref\n\d+\n%%EOF\n$/u);
  const [, place] = /startxref\n(\d+)/u.exec(text(bytes)) ?? [];
  expect(text(bytes).slice(Number(place))).toMatch(/^\d+ 0 obj\n<<\n\/Type \/XRef/u);
});

test('its identifier is twice the hash of what it holds', async () => {
  const identifier = (bytes: Uint8Array) => /\/ID \[ (<[0-9a-f]{32}>) \1 \]/u.exec(text(bytes))?.[1];
  const one = identifier(save(await make(2)));
  expect(one).toBeDefined();
  expect(identifier(save(await make(2)))).toBe(one);
  const other = await make(2);
  other.catalog.set(PDFName.of('Other'), PDFString.of('text'));
  expect(identifier(save(other))).not.toBe(one);
});
