import { inflateSync } from 'node:zlib';
import { decodePDFRawStream, type PDFRawStream } from '../library.ts';
import { name } from '../values.ts';

/** The bytes of a stream as they were before they were encoded. The library's own inflating takes four times as long. */
export const inflated = (stream: PDFRawStream): Uint8Array => {
  const isPlain = !stream.dict.has(name('DecodeParms'));
  return isPlain && stream.dict.lookup(name('Filter')) === name('FlateDecode')
    ? inflateSync(stream.contents)
    : decodePDFRawStream(stream).decode();
};
