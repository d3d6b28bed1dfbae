/** Documents of Word (ECMA-376): the text as it stands with all changes accepted, then its notes. */

import type { SAXParser, Tag } from 'sax';
import { damaged, UnreadOriginal, type Pages } from './unreadable.ts';

const PARTS = ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml'];

/** The most that a part may unfold to, in bytes: the text of some ten thousand pages. */
const LARGEST_PART = 60e6;

/** What stands in the text for elements that are no text. */
const SIGNS: Readonly<Record<string, string>> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' };

/** Elements whose text is there no more, or is there twice. */
const UNREAD = new Set(['moveFrom', 'del', 'Fallback', 'instrText']);

export const readDocx = async (bytes: Uint8Array): Promise<Pages> => {
  // What is locked with a password, and a file of the old Word, is no archive but of OLE.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw new UnreadOriginal(
      'is locked with a password, or is a `.doc` of the old Word',
      'Open it, and save it as `.docx` without a password.',
    );
  const [{ unzipSync }, { default: sax }] = await Promise.all([import('fflate'), import('sax')]);
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => PARTS.includes(name) && originalSize <= LARGEST_PART,
    });
    const texts = PARTS.flatMap((name) =>
      parts[name] ? [wordsOf(new TextDecoder().decode(parts[name]), sax.parser(true))] : [],
    );
    if (!parts['word/document.xml']) throw damaged('a document of Word');
    return { texts: [texts.join('\n')], isPaged: false };
  } catch {
    throw damaged('a document of Word');
  }
};

const wordsOf = (xml: string, parser: SAXParser): string => {
  const words: string[] = [];
  let [inText, unread] = [false, 0];
  Object.assign(parser, {
    onopentag: ({ name }: Tag) => {
      const local = localOf(name);
      if (UNREAD.has(local)) unread += 1;
      inText = local === 't';
      if (!unread) words.push(SIGNS[local] ?? '');
    },
    ontext: (text: string) => void (inText && !unread && words.push(text)),
    onclosetag: (name: string) => {
      const local = localOf(name);
      if (UNREAD.has(local)) unread -= 1;
      inText = false;
      if (local === 'p') words.push('\n');
    },
    onerror: (failure: Error) => {
      throw failure;
    },
  } satisfies Partial<SAXParser>);
  parser.write(xml).close();
  return words.join('');
};

/** A name without the prefix of its namespace. */
const localOf = (name: string): string => name.slice(name.indexOf(':') + 1);
