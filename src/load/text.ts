import { isUtf8 } from 'node:buffer';
import { error, type Say } from '../diagnostics/message.ts';
import { startOf, type Place } from '../diagnostics/place.ts';
import { codePoint, sayInvisible } from './invisible.ts';
import { Lines } from './lines.ts';

/** The longest file that is read, in MB: about three hundred pages, or a hundred thousand rows of a table. */
const LONGEST = { text: 1, csv: 20 };

/** A file's text without its byte order mark; null, with the reason said, where it can't be read as text. */
export const readText = (file: string, bytes: Uint8Array | null, say: Say): Lines | null => {
  if (!bytes) {
    const remedy = 'Add it, or see whether it is a link to a file outside the project.';
    say(error('missing-file', startOf(file), `There is no file \`${file}\` in the project`, { remedy }));
    return null;
  }
  const most = file.endsWith('.csv') ? LONGEST.csv : LONGEST.text;
  if (bytes.length > most * 1e6) {
    const size = (bytes.length / 1e6).toFixed(1);
    const remedy = 'Split it into several files.';
    say(error('too-large', startOf(file), `The file is ${size} MB; the most is ${most} MB`, { remedy }));
    return null;
  }
  return isUtf8(bytes)
    ? checked(new Lines(file, normalised(new TextDecoder().decode(bytes))), say)
    : notUtf8(file, bytes, say);
};

/**
 * A letter and its mark as one character where there is one (NFC), and hyphens as the hyphen that every font has: U+2010
 * and U+2011 look like it.
 */
export const normalised = (text: string): string => text.normalize('NFC').replace(/[\u2010\u2011]/gu, '-');

/** Control characters would be lost or read as something else on the way; a lone carriage return ends no line. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)/;

const checked = (lines: Lines, say: Say): Lines | null => {
  const offset = lines.text.search(CONTROL);
  if (offset < 0) return sayInvisible(lines.text, 'text', (at) => lines.place(at), say) ? null : lines;
  const code = codePoint(lines.text.charAt(offset));
  const remedy = 'Delete it, or save the file anew as plain text.';
  say(
    error('control-character', lines.place(offset), `Here is an invisible control character (${code})`, {
      remedy,
    }),
  );
  return null;
};

const notUtf8 = (file: string, bytes: Uint8Array, say: Say): null => {
  const at = firstBadByte(bytes);
  const before = new Lines(file, new TextDecoder().decode(bytes.subarray(0, at)));
  const place: Place = before.place(before.text.length);
  const code = (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  const remedy = file.endsWith('.csv')
    ? 'Save the file as “CSV UTF-8 (comma delimited)”.'
    : 'Save the file with the encoding UTF-8.';
  say(error('not-utf-8', place, `The file is not UTF-8 text: the byte ${code} stands here`, { remedy }));
  return null;
};

/** The index of the first byte that belongs to no whole character. */
const firstBadByte = (bytes: Uint8Array): number => {
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    const length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    if (length > 1 && (at + length > bytes.length || !isUtf8(bytes.subarray(at, at + length)))) break;
    at += length;
  }
  return at;
};
