import { inflateSync, constants } from 'node:zlib';
import { decodePDFRawStream, PDFName, type PDFRawStream } from '../library.ts';
import { valueAt } from './objects.ts';

/** A PDF that unfolds to more than its check may take. */
export class TooLarge extends Error {}

/** How much a PDF may unfold to, in bytes: far above any briefing, and no burden for a machine. */
const LIMIT = 512 * 1024 * 1024;

/** Unpacks streams, each once, up to a sum of bytes. */
export class Unpacker {
  #left = LIMIT;
  readonly #unpacked = new Map<PDFRawStream, Uint8Array | null>();

  /**
   * A stream's bytes; null where they are damaged or packed in a way of images.
   * @throws TooLarge where the sum of all bytes is above the limit.
   */
  bytes(stream: PDFRawStream): Uint8Array | null {
    const known = this.#unpacked.get(stream);
    if (known !== undefined) return known;
    const bytes = this.#unpack(stream);
    this.#left -= bytes?.length ?? 0;
    if (this.#left < 0) throw new TooLarge();
    this.#unpacked.set(stream, bytes);
    return bytes;
  }

  #unpack(stream: PDFRawStream): Uint8Array | null {
    const filter = valueAt(stream.dict, 'Filter');
    const isPlain = !stream.transform && valueAt(stream.dict, 'DecodeParms') === undefined;
    if (isPlain && filter === undefined) return stream.contents;
    try {
      if (isPlain && filter === FLATE) return inflate(stream.contents, this.#left + 1);
      return decodePDFRawStream(stream).decode();
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new TooLarge();
      return null;
    }
  }
}

const FLATE = PDFName.of('FlateDecode');

/** Unpacks as far as the data go: readers show what there is of a stream that breaks off. */
const inflate = (packed: Uint8Array, limit: number): Uint8Array =>
  inflateSync(packed, {
    maxOutputLength: limit,
    finishFlush: constants.Z_SYNC_FLUSH,
    chunkSize: chunkFor(packed),
  });

/** In bytes: most content is a sixth as long when it is packed, and in one piece it takes half of the time. */
const chunkFor = ({ length }: Uint8Array): number => Math.min(2 ** 20, Math.max(2 ** 10, 6 * length));

/** The parts of a page's content one after the other, as if one (ISO 32000-1, 7.8.2). */
export const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  if (parts.length === 1 && parts[0]) return parts[0];
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length + 1, 0)).fill(10);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length + 1;
  }
  return whole;
};
