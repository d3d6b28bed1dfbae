/** A text of a project in the words by which it would be known elsewhere. */

import type { Root } from 'mdast';
import type { Place } from '../diagnostics/place.ts';
import { visit } from '../model/visit.ts';
import type { Access } from './access.ts';
import { addressesIn, SHINGLE, wordsOf } from './words.ts';

/** A text that somebody may read, or nobody. */
export interface HeldText {
  /** What it is, e.g. `the passage `library-hours``. */
  readonly what: string;
  readonly place: Place;
  readonly access: Access;
  /** Its words; it breaks into pieces where something else is put in, such as a recipient's value. */
  readonly pieces: readonly (readonly string[])[];
  /** What documents show beside it, such as a figure: a few words of it tell nothing, but are its readers' own. */
  readonly beside: readonly (readonly string[])[];
  /** Ids. */
  readonly names: readonly string[];
  readonly addresses: readonly string[];
}

/** A text in words. */
export const held = (
  what: string,
  place: Place,
  access: Access,
  texts: readonly string[],
  more: Partial<Pick<HeldText, 'names' | 'addresses' | 'beside'>> = {},
): HeldText => ({
  what,
  place,
  access,
  pieces: texts.map(wordsOf).filter((words) => words.length),
  beside: [],
  names: [],
  addresses: texts.flatMap(addressesIn),
  ...more,
});

/** A text of Markdown. */
export const fromRoot = (root: Root, what: string, place: Place, access: Access): HeldText => {
  const { texts, addresses } = saidIn(root);
  return held(what, place, access, texts, { addresses: addresses.flatMap(addressesIn) });
};

/** The running text, and apart from it what describes pictures and where links lead. */
export const saidIn = (
  root: Root,
): { readonly texts: readonly string[]; readonly addresses: readonly string[] } => {
  const pieces = [''];
  const apart: string[] = [];
  const addresses: string[] = [];
  visit(root, (node) => {
    if (node.type === 'image') apart.push(node.alt ?? '', node.title ?? '', stemOf(node.url));
    else if (node.type === 'link') {
      addresses.push(node.url);
      apart.push(node.title ?? '');
    } else if (node.type === 'exhibit') apart.push(node.request?.title ?? '', node.request?.alt ?? '');
    if (node.type === 'text' || node.type === 'inlineCode') pieces[pieces.length - 1] += node.value;
    else if (node.type === 'field' || node.type === 'exhibit') pieces.push('');
    else if (BLOCKS.has(node.type)) pieces[pieces.length - 1] += ' ';
  });
  const [whole = ''] = pieces;
  // Between what is put in, a few words are nobody's own.
  const running = pieces.length === 1 ? [whole] : pieces.filter((piece) => wordsOf(piece).length >= SHINGLE);
  return { texts: [...running, ...apart], addresses };
};

const BLOCKS: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'listItem',
  'tableCell',
  'break',
  'blockquote',
]);

/** What a picture's file is called: so it is called in the output too. */
const stemOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/u, '');
