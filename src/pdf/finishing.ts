import { createHash } from 'node:crypto';
import { PDFDocument, PDFHexString } from '@cantoo/pdf-lib';
import type { PdfProperties } from './properties.ts';
import { mendOutline } from './outline.ts';
import { renumber } from './renumber.ts';

/** Does what `finishPdf` says. */
export const finish = async (bytes: Uint8Array, properties: PdfProperties): Promise<Uint8Array> => {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Infinity });
  describe(pdf, properties);
  mendOutline(pdf, properties.headings);
  renumber(pdf.context);
  const identifier = PDFHexString.of(BLANK);
  pdf.context.trailerInfo.ID = pdf.context.obj([identifier, identifier]);
  return identify(
    await pdf.save({
      useObjectStreams: true,
      addDefaultPage: false,
      updateFieldAppearances: false,
      objectsPerTick: Infinity,
    }),
  );
};

const describe = (pdf: PDFDocument, properties: PdfProperties): void => {
  const { title, author, subject, keywords, language, date } = properties;
  const day = new Date(`${date}T00:00Z`);
  pdf.setTitle(title, { showInWindowTitleBar: true });
  if (author) pdf.setAuthor(author);
  if (subject) pdf.setSubject(subject);
  // A list would be joined by spaces, and lose where a keyword of two words ends.
  if (keywords.length) pdf.setKeywords([keywords.join(', ')]);
  pdf.setLanguage(language);
  pdf.setCreator('despatch');
  pdf.setCreationDate(day);
  pdf.setModificationDate(day);
};

/** The place of a file identifier (ISO 32000-1, 14.4: 16 bytes). */
const BLANK = '0'.repeat(32);

/** Puts a hash of the file into both places of its identifier, which stands near the end. */
const identify = (bytes: Uint8Array): Uint8Array => {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, BLANK.length);
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let twice = 0; twice < 2; twice += 1)
    file.write(`<${hash}>`, file.lastIndexOf(`<${BLANK}>`), 'latin1');
  return bytes;
};
