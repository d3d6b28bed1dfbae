/** PDFs, read by PDFium, page by page, without the heads and feet that run through them. */

import { readFile } from 'node:fs/promises';
import { lazy } from '../model/memo.ts';
import { damaged, UnreadOriginal, type Pages } from './unreadable.ts';

/** PDFium’s sign for the hyphen at the end of a line. */
const LINE_HYPHEN = /\ufffe/gu;

export const readPdf = async (bytes: Uint8Array): Promise<Pages> => {
  const library = await newLibrary();
  try {
    const document = await library.loadDocument(bytes);
    const texts = [...document.pages()].map((page) => page.getText().replace(LINE_HYPHEN, '-\n'));
    document.destroy();
    return { texts: withoutRunning(texts), isPaged: true };
  } catch (failure) {
    throw /password|security/iu.test(String(failure)) ? LOCKED : damaged('a PDF');
  }
};

/** Node has it, its types have not. */
declare const WebAssembly: {
  readonly compile: (bytes: Uint8Array) => Promise<object>;
  readonly Instance: new (
    module: object,
    imports: object,
  ) => { readonly exports: Record<string, () => unknown> };
};

/** PDFium, compiled once: that takes longer than to read most PDFs. */
const compiled = lazy(async () =>
  WebAssembly.compile(await readFile(new URL(import.meta.resolve('@hyzyla/pdfium/pdfium.wasm')))),
);

/** One for each PDF: what a broken one has done to it, the next does not meet. */
const newLibrary = async () => {
  const [{ PDFiumLibrary }, module] = await Promise.all([import('@hyzyla/pdfium'), compiled()]);
  return PDFiumLibrary.init({
    instantiateWasm: (imports: object, done: (instance: object) => void) => {
      const instance = new WebAssembly.Instance(module, imports);
      done(instance);
      return instance.exports;
    },
  });
};

const LOCKED = new UnreadOriginal('is locked with a password', 'Archive a copy that opens without one.');

/** The least number of pages on which a line at the edge is taken for one that runs through. */
const RUNNING = 3;

/** How many lines at each edge of a page may do so. */
const DEEPEST = 3;

/** A quotation that goes over the end of a page is not parted by what stands there on every page. */
const withoutRunning = (texts: readonly string[]): readonly string[] => {
  let pages = texts.map((text) => text.split(/\r?\n/u).filter((line) => line.trim()));
  for (let depth = 0; depth < DEEPEST; depth += 1)
    for (const edge of [0, -1]) {
      const lines = pages.map((page) => patternOf(page.at(edge)));
      const counts = new Map<string, number>();
      for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
      const runs = (line: string) =>
        line !== '' && (counts.get(line) ?? 0) >= Math.max(RUNNING, texts.length / 3);
      pages = pages.map((page, at) =>
        runs(lines[at] ?? '') ? (edge ? page.slice(0, -1) : page.slice(1)) : page,
      );
    }
  return pages.map((page) => page.join('\n'));
};

/** A line without its numbers, which count pages. */
const patternOf = (line = ''): string => line.replace(/\d+/gu, '#').trim();
