/**
 * Originals take the bytes of an archived document and give its text, in the form in which words are compared; or say
 * why there is none to be read.
 */

import { posix } from 'node:path';
import type { OriginalText } from '../model/original.ts';
import { comparable, PARTED } from '../model/verbatim.ts';
import { readDocx } from './docx.ts';
import { readHtml } from './html.ts';
import { readPdf } from './pdf.ts';
import { readPlain } from './plain.ts';
import { UnreadOriginal, type Pages } from './unreadable.ts';

/** Why an original can't be read. */
export interface OriginalFault {
  /** Goes on from the file's name. */
  readonly fault: string;
  readonly remedy: string;
}

/** By the ending of a file's name. */
const READERS: Readonly<Record<string, (bytes: Uint8Array) => Pages | Promise<Pages>>> = {
  txt: readPlain,
  md: readPlain,
  html: readHtml,
  htm: readHtml,
  docx: readDocx,
  pdf: readPdf,
};

/** The largest file, in MB: a PDF of some thousand pages, with pictures. */
const LARGEST = 50;

const all = Object.keys(READERS).map((ending) => `\`.${ending}\``);

/** The endings of files that can be read, as a list to read. */
export const ENDINGS = `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`;

const readerOf = (path: string) => {
  const ending = posix.extname(path).slice(1).toLowerCase();
  return Object.hasOwn(READERS, ending) ? READERS[ending] : undefined;
};

/** Whether a file has a name by which it can be read. */
export const isOriginal = (path: string): boolean => readerOf(path) !== undefined;

/** Reads an original, whose name has one of the endings. */
export const readOriginal = async (
  path: string,
  bytes: Uint8Array,
): Promise<OriginalText | OriginalFault> => {
  try {
    return asOriginal(await pagesOf(path, bytes));
  } catch (failure) {
    if (failure instanceof UnreadOriginal) return { fault: failure.message, remedy: failure.remedy };
    throw failure;
  }
};

const pagesOf = async (path: string, bytes: Uint8Array): Promise<Pages> => {
  const read = readerOf(path);
  if (!read) throw new UnreadOriginal('is of a kind that can’t be read', `Save it as ${ENDINGS}.`);
  if (!bytes.length) throw new UnreadOriginal('is empty', 'Archive the document anew.');
  if (bytes.length > LARGEST * 1e6)
    throw new UnreadOriginal(
      `is ${(bytes.length / 1e6).toFixed(0)} MB; the most is ${LARGEST} MB`,
      'Archive the pages alone that are quoted.',
    );
  const pages = await read(bytes);
  if (!pages.texts.some((text) => /[\p{L}\p{N}]/u.test(text)))
    throw new UnreadOriginal(
      'holds no text: its pages may be pictures',
      'Let a program recognise the text (OCR) and archive what that saves, or type what is quoted into a `.txt`.',
    );
  return pages;
};

const asOriginal = ({ texts, isPaged }: Pages): OriginalText => {
  let words = '';
  const pages: number[] = [];
  for (const text of texts.map(comparable)) {
    // A word may be parted between two pages.
    if (/\p{L}-$/u.test(words) && /^\p{Ll}/u.test(text)) words = words.slice(0, -1) + PARTED;
    else if (words && text) words += ' ';
    pages.push(words.length);
    words += text;
  }
  return { words, pages: isPaged ? pages : [] };
};
