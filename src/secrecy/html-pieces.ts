/**
 * What a page or a drawing says: its running text, and apart from that each comment, each attribute, and each script and
 * style sheet. It is read sign by sign as browsers do, without a tree: ten times as fast.
 */

import { decodeEntities } from './entities.ts';
import type { Piece } from './marks.ts';

/** Elements within a line, at whose ends no word ends. */
const INLINE: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo cite code data del dfn em i ins kbd mark q s samp small span strong sub time u var wbr'.split(
    ' ',
  ),
);

/** Numbers of notes stand in the middle of sentences: what is set high is read by itself. */
const ASIDE = 'sup';

/** Elements whose text is no markup. */
const RAW: ReadonlySet<string> = new Set(['script', 'style']);

const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/gu;

const TAG = /<(\/?)([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/iuy;

export const htmlPieces = (page: string): readonly Piece[] => new PageReader(page).read();

class PageReader {
  readonly #page: string;
  readonly #pieces: Piece[] = [];
  #running = '';
  #raised = '';
  /** How many elements are open that are set high. */
  #depth = 0;
  #at = 0;

  constructor(page: string) {
    this.#page = page;
  }

  read(): readonly Piece[] {
    const page = this.#page;
    while (this.#at < page.length) {
      const open = page.indexOf('<', this.#at);
      this.#say(page.slice(this.#at, open < 0 ? page.length : open));
      if (open < 0) break;
      this.#at = open;
      this.#markup();
    }
    this.#add('its text', decodeEntities(this.#running), false);
    this.#add('what is set high', decodeEntities(this.#raised), false);
    return this.#pieces;
  }

  #say(text: string): void {
    if (this.#depth) this.#raised += text;
    else this.#running += text;
  }

  #markup(): void {
    const page = this.#page;
    if (page.startsWith('<!--', this.#at)) return this.#upTo('-->', 4, 'a comment');
    if (page.startsWith('<![CDATA[', this.#at)) return this.#upTo(']]>', 9, 'its text');
    if (page.startsWith('<!', this.#at) || page.startsWith('<?', this.#at))
      return this.#upTo('>', 2, 'a declaration');
    TAG.lastIndex = this.#at;
    const found = TAG.exec(page);
    if (!found) {
      this.#say('<');
      this.#at += 1;
      return;
    }
    this.#at = TAG.lastIndex;
    this.#tag((found[2] ?? '').toLowerCase(), found[1] === '/', found[3] ?? '');
  }

  /** Takes what ends by some signs; what never ends goes on to the end. */
  #upTo(end: string, begin: number, where: string): void {
    const from = this.#at + begin;
    const to = this.#page.indexOf(end, from);
    this.#add(where, this.#page.slice(from, to < 0 ? undefined : to), where === 'a comment');
    this.#at = to < 0 ? this.#page.length : to + end.length;
  }

  #tag(name: string, isEnd: boolean, attributes: string): void {
    if (name === ASIDE) {
      this.#depth = Math.max(0, this.#depth + (isEnd ? -1 : 1));
      this.#raised += ' ';
    } else if (!INLINE.has(name)) this.#say(' ');
    if (attributes.trim()) this.#attributes(name, attributes);
    if (!isEnd && RAW.has(name)) this.#raw(name);
  }

  #attributes(element: string, attributes: string): void {
    for (const [, name = '', double, single, bare] of attributes.matchAll(ATTRIBUTE)) {
      const value = decodeEntities(double ?? single ?? bare ?? '');
      const where = `\`${name}\` of \`${element}\``;
      this.#add(where, value, true);
      const unquoted = value.includes('%') ? unescaped(value) : value;
      if (unquoted !== value) this.#add(where, unquoted, true);
      for (const inner of inlineFile(value)) this.#pieces.push(...inner.map((one) => ({ ...one, where })));
    }
  }

  #raw(name: string): void {
    const from = this.#at;
    const end = this.#page.toLowerCase().indexOf(`</${name}`, from);
    this.#at = end < 0 ? this.#page.length : end;
    const text = this.#page.slice(from, this.#at);
    this.#add(name === 'script' ? 'a script' : 'its style sheet', withoutEscapes(text), true);
  }

  #add(where: string, text: string, isName: boolean): void {
    if (text.trim()) this.#pieces.push({ where, text, isName });
  }
}

const unescaped = (value: string): string => {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
};

/** The pieces of a drawing or a text that is written into an attribute. */
const inlineFile = (value: string): readonly (readonly Piece[])[] => {
  const found = /^data:(?:text|image\/svg\+xml|application\/json)[^,]*?(;base64)?,(.*)$/isu.exec(value);
  if (!found) return [];
  const [, isPacked, content = ''] = found;
  return [htmlPieces(isPacked ? Buffer.from(content, 'base64').toString() : unescaped(content))];
};

/** A letter may be written by its number: in JavaScript and JSON, and in CSS. */
const withoutEscapes = (text: string): string =>
  text.includes('\\')
    ? text
        .replace(/\\u\{?([0-9a-f]{4,6})\}?/giu, (_all, code: string) => letter(code))
        .replace(/\\x([0-9a-f]{2})/giu, (_all, code: string) => letter(code))
        .replace(/\\([0-9a-f]{1,6})\s?/giu, (_all, code: string) => letter(code))
        .replace(/\\[nrt]/gu, ' ')
    : text;

const letter = (code: string): string => {
  const number = Number.parseInt(code, 16);
  return number > 0 && number <= 0x10ffff ? String.fromCodePoint(number) : ' ';
};
