import { PDFDocument, PDFName, PDFString } from '../../../src/pdf/library.ts';
import { expect, test } from 'vitest';
import { inspectPdf } from '../../../src/pdf/inspect.ts';
import { readPdf } from '../read-pdf.ts';

/** A PDF of two pages, A5 and A4, with some text on the first. */
const make = async (change: (pdf: PDFDocument) => void | Promise<void> = () => {}): Promise<Uint8Array> => {
  const pdf = await PDFDocument.create();
  const [page] = [pdf.addPage([419.53, 595.28]), pdf.addPage([595.28, 841.89])];
  page.setFont(await pdf.embedFont('Helvetica'));
  page.drawText('Text');
  await change(pdf);
  return pdf.save();
};

const link = (pdf: PDFDocument, target: Record<string, unknown>): void => {
  const annotation = { Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9], ...target };
  pdf
    .getPage(0)
    .node.addAnnot(
      pdf.context.register(pdf.context.obj(annotation as Parameters<typeof pdf.context.obj>[0])),
    );
};

test('pages are counted and measured in millimetres', async () => {
  const { pages } = await readPdf(await make());
  expect(pages.map(({ width, height }) => [width, height])).toEqual([
    [148, 210],
    [210, 297],
  ]);
});

test('what a PDF says of itself is null where it says nothing', async () => {
  const silent = await readPdf(await make());
  expect(silent).toMatchObject({
    title: null,
    author: null,
    subject: null,
    language: null,
    tagged: false,
    outline: [],
  });
  const facts = await readPdf(
    await make((pdf) => {
      pdf.setTitle('Ŵ title');
      pdf.setAuthor('A');
      pdf.setSubject('S');
      pdf.setLanguage('cy');
    }),
  );
  expect(facts).toMatchObject({ title: 'Ŵ title', author: 'A', subject: 'S', language: 'cy' });
});

test('a PDF is tagged that is marked so and has a structure, not one that only says so', async () => {
  const mark = (pdf: PDFDocument) =>
    pdf.catalog.set(PDFName.of('MarkInfo'), pdf.context.obj({ Marked: true }));
  expect((await readPdf(await make((pdf) => mark(pdf)))).tagged).toBe(false);
  const both = await make((pdf) => {
    mark(pdf);
    pdf.catalog.set(PDFName.of('StructTreeRoot'), pdf.context.obj({ Type: 'StructTreeRoot' }));
  });
  expect((await readPdf(both)).tagged).toBe(true);
});

test('the outline is read with its levels; one that bites its own tail ends', async () => {
  const bytes = await make((pdf) => {
    const { context } = pdf;
    const [root, one, two, below] = [
      context.nextRef(),
      context.nextRef(),
      context.nextRef(),
      context.nextRef(),
    ];
    const entry = (title: string) => ({ Title: PDFString.of(title) });
    context.assign(root, context.obj({ First: one, Last: two }));
    context.assign(one, context.obj({ ...entry('One'), First: below, Last: below, Next: two }));
    context.assign(below, context.obj({ ...entry('Below'), Next: below }));
    context.assign(two, context.obj(entry('Two')));
    pdf.catalog.set(PDFName.of('Outlines'), root);
  });
  expect((await readPdf(bytes)).outline).toEqual([
    { title: 'One', level: 1 },
    { title: 'Below', level: 2 },
    { title: 'Two', level: 1 },
  ]);
});

test('links lead to addresses, to pages, to places with a name and to none', async () => {
  const bytes = await make((pdf) => {
    const second = [pdf.getPage(1).ref, 'Fit'];
    const names = [PDFString.of('new'), pdf.context.obj({ D: second })];
    pdf.catalog.set(PDFName.of('Dests'), pdf.context.obj({ old: second }));
    pdf.catalog.set(PDFName.of('Names'), pdf.context.obj({ Dests: { Kids: [{ Names: names }] } }));
    link(pdf, { A: { S: 'URI', URI: PDFString.of('https://example.org/?a=(b)') } });
    link(pdf, { Dest: second });
    link(pdf, { A: { S: 'GoTo', D: second } });
    link(pdf, { Dest: 'old' });
    link(pdf, { Dest: PDFString.of('new') });
    link(pdf, { Dest: 'gone' });
    link(pdf, { Subtype: 'Text', Dest: 'old' });
  });
  expect((await readPdf(bytes)).pages.map(({ links }) => links)).toEqual([
    [
      { address: 'https://example.org/?a=(b)' },
      { place: null, page: 2 },
      { place: null, page: 2 },
      { place: 'old', page: 2 },
      { place: 'new', page: 2 },
      { place: 'gone', page: null },
    ],
    [],
  ]);
});

test('fonts are listed once each: also those without a file, without a name, and in what pages draw from', async () => {
  const bytes = await make((pdf) => {
    const { context } = pdf;
    const file = context.register(context.flateStream('font'));
    const embedded = { Type: 'FontDescriptor', FontFile2: file };
    const simple = {
      Type: 'Font',
      Subtype: 'TrueType',
      BaseFont: 'ABCDEF+Sans-Bold',
      FontDescriptor: embedded,
    };
    const below = { Type: 'Font', Subtype: 'CIDFontType2', FontDescriptor: embedded };
    const composite = { Type: 'Font', Subtype: 'Type0', BaseFont: 'ABCDEG+Sans', DescendantFonts: [below] };
    const form = context.flateStream('', {
      Subtype: 'Form',
      Resources: { Font: { F1: simple, F2: { Type: 'Font', Subtype: 'Type3' } } },
    });
    const resources = { Font: { F1: simple, F2: composite }, XObject: { X: context.register(form) } };
    pdf.getPage(1).node.set(PDFName.of('Resources'), context.obj(resources));
  });
  expect((await readPdf(bytes)).fonts).toEqual([
    { name: 'Helvetica', type: 'Type1', embedded: false },
    { name: 'Sans', type: 'CIDFontType2', embedded: true },
    { name: 'Sans-Bold', type: 'TrueType', embedded: true },
    { name: 'Type3', type: 'Type3', embedded: true },
  ]);
});

test('of bytes that are no PDF there are no facts, and it is told why', async () => {
  const bytes = new TextEncoder().encode('<!doctype html>');
  expect(await inspectPdf(bytes)).toEqual({ verdict: { reason: 'no-pdf' }, facts: null, texts: [] });
});
