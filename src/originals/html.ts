/** Web pages: the words that they show, without scripts, styles and what is no text. */

import { isUtf8 } from 'node:buffer';
import type { Nodes } from 'hast';
import { byMark } from './plain.ts';
import { damaged, type Pages } from './unreadable.ts';

/** Elements whose words nobody reads. */
const UNREAD = new Set([
  'head',
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'select',
  'textarea',
  'iframe',
]);

/** Elements that stand within a line: all others begin and end one. */
const INLINE = new Set(
  'a abbr b bdi bdo cite code data del dfn em font i ins kbd mark q s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

export const readHtml = async (bytes: Uint8Array): Promise<Pages> => {
  const [{ unified }, { default: rehypeParse }] = await Promise.all([
    import('unified'),
    import('rehype-parse'),
  ]);
  try {
    return { texts: [wordsOf(unified().use(rehypeParse).parse(decoded(bytes)))], isPaged: false };
  } catch {
    // Elements that lie in one another by the ten thousand are too deep for the parser.
    throw damaged('a web page');
  }
};

const wordsOf = (node: Nodes): string => {
  if (node.type === 'text') return node.value;
  if (!('children' in node) || (node.type === 'element' && UNREAD.has(node.tagName))) return '';
  const words = node.children.map(wordsOf).join('');
  return node.type === 'element' && !INLINE.has(node.tagName) ? `\n${words}\n` : words;
};

/** As browsers do: by the mark before it, as UTF-8, by what the page says, as Windows’ Western European. */
const decoded = (bytes: Uint8Array): string => {
  const marked = byMark(bytes);
  if (marked !== null) return marked;
  if (isUtf8(bytes)) return new TextDecoder().decode(bytes);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const said = /<meta[^>]*charset\s*=\s*["']?([\w-]+)/iu.exec(head)?.[1];
  return new TextDecoder(said ?? 'windows-1252').decode(bytes);
};
