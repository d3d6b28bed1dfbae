import { createHash } from 'node:crypto';
import { type PDFDocument, PDFHexString } from '@cantoo/pdf-lib';

/** The place of a file identifier (ISO 32000-1, 14.4: 16 bytes). */
const BLANK = '0'.repeat(32);

/** Makes room for a file's identifier, which a PDF/A has to have (ISO 19005-2, 6.1.3). */
export const leaveBlank = ({ context }: PDFDocument): void => {
  const identifier = PDFHexString.of(BLANK);
  context.trailerInfo.ID = context.obj([identifier, identifier]);
};

/** Puts a hash of the file into both places of its identifier, which stands near the end. */
export const identify = (bytes: Uint8Array): Uint8Array => {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, BLANK.length);
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let twice = 0; twice < 2; twice += 1)
    file.write(`<${hash}>`, file.lastIndexOf(`<${BLANK}>`), 'latin1');
  return bytes;
};
