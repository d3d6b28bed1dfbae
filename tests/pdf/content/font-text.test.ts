import { type PDFDict, PDFDocument, PDFName } from '../../../src/pdf/library.ts';
import { beforeEach, expect, test } from 'vitest';
import { readFontText } from '../../../src/pdf/content/font-text.ts';

const TABLE = `1 begincodespacerange <0000> <FFFF> endcodespacerange
2 beginbfchar <0003> <0020> <00A9> <02BC> endbfchar 1 beginbfchar <0080> <00660066> endbfchar
2 beginbfrange <0010> <0012> <0041> <0020> <0021> [<0061> <D83DDE00>] endbfrange`;

let pdf: PDFDocument;
beforeEach(async () => {
  pdf = await PDFDocument.create();
});

const fontOf = (table: string, subtype = 'Type0'): PDFDict =>
  pdf.context.obj({ Subtype: subtype, ToUnicode: pdf.context.register(pdf.context.flateStream(table)) });

const texts = (font: PDFDict, ...codes: number[]): string[] | undefined => {
  const read = readFontText(font);
  return read ? codes.map((code) => read.textOf(code)) : undefined;
};

test('codes stand for characters, for several, and for those of ranges', () => {
  expect(texts(fontOf(TABLE), 3, 0x80, 0x10, 0x12, 0x20, 0x21, 0x99)).toEqual([
    ' ',
    'ff',
    'A',
    'C',
    'a',
    '\u{1F600}',
    '\uFFFD',
  ]);
});

test('a font knows its space as it is written, if it has one', () => {
  expect(readFontText(fontOf(TABLE))?.space).toBe('<0003>');
  expect(readFontText(fontOf('1 beginbfchar <20> <0020> endbfchar', 'TrueType'))?.space).toBe('<20>');
  expect(readFontText(fontOf('1 beginbfchar <0004> <0041> endbfchar'))?.space).toBeNull();
  expect(readFontText(pdf.context.obj({ Subtype: 'Type0' }))).toBeNull();
});

test('a font is made to say the characters of the page, and no others', () => {
  const font = fontOf(TABLE);
  const read = readFontText(font);
  read?.corrections.set(0xa9, '\u2019').set(0x03, '\u00A0').set(0, 'x');
  read?.correct('Labour\u2019s plan');
  expect(texts(font, 0xa9, 3, 0x80, 0x12, 0x21, 0)).toEqual([
    '\u2019',
    ' ',
    'ff',
    'C',
    '\u{1F600}',
    '\uFFFD',
  ]);
});

test('a font that says what the page says is left as it is', () => {
  const font = fontOf(TABLE);
  const before = font.get(PDFName.of('ToUnicode'));
  const read = readFontText(font);
  read?.corrections.set(0xa9, '\u2019');
  read?.correct('Hawai\u02BCi, Labour\u2019s');
  expect(font.get(PDFName.of('ToUnicode'))).toBe(before);
});
