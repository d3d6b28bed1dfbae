/** What a file of the output says, in pieces: by its ending, all that a reader could find in it. */

import { posix } from 'node:path';
import type { PdfText } from '../model/pdf-text.ts';
import { textsOfPdf } from '../pdf/index.ts';
import { htmlPieces } from './html-pieces.ts';
import type { Piece } from './marks.ts';

type ReadPieces = (bytes: Uint8Array) => readonly Piece[] | Promise<readonly Piece[]>;

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const plainPieces: ReadPieces = (bytes) => [{ where: 'its text', text: decode(bytes), isName: false }];

const markupPieces: ReadPieces = (bytes) => htmlPieces(decode(bytes));

/** What a PDF says, of which all words have been read. */
export const pdfPieces = (texts: readonly PdfText[]): readonly Piece[] =>
  texts.map(({ where, text }) => ({ where, text, isName: where.startsWith('/') }));

/** Each key and value of JSON; what is none as a text. */
const jsonPieces: ReadPieces = (bytes) => {
  const pieces: Piece[] = [];
  try {
    JSON.parse(decode(bytes), (key, value: unknown) => {
      if (key) pieces.push({ where: 'a key', text: key, isName: true });
      if (typeof value === 'string') pieces.push({ where: `\`${key}\``, text: value, isName: true });
      return value;
    });
  } catch {
    return plainPieces(bytes);
  }
  return pieces;
};

/** Fonts and pixels say nothing that can be read as words: pictures are written anew without what described them. */
const READERS: Readonly<Record<string, ReadPieces>> = {
  '.html': markupPieces,
  '.svg': markupPieces,
  '.xml': markupPieces,
  '.pdf': async (bytes) => pdfPieces(await textsOfPdf(bytes)),
  '.json': jsonPieces,
  '.woff2': () => [],
  '.woff': () => [],
  '.png': () => [],
  '.jpg': () => [],
  '.jpeg': () => [],
  '.webp': () => [],
};

/** What a file says; what it is called too. */
export const piecesOf = async (path: string, bytes: Uint8Array): Promise<readonly Piece[]> => [
  ...(await (READERS[posix.extname(path).toLowerCase()] ?? plainPieces)(bytes)),
];

/** What a file is called. */
export const namePieces = (path: string): readonly Piece[] => [
  { where: 'its name', text: path, isName: true },
];
