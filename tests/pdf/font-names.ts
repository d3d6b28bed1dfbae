import { fontFacts } from '../../src/pdf/index.ts';

/** The names of some font files, as they stand in a PDF. */
export const fontNames = async (files: readonly Uint8Array[]): Promise<ReadonlySet<string>> =>
  new Set((await Promise.all(files.map(fontFacts))).flatMap(({ name }) => name ?? []));
