/** Originals of our own, in each of the forms that can be read. */

import { PDFDocument } from '../../src/pdf/library.ts';
import { strToU8, zipSync } from 'fflate';

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';

const wordPart = (root: string, body: string): Uint8Array =>
  strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:${root} ${NAMESPACES}>${body}</w:${root}>`);

/** A document of Word with this in its body and in its footnotes. */
export const docx = (body: string, footnotes = ''): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': wordPart('document', `<w:body>${body}</w:body>`),
    ...(footnotes && { 'word/footnotes.xml': wordPart('footnotes', footnotes) }),
  });

export const paragraph = (...runs: readonly string[]): string =>
  `<w:p>${runs.map((run) => `<w:r><w:t xml:space="preserve">${run}</w:t></w:r>`).join('')}</w:p>`;

/** A PDF with these lines on its pages. */
export const pdf = async (pages: readonly (readonly string[])[], password?: string): Promise<Uint8Array> => {
  const document = await PDFDocument.create();
  const font = await document.embedFont('Helvetica');
  for (const lines of pages) {
    const page = document.addPage([400, 400]);
    lines.forEach((line, index) => page.drawText(line, { x: 20, y: 370 - 16 * index, size: 11, font }));
  }
  if (password) document.encrypt({ userPassword: password, ownerPassword: password });
  return document.save();
};
