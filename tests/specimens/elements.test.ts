import { beforeAll, describe, expect, test } from 'vitest';
import { produce } from '../../src/produce/produce.ts';
import { draftAll } from '../../src/produce/draft.ts';
import type { Made } from '../../src/model/made.ts';
import { readPdf } from '../pdf/read-pdf.ts';
import { installedPackages } from '../../src/world/installed-packages.ts';
import { openThisPrinter } from '../print/press.ts';
import { elementFiles } from './specimen.ts';

/** All that Markdown can produce, in every template and in large print: nothing is refused, warned of or lost. */
describe('a passage with every element of Markdown', () => {
  let made: readonly Made[];
  beforeAll(async () => {
    const packages = installedPackages('.');
    const world = { files: elementFiles(), packages };
    const { value, messages } = await draftAll(world, '2026-10-01');
    expect(messages).toEqual([]);
    if (!value) throw new Error('the specimen has errors');
    const printed = await produce(
      { openPrinter: openThisPrinter, browsers: 2, progress: () => {} },
      value.project,
      value.drafts,
    );
    expect(printed.messages).toEqual([]);
    made = printed.value;
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
