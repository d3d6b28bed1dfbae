import {
  PDFDocument,
  PDFHexString,
  type PDFContext,
  PDFRawStream,
  PDFString,
} from '../../../src/pdf/library.ts';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inspectPdf } from '../../../src/pdf/inspect.ts';
import { wellFormed } from '../../../src/pdf/read/well-formed.ts';
import { save } from '../../../src/pdf/save.ts';
import { runs } from '../../runs.ts';

/** What a PDF can hold, as it is made of plain values. */
type Value = string | number | boolean | null | PDFString | PDFHexString | Value[] | { [key: string]: Value };

const SINGLE: fc.Arbitrary<Value> = fc.oneof(
  fc.string({ minLength: 1, maxLength: 6 }),
  fc.integer(),
  fc.integer({ min: -9, max: 9 }).map((whole) => whole / 8),
  fc.boolean(),
  fc.constant(null),
  fc.string().map((text) => PDFString.of(text.replace(/[\\()]/gu, '\\$&'))),
  fc.constantFrom('(nested (twice))', 'a \\) alone', '\\\\').map((text) => PDFString.of(text)),
  fc.string().map((text) => PDFHexString.fromText(text)),
);

const { value } = fc.letrec<{ value: Value; nest: Value }>((tie) => ({
  value: fc.oneof({ maxDepth: 4, depthSize: 'small' }, SINGLE, tie('nest')),
  nest: fc.oneof(
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(fc.string({ minLength: 1, maxLength: 5 }), tie('value'), { maxKeys: 5 }),
  ),
}));

const make = async (values: readonly Value[], stream = 'q Q'): Promise<PDFDocument> => {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.addPage();
  const { context } = pdf;
  for (const one of values) context.register(context.obj(one as Parameters<typeof context.obj>[0]));
  context.register(context.flateStream(stream));
  return pdf;
};

const textOf = (context: PDFContext): string[] =>
  context
    .enumerateIndirectObjects()
    .map(([ref, object]) =>
      object instanceof PDFRawStream
        ? [String(ref), String(object.dict), Buffer.from(object.contents).toString('hex')].join(' ')
        : [String(ref), String(object)].join(' '),
    );

const load = async (bytes: Uint8Array): Promise<PDFContext> =>
  (await PDFDocument.load(bytes, { updateMetadata: false })).context;

const WRITERS: [string, (pdf: PDFDocument) => Promise<Uint8Array> | Uint8Array][] = [
  ['despatch', save],
  ['the library, with a text as its table', (pdf) => pdf.save({ useObjectStreams: false })],
  ['the library, with a stream as its table', (pdf) => pdf.save({ useObjectStreams: true })],
];

test.each(WRITERS)('what %s writes is read as the library reads it', async (_, write) => {
  await fc.assert(
    fc.asyncProperty(fc.array(value, { maxLength: 8 }), async (values) => {
      const bytes = await write(await make(values));
      const [read, known] = [wellFormed(bytes), await load(bytes)];
      expect(read && textOf(read)).toEqual(textOf(known));
      expect(read?.trailerInfo.Root).toBe(known.trailerInfo.Root);
      expect(read?.largestObjectNumber).toBe(known.largestObjectNumber);
    }),
    { numRuns: runs(20, 500) },
  );
});

/** A PDF with a text as its table, changed; its table stands where it stood. */
const changed = async (from: string | RegExp, to: string): Promise<Uint8Array> => {
  const bytes = await (await make([{ Marked: true }])).save({ useObjectStreams: false });
  const text = Buffer.from(bytes).toString('latin1');
  expect(text).toMatch(from);
  return Buffer.from(text.replace(from, to), 'latin1');
};

describe('a file is malformed', () => {
  test.each<[string, string | RegExp, string]>([
    ['whose table does not say where an object lies', /(\d{10}) 00000 n/u, '0000000011 00000 n'],
    ['whose table has other entries than free and taken ones', / n /u, ' x '],
    ['that does not say where its table is', 'startxref', 'startxxxx'],
    ['that has its table elsewhere', /startxref\s+\d/u, 'startxref\n9'],
    ['with an object that does not end', 'endobj', 'endxxx'],
    ['with an object of another number', /(\n)\d( 0 obj)/u, '$19$2'],
    ['with a dictionary that does not end', '/Marked true\n>>', '/Marked true\n> '],
    ['with a dictionary whose key is no name', '/Marked true', 'xMarked true'],
    ['with a word that is no object', '/Marked true', '/Marked trux'],
    ['with a number that is none', '/Marked true', '/Marked +-.1'],
    ['with a stream of another length', /\/Length \d/u, '/Length 9'],
    ['with a stream that does not say how long it is', '/Length', '/Lxxxxx'],
    ['that was written in several goes', '/Root', '/Prev 9 /Root'],
  ])('%s', async (_, from, to) => {
    expect(wellFormed(await changed(from, to))).toBeNull();
  });
});

/** A PDF with two objects in a stream, and a stream as its table. */
const handmade = (change: { numbers?: string; type?: string; rows?: number } = {}): Uint8Array => {
  const { numbers = '1 0 2 29 ', type = 'ObjStm', rows = 5 } = change;
  const objects = `${numbers}<</Type/Catalog/Pages 2 0 R>><</Type/Pages/Kids[]/Count 0>>`;
  const dict = `/Type/${type}/N 2/First ${numbers.length}/Length ${objects.length}`;
  const start = `%PDF-1.7\n3 0 obj\n<<${dict}>>\nstream\n${objects}\nendstream\nendobj\n`;
  const at = start.length.toString(16).padStart(4, '0');
  const table = ['00000000', '02000300', '02000301', '01000900', `01${at}00`].slice(0, rows).join('');
  const about = `/Type/XRef/Size 5/W[1 2 1]/Root 1 0 R/Filter/ASCIIHexDecode/Length ${table.length + 1}`;
  const end = `4 0 obj\n<<${about}>>\nstream\n${table}>\nendstream\nendobj\nstartxref\n${start.length}\n%%EOF\n`;
  return Buffer.from(start + end, 'latin1');
};

describe('objects in a stream', () => {
  test('are found by the table', () => {
    expect(
      wellFormed(handmade())
        ?.enumerateIndirectObjects()
        .map(([ref]) => ref.objectNumber),
    ).toEqual([1, 2, 3, 4]);
  });

  test.each([
    ['have to lie where the table says', { numbers: '2 0 1 29 ' }],
    ['have to lie in a stream of objects', { type: 'ObjStx' }],
    ['all have an entry', { rows: 4 }],
  ])('%s', (_, change) => {
    expect(wellFormed(handmade(change))).toBeNull();
  });
});

test('any bytes are read or refused', () => {
  const whole = handmade();
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 4 }),
      fc.nat(whole.length),
      (flips, length) => {
        const bytes = Buffer.from(whole);
        for (const [at, byte] of flips) bytes[at] = byte;
        expect(() => wellFormed(bytes.subarray(0, length))).not.toThrow();
        expect(() => wellFormed(bytes)).not.toThrow();
      },
    ),
    { numRuns: runs(500, 10_000) },
  );
});

test('a PDF that is to go out has to be well-formed', async () => {
  const found = await inspectPdf(await changed(/(\d{10}) 00000 n/u, '0000000011 00000 n'));
  expect(found).toEqual({ verdict: { reason: 'damaged' }, facts: null, texts: [] });
});
