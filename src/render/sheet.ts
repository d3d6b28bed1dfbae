/** Reads one style sheet by itself: what it names, files and other sheets, is put in when it is bundled (`style.ts`). */

import {
  generate,
  ident,
  List,
  parse,
  walk,
  type Atrule,
  type CssNode,
  type StyleSheet,
  type Url,
} from 'css-tree/dist/csstree.esm';
import { error, type Message } from '../diagnostics/message.ts';
import type { Place } from '../diagnostics/place.ts';
import { leaksOf } from '../sealing/leaks.ts';

/** A style sheet as it is written anew: its text, and what is to stand between its pieces. */
export interface StyleParts {
  readonly parts: readonly (string | Import | Address)[];
  readonly messages: readonly Message[];
}

/** Another sheet, by its address; null where the import can't be read. */
export interface Import {
  readonly is: 'import';
  readonly address: string | null;
  readonly place: Place;
}

/** A file that the sheet takes along. */
export interface Address {
  readonly is: 'address';
  readonly address: string;
  readonly isFont: boolean;
  readonly place: Place;
}

export const readSheet = (source: string, file: string): StyleParts => {
  const messages: Message[] = [];
  const say = (at: Place, text: string, remedy: string) => void messages.push(styleFault(at, text, remedy));
  const sheet = parse(source, {
    filename: file,
    positions: true,
    parseCustomProperty: true,
    onParseError: ({ line, column, message }: ParseError) =>
      say({ file, line, column }, message, 'Mend the CSS here.'),
  });
  // Whatever might load something unseen; its addresses are looked at one by one.
  for (const { offset, what } of leaksOf(source, { address: () => true, imports: true }))
    say(placeIn(source, offset, file), ...refusal(what));
  const parts = sheet.type === 'StyleSheet' ? partsOf(sheet, source, file, say) : [];
  return { parts, messages };
};

/** A fault of a style sheet. */
export const styleFault = (at: Place, text: string, remedy: string): Message =>
  error('style-sheet', at, text, { remedy });

type SayFault = (at: Place, text: string, remedy: string) => void;

const partsOf = (sheet: StyleSheet, source: string, file: string, say: SayFault): StyleParts['parts'] => {
  const addresses: Address[] = [];
  const mark = markFor(source);
  for (const { node, isFont } of urlsIn(sheet, file, say)) {
    if (node.value.startsWith('#')) continue;
    addresses.push({ is: 'address', address: node.value, isFont, place: placeOf(node, file) });
    node.value = `${mark}${addresses.length - 1}`;
  }
  const parts: (string | Import)[] = [];
  let rules: CssNode[] = [];
  for (const node of sheet.children.toArray()) {
    if (!isImport(node)) rules.push(node);
    else {
      parts.push(written(rules), { is: 'import', address: imported(node), place: placeOf(node, file) });
      rules = [];
    }
  }
  parts.push(written(rules));
  return parts.flatMap((part) => (typeof part === 'string' ? split(part, mark, addresses) : [part]));
};

/** A word that is nowhere in a sheet, to stand for its addresses. */
const markFor = (source: string): string => {
  let mark = 'address-';
  while (source.includes(mark)) mark = `x${mark}`;
  return mark;
};

const split = (css: string, mark: string, addresses: readonly Address[]): StyleParts['parts'] =>
  css
    .split(new RegExp(`${mark}(\\d+)`, 'u'))
    .map((part, index) => (index % 2 ? (addresses[Number(part)] ?? '') : part));

const written = (rules: readonly CssNode[]): string =>
  generate({ type: 'StyleSheet', children: new List<CssNode>().fromArray([...rules]) });

/** All addresses but those of imports, with whether they are of fonts. Says what makes pictures of texts. */
const urlsIn = (
  sheet: StyleSheet,
  file: string,
  say: SayFault,
): readonly { node: Url; isFont: boolean }[] => {
  const urls: { node: Url; isFont: boolean }[] = [];
  walk(sheet, function (this: { atrule: Atrule | null }, node) {
    const rule = this.atrule?.name.toLowerCase();
    if (
      node.type === 'Declaration' &&
      PAINTED.has(ident.decode(node.property).toLowerCase()) &&
      !onScreen(this.atrule)
    )
      say(
        placeOf(node, file),
        `\`${node.property}\` makes pictures of texts in print, which nobody can search or have read aloud`,
        'Take it out, or write it inside `@media screen { … }`.',
      );
    if (node.type === 'Url' && rule !== 'import') urls.push({ node, isFont: rule === 'font-face' });
  });
  return urls;
};

/** Properties by which Chrome prints an element as a picture, its text too. */
const PAINTED: ReadonlySet<string> = new Set([
  'backdrop-filter',
  'filter',
  'mask',
  'mask-image',
  '-webkit-mask',
  '-webkit-mask-image',
]);

/** Whether a rule is for screens alone. */
const onScreen = (rule: Atrule | null): boolean =>
  rule?.name.toLowerCase() === 'media' &&
  rule.prelude !== null &&
  generate(rule.prelude)
    .split(',')
    .every((query) => /^(?:only\s+)?screen\b/iu.test(query.trim()));

interface ParseError {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

const isImport = (node: CssNode): node is Atrule =>
  node.type === 'Atrule' && node.name.toLowerCase() === 'import';

/** What an `@import` names, where it names one file and nothing else. */
const imported = (node: Atrule): string | null => {
  if (node.prelude?.type !== 'AtrulePrelude') return null;
  const [only, ...more] = node.prelude.children.toArray();
  if (more.length || !only || (only.type !== 'String' && only.type !== 'Url')) return null;
  return /^[a-z]+:|^\//iu.test(only.value) ? null : only.value;
};

/** What to say of CSS that is not known to load nothing. */
export const refusal = (what: string): readonly [text: string, remedy: string] =>
  what.toLowerCase() === '`local()`'
    ? ['A font of the machine is asked for', 'Embed the font: `url("npm:@fontsource/…")`.']
    : [
        `The style sheet holds ${what}, which is not known to load nothing from outside`,
        'Take it out, or name a file of the project by `url("…")`.',
      ];

const placeIn = (source: string, offset: number, file: string): Place => {
  const before = source.slice(0, offset).split(/\r\n|[\n\r\f]/u);
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
};

const placeOf = (node: CssNode, file: string): Place => ({
  file,
  line: node.loc?.start.line ?? 1,
  column: node.loc?.start.column ?? 1,
});
