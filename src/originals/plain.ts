/** Plain text, and Markdown as it is written. */

import { isUtf8 } from 'node:buffer';
import { UnreadOriginal, type Pages } from './unreadable.ts';

export const readPlain = (bytes: Uint8Array): Pages => {
  const marked = byMark(bytes);
  if (marked === null && !isUtf8(bytes))
    throw new UnreadOriginal('is not UTF-8 text', 'Save it anew with the encoding UTF-8.');
  const text = marked ?? new TextDecoder().decode(bytes);
  if (text.includes('\0'))
    throw new UnreadOriginal('is no text', 'Give its name the ending of what it is, or save it as text.');
  return { texts: [text], isPaged: false };
};

/** The text of bytes that begin with a mark of their encoding; null where they don't. */
export const byMark = (bytes: Uint8Array): string | null => {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  return encoding && new TextDecoder(encoding).decode(bytes);
};
