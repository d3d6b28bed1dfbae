import { beforeAll, describe, expect, test } from 'vitest';
import type { Made } from '../../src/model/made.ts';
import { readPdf } from '../pdf/read-pdf.ts';
import { produceAll } from '../produced.ts';
import { elementFiles } from './specimen.ts';
import { besidesStyle } from '../made-up.ts';

/** All that Markdown can produce, in every template and in large print: nothing is refused, warned of or lost. */
describe('a passage with every element of Markdown', () => {
  let made: readonly Made[];
  beforeAll(async () => {
    const produced = await produceAll(elementFiles());
    expect([produced.drafting, produced.printing].map(besidesStyle)).toEqual([[], []]);
    ({ made } = produced);
  });

  test('prints in every template, in standard and in large print', () => {
    expect(made.map(({ entry }) => entry.template)).toHaveLength(10);
  });

  test('has each style of letters in a font of its own', async () => {
    for (const { entry, files } of made.filter(({ entry }) => entry.variant === 'standard')) {
      const { fonts } = await readPdf(files.get(entry.files.pdf ?? '') ?? new Uint8Array());
      const names = fonts.map(({ name }) => name.replace(/^\w+\+/u, ''));
      expect(names, entry.template).toEqual(
        expect.arrayContaining([expect.stringMatching(/^SourceSans3.*SemiBoldItalic$/u)]),
      );
    }
  });
});
