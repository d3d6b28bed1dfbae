import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create } from 'fontkit';
import { expect, test } from 'vitest';
import { fontFacts } from '../../../src/pdf/facts/fonts.ts';
import { writeFontconfig } from '../../../src/print/browser/fontconfig.ts';
import { MISSING } from '../../../src/model/missing-font.ts';
import { missingFont } from '../../../src/print/browser/missing-font.ts';
import { newFolder } from '../press.ts';

test('the font of missing characters has its name and a glyph for every character', async () => {
  expect((await fontFacts(missingFont())).name).toBe(MISSING);
  const font = create(missingFont()) as unknown as { hasGlyphForCodePoint(code: number): boolean };
  const codes = [0x21, 0x41, 0x2192, 0xe000, 0x6f22, 0x1f600, 0x2a6d6];
  expect(codes.filter((code) => !font.hasGlyphForCodePoint(code))).toEqual([]);
  expect(font.hasGlyphForCodePoint(0x20)).toBe(false);
});

test('the font configuration names only its own folder, however it is called', async () => {
  const folder = join(newFolder(), 'a & <b>');
  const variables = await writeFontconfig(folder);
  expect(variables).toEqual({ FONTCONFIG_PATH: folder, FONTCONFIG_FILE: join(folder, 'fonts.conf') });
  const text = readFileSync(join(folder, 'fonts.conf'), 'utf8');
  expect(text.match(/<dir>.*?<\/dir>/g)).toEqual([
    `<dir>${folder.replace('a & <b>', 'a &amp; &lt;b>')}/fonts</dir>`,
  ]);
  expect(text).not.toContain('<include');
});
