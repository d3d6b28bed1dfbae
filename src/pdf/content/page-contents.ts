import { PDFArray, type PDFDict, PDFRawStream } from '../library.ts';
import { listOf, name } from '../values.ts';
import { inflated } from './inflated.ts';

/** The bytes of a page's contents, whose parts are read as one. */
export const contentsOf = (page: PDFDict): Uint8Array => {
  const contents = page.lookup(name('Contents'));
  const parts = (contents instanceof PDFArray ? listOf(contents) : [contents])
    .filter((part) => part instanceof PDFRawStream)
    .map(inflated);
  const [only] = parts;
  if (only && parts.length === 1) return only;
  return Buffer.concat(parts.flatMap((part) => [part, Buffer.from('\n')]));
};

/** Whether a stream is a form: a drawing with a name of its own (ISO 32000-1, 8.10). */
export const isForm = ({ dict }: PDFRawStream): boolean => dict.lookup(name('Subtype')) === name('Form');
