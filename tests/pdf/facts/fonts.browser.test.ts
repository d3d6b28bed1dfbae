import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { strangeFonts } from '../../../src/pdf/facts/fonts.ts';
import type { PdfFacts, PdfFont } from '../../../src/pdf/facts/facts.ts';
import { readPdf } from '../read-pdf.ts';
import { fontNames } from '../font-names.ts';
import { font, jobOf, onLinux, pageOf, sharedPress } from '../../print/press.ts';

const print = sharedPress();

describe('the names of font files', () => {
  test('are those that their PDF has', async () => {
    const names = await fontNames([font('latin-400-normal'), font('latin-700-normal')]);
    const { bytes } = await print(jobOf(pageOf('<p>Plain <b>bold</b></p>')));
    const facts = await readPdf(bytes);
    expect([...names].sort()).toEqual(facts.fonts.map(({ name }) => name).sort());
    expect(strangeFonts(facts, names)).toEqual([]);
  });

  test('are one where files are parts of one font', async () => {
    expect((await fontNames([font('latin-400-normal'), font('latin-ext-400-normal')])).size).toBe(1);
  });

  test('are read from WOFF as well', async () => {
    const folder = join(import.meta.dirname, '../../../node_modules/@fontsource/source-serif-4/files');
    const file = (ending: string) => readFileSync(join(folder, `source-serif-4-latin-400-normal.${ending}`));
    for (const ending of ['woff', 'woff2']) expect((await fontNames([file(ending)])).size).toBe(1);
  });

  test('are none of what is no font', async () => {
    expect(await fontNames([new TextEncoder().encode('no font')])).toEqual(new Set());
  });
});

describe('strange fonts', () => {
  const strange = (...fonts: PdfFont[]): string[] =>
    strangeFonts({ fonts } as unknown as PdfFacts, new Set(['Sans'])).map(({ name }) => name);

  test('are those of another name, without a file, or without a name', () => {
    const sans = { name: 'Sans', type: 'CIDFontType2', embedded: true };
    expect(strange(sans)).toEqual([]);
    expect(strange(sans, { ...sans, name: 'Serif' })).toEqual(['Serif']);
    expect(strange({ ...sans, embedded: false })).toEqual(['Sans']);
    expect(strange({ ...sans, name: 'Type3', type: 'Type3' })).toEqual(['Type3']);
  });

  test('are found in a page: bold that is made up', async () => {
    const style =
      'b { font-family: Only } @font-face { font-family: Only; font-weight: 400; src: url(../assets/regular.woff2) }';
    const { bytes } = await print(jobOf(pageOf('<p>Plain <b>bold</b></p>', style)));
    const names = await fontNames([font('latin-400-normal')]);
    expect(strangeFonts(await readPdf(bytes), names)).toEqual([
      { name: 'Type3', type: 'Type3', embedded: true },
    ]);
  });

  test.runIf(onLinux)('are found in a page: a character that is missing', async () => {
    const { bytes } = await print(jobOf(pageOf('<p>Plain 漢</p>')));
    const names = await fontNames([font('latin-400-normal')]);
    expect(strangeFonts(await readPdf(bytes), names).map(({ name }) => name)).toEqual(['DespatchMissing']);
  });
});
