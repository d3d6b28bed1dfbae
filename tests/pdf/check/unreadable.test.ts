import { constants, deflateSync } from 'node:zlib';
import { PDFName, PDFString } from '../../../src/pdf/library.ts';
import { describe, expect, test } from 'vitest';
import type { PdfVerdict } from '../../../src/diagnostics/finding.ts';
import { checkPdf } from '../../../src/pdf/inspect.ts';
import { GoodPdf } from './good-pdf.ts';

const check = (bytes: Uint8Array | string): Promise<PdfVerdict> =>
  checkPdf(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, { isForArchive: false });

const rulesOf = (verdict: PdfVerdict): string[] =>
  'findings' in verdict ? verdict.findings.map(({ rule }) => rule) : [verdict.reason];

const changed = async (change: (good: GoodPdf) => void): Promise<PdfVerdict> => {
  const good = await GoodPdf.make();
  change(good);
  return check(await good.bytes());
};

const MEGABYTE = 1024 * 1024;

/** So many zeros, packed: one megabyte of them again and again. */
const zeros = (megabytes: number): Uint8Array => {
  const pack = (length: number) =>
    deflateSync(new Uint8Array(length), { finishFlush: constants.Z_FULL_FLUSH });
  const head = pack(0).subarray(0, 2);
  const one = pack(MEGABYTE).subarray(head.length);
  return Buffer.concat([head, ...Array.from({ length: megabytes }, () => one)]);
};

describe('what can’t be checked is told apart', () => {
  test.each([
    ['', 'empty'],
    ['<!doctype html>', 'no-pdf'],
    ['%PDF-1.7', 'damaged'],
    ['%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj', 'damaged'],
    ['%PDF-1.7\n1 0 obj << /Type /Catalog /Pages 2 0 R', 'damaged'],
  ])('%j', async (text, reason) => {
    expect(await check(text)).toEqual({ reason });
  });

  test('a PDF whose catalog is encrypted with the objects around it', async () => {
    const text = '%PDF-1.7\n1 0 obj << /Root 2 0 R /Encrypt 3 0 R >> endobj\n%%EOF';
    expect(await check(text)).toEqual({ reason: 'encrypted', findings: [] });
  });

  test('the first half of a PDF', async () => {
    const bytes = await (await GoodPdf.make()).bytes();
    expect(await check(bytes.subarray(0, bytes.length / 2))).toEqual({ reason: 'damaged' });
  });

  test('a PDF that unfolds to more than a document needs', async () => {
    const verdict = await changed((good) => {
      const packed = zeros(300);
      const huge = () =>
        good.pdf.context.register(good.pdf.context.stream(packed, { Filter: 'FlateDecode' }));
      good.page.set(PDFName.of('Contents'), good.value([huge(), huge()]));
    });
    expect(verdict).toEqual({ reason: 'too-large' });
  });
});

test('a PDF that is not tagged is told so, and not that each of its words is not', async () => {
  expect(rulesOf(await changed((good) => good.remove(good.catalog, 'StructTreeRoot')))).toEqual([
    'tree-root',
  ]);
});

test('a PDF without pages is told so', async () => {
  const rules = rulesOf(await changed((good) => good.pdf.removePage(0)));
  expect(rules).toContain('tree-pages');
});

test('a PDF that does not say that it is for archives is not held to that', async () => {
  const verdict = await changed((good) =>
    good.describe((xmp) => xmp.replace('<pdfaid:part>3', '<pdfaid:part>')),
  );
  expect(verdict).toMatchObject({ checks: { archive: 0 }, findings: [] });
});

test('a file that has something before its header is no archive', async () => {
  const bytes = await (await GoodPdf.make()).bytes();
  expect(rulesOf(await check(Buffer.concat([Buffer.from('\n'), bytes])))).toEqual(['archive-header']);
});

describe('an encrypted PDF', () => {
  test('is told so, with what can be said of it', async () => {
    const encrypted = await changed((good) =>
      good.pdf.encrypt({ ownerPassword: 'owner', permissions: { contentAccessibility: true } }),
    );
    expect(encrypted).toEqual({ reason: 'encrypted', findings: [] });
  });

  test('that keeps its text from screen readers is found', async () => {
    const encrypted = await changed((good) =>
      good.pdf.encrypt({
        ownerPassword: 'owner',
        userPassword: 'secret',
        permissions: { contentAccessibility: false },
      }),
    );
    expect(encrypted).toMatchObject({ reason: 'encrypted' });
    expect(rulesOf(encrypted)).toEqual(['ua-26-002']);
  });

  test.each([
    ['/P -4', []],
    ['/P -3904', ['ua-26-002']],
    ['', ['ua-26-001']],
  ])('whose catalog can’t be found is held to what it allows: %j', async (rights, rules) => {
    const text = `%PDF-1.7\n3 0 obj << /Filter /Own /V 9 ${rights} >> endobj\ntrailer << /Root 2 0 R /Encrypt 3 0 R >>\n%%EOF`;
    const encrypted = await check(text);
    expect(encrypted).toMatchObject({ reason: 'encrypted' });
    expect(rulesOf(encrypted)).toEqual(rules);
  });

  test('that does not say what readers may do is found', async () => {
    const encrypted = await changed((good) => {
      const dict = { Filter: 'Own', V: 9, O: PDFString.of(''), U: PDFString.of('') };
      good.pdf.context.trailerInfo.Encrypt = good.add('encryption', dict);
    });
    expect(encrypted).toMatchObject({ reason: 'encrypted' });
    expect(rulesOf(encrypted)).toEqual(['ua-26-001']);
  });
});

test('an object that can’t be read is found', async () => {
  const good = await GoodPdf.make();
  good.add('extra', { Extra: PDFString.of('here') });
  const bytes = Buffer.from(await good.pdf.save({ useObjectStreams: false, addDefaultPage: false }));
  const at = bytes.indexOf('/Extra (here)');
  bytes.write('/Extra <<here', at);
  expect(rulesOf(await check(bytes))).toEqual(['tree-objects']);
});
