import type { Say } from '../diagnostics/message.ts';
import type { ReadingId } from '../diagnostics/reading.ts';
import { error } from '../diagnostics/message.ts';
import type { Place } from '../diagnostics/place.ts';
import type { Lines } from './lines.ts';
import { withSpaces } from './invisible.ts';
import { plainMistake } from './plain.ts';

/** An attribute as written in a fence. */
export interface Written {
  readonly name: string;
  readonly value: string;
  readonly place: Place;
  /** Where the value begins, within its quotation marks. */
  readonly valuePlace: Place;
  /** Whether it is written as it should be, so that its value can be judged. */
  readonly sound: boolean;
}

/** The attributes of a fence, and what came of reading them. */
export interface Attributes {
  readonly written: ReadonlyMap<string, Written>;
  /** Where the closing brace stands in the line, from 0; null where there is none. */
  readonly end: number | null;
  /** Whether each was read: while one was not, nothing is said of missing or unknown ones. */
  readonly sound: boolean;
}
const LISTS = 'Members of a list are separated by spaces.';

/** Quotation marks of word processors and of other languages. */
const CURLY = '“”„‘’‚«»';

/** How an attribute is written, e.g. `area="West Yorkshire"`. */
const asWritten = (name: string, value: string): string => {
  const plain = value.replace(new RegExp(`^[=${CURLY}"'\`{]+|[${CURLY}"'\`},;]+$`, 'gu'), '').trim();
  if (name === 'id') return `Write it as \`#${plain || 'some-id'}\`.`;
  return `Write it as \`${name}="${plain || '…'}"\`, with straight quotation marks.`;
};

const BETWEEN = 'Put one space, and nothing else, between attributes.';

/** The ways of writing that run through a whole fence. */
const HABITS: ReadonlySet<string> = new Set(['attribute-colon', 'curly-quotes']);

/**
 * Reads attributes from after their opening brace: `#id`, `name=value`, `name="some words"`. They stand on one line.
 * Says each that is not so written, and reads on behind it.
 */
export const readAttributes = (lines: Lines, line: number, from: number, say: Say): Attributes =>
  new AttributeReader(lines, line, from, say).read();

class AttributeReader {
  readonly #lines: Lines;
  readonly #line: number;
  readonly #text: string;
  readonly #say: Say;
  readonly #written = new Map<string, Written>();
  #at: number;
  /** Whether all attributes, and whether this one, are written as they should be. */
  #sound = true;
  #soundHere = true;
  /** What is said once of a fence: the next of the same kind is the same habit. */
  readonly #said = new Set<string>();
  /** The attribute before, where its value is not in quotation marks. */
  #bare: { readonly name: string; readonly value: string } | null = null;

  constructor(lines: Lines, line: number, from: number, say: Say) {
    this.#lines = lines;
    this.#line = line;
    this.#text = withSpaces(lines.line(line));
    this.#at = from;
    this.#say = say;
  }

  read(): Attributes {
    let end: number | null = null;
    while (end === null) {
      this.#take(/[ \t]*/y);
      if (this.#at >= this.#text.length) break;
      if (this.#text[this.#at] === '}') end = this.#at;
      else this.#attribute();
    }
    return { written: this.#written, end, sound: this.#sound };
  }

  #attribute(): void {
    const start = this.#at;
    this.#soundHere = true;
    if (this.#take(/[,;]+/y))
      return this.#fault('attribute-comma', start, 'A comma stands between attributes', 'Take it out.');
    const mark = this.#take(/[#.]/y);
    if (mark) return this.#shortcut(mark, start);
    const name = this.#take(/[^\s=:：}"'“”„‘’‚«»]+/y);
    if (!name) return this.#unreadable(start);
    if (this.#take(/[ \t]*[:：][ \t]*/y)) return this.#colon(name, start);
    if (!this.#take(/[ \t]*=[ \t]*(?![a-z-]+=)/y)) return this.#valueless(name, start);
    this.#bare = null;
    this.#value(name, start);
  }

  /** `area: West Yorkshire`, as it is written in YAML: read to the next attribute. */
  #colon(name: string, start: number): void {
    const from = this.#at;
    const value = this.#take(
      /"[^"]*"|'[^']*'|[“„«‘][^”»’}]*[”»’]|[^\s,;}]*(?:[ \t]+(?![\w-]+[ \t]*[=:：])[^\s,;}#]+)*/y,
    );
    this.#take(/[,;]+/y);
    const text = `A colon stands behind \`${name}\`, where \`=\` belongs`;
    this.#fault('attribute-colon', start + name.length, text, asWritten(name, value));
    this.#keep(name, value.replace(new RegExp(`["'${CURLY}]`, 'gu'), ''), start, from);
  }

  /** A word by itself: most often the next word of a list that is not in quotation marks. */
  #valueless(name: string, start: number): void {
    // What follows of that list is the same mistake.
    const more = this.#take(/(?:[ \t]+[^\s=:}#"']+(?=[\s}]))*/y);
    this.#take(/[ \t]*=(?=[ \t])/y);
    const remedy = this.#bare
      ? `Put several words of one value in quotation marks. ${asWritten(this.#bare.name, `${this.#bare.value} ${name}${more}`)}`
      : `Give it one: \`${name}="…"\`.`;
    this.#fault('attribute-value', start, `\`${name}\` has no value`, remedy);
  }

  #shortcut(mark: string, start: number): void {
    const value = this.#take(/[^\s}"'=,;]*/y);
    if (mark === '.')
      return this.#fault(
        'attribute-class',
        start,
        `\`.${value}\` is a class, and passages take none`,
        'Take it out.',
      );
    if (this.#take(/=?["'][^"']*["']?|=[^\s}]*/y))
      this.#fault(
        'attribute-quotes',
        start,
        'Another attribute is joined to the id',
        'Put a space before its name.',
      );
    this.#keep('id', value, start, start + 1);
  }

  #value(name: string, start: number): void {
    const from = this.#at;
    const quote = this.#take(/["']/y);
    if (quote) return this.#quoted(name, quote, start, from);
    const curly = this.#take(/[“”‘’„‚«»][^“”‘’«»"'}]*[“”‘’«»"']?/y);
    if (curly) {
      const text = `The value of \`${name}\` stands in curly quotation marks`;
      this.#fault('curly-quotes', from, text, asWritten(name, curly));
      return this.#keep(name, curly.replace(/^.|[“”‘’«»"']$/g, ''), start, from + 1);
    }
    const braced = this.#take(/\{[^{}]*\}/y);
    if (braced) {
      this.#fault(
        'attribute-quotes',
        from,
        `Braces stand round the value of \`${name}\``,
        asWritten(name, braced),
      );
      return this.#keep(name, braced.slice(1, -1), start, from + 1);
    }
    const value = this.#take(/[^\s}]*/y);
    if (/[,;]/.test(value))
      this.#fault(
        'attribute-comma',
        from + value.search(/[,;]/),
        `A comma stands in the value of \`${name}\``,
        `Take it out, or put the value in quotation marks. ${LISTS}`,
      );
    else if (/["'“”‘’=<>`]/.test(value))
      this.#fault(
        'attribute-quotes',
        from,
        `The value of \`${name}\` is not in quotation marks`,
        asWritten(name, value),
      );
    this.#keep(name, value, start, from);
    this.#bare = { name, value };
  }

  #quoted(name: string, quote: string, start: number, from: number): void {
    const value = this.#take(quote === '"' ? /[^"]*/y : /[^']*/y);
    const closed = this.#take(/["']/y) !== '';
    if (!closed) this.#unpaired(name, from);
    else if (/[^\s}]/.test(this.#text[this.#at] ?? ' ')) this.#closeBehind(name, value, from);
    else this.#inspect(name, value, from + 1);
    this.#keep(name, value, start, from + 1);
  }

  /** Something follows the closing mark at once: a comma, or the next attribute, or the mark was the next one's. */
  #closeBehind(name: string, value: string, from: number): void {
    if (/=\s*$/.test(value)) return this.#unpaired(name, from);
    const comma = this.#take(/[,;]+/y);
    const at = this.#at - comma.length;
    if (comma) return this.#fault('attribute-comma', at, `A comma follows the value of \`${name}\``, BETWEEN);
    if (/^[a-z-]+=/.test(this.#text.slice(at)))
      return this.#fault('attribute-quotes', at, `No space follows the value of \`${name}\``, BETWEEN);
    this.#endsWithin(name, value, from);
    this.#passOver();
  }

  /** The mark that ends a value was meant as part of it: `role="chair of the "Big Six""`, `area='King's Lynn'`. */
  #endsWithin(name: string, value: string, from: number): void {
    const mark = this.#text.charAt(from);
    const text = `This quotation mark ends the value of \`${name}\`, and more follows`;
    const isApostrophe = mark === "'" && /\p{L}$/u.test(value);
    const remedy = isApostrophe
      ? `Write the value in \`"…"\`: an apostrophe may stand within them.`
      : "Write marks within a value as “ ”, or put the value in `'…'`.";
    this.#fault('attribute-quotes', this.#at - 1, text, remedy);
  }

  #unpaired(name: string, from: number): void {
    const text = `The quotation mark before the value of \`${name}\` has no partner`;
    const [value = ''] = this.#text.slice(from).split(/\s[a-z-]+=|\}/u);
    this.#fault('attribute-quotes', from, text, asWritten(name, value));
    this.#passOver();
  }

  /** From here on what is within quotation marks and what is not can't be told. */
  #passOver(): void {
    const brace = this.#text.lastIndexOf('}');
    this.#at = brace >= this.#at ? brace : this.#text.length;
  }

  /** What is no slip of the pen within quotation marks, and yet no part of a value. */
  #inspect(name: string, value: string, from: number): void {
    const swallowed = /\s[a-z-]+=/.exec(value);
    const alone = value.search(/[“„](?![^“”„]*”)|(?<![“„][^“”„]*)”/u);
    if (swallowed)
      this.#fault(
        'attribute-quotes',
        from + swallowed.index + 1,
        `Another attribute stands within the value of \`${name}\``,
        'Close the quotation marks before it, with a straight one.',
      );
    else if (alone >= 0)
      this.#fault(
        'curly-quotes',
        from + alone,
        `A curly quotation mark in the value of \`${name}\` has no partner`,
        'Write its partner, or take it out; straight ones stand around a value.',
      );
    else if (/^[“„][^“”„]*”$/u.test(value))
      this.#fault(
        'curly-quotes',
        from,
        `The value of \`${name}\` stands in curly quotation marks within straight ones`,
        `Take the curly ones out. ${asWritten(name, value)}`,
      );
    else if (/[,;]\s*$/.test(value))
      this.#fault(
        'attribute-comma',
        from + value.search(/[,;]\s*$/),
        `The value of \`${name}\` ends with a comma`,
        'Take it out.',
      );
  }

  #keep(name: string, value: string, start: number, from: number): void {
    const mistake = this.#soundHere ? plainMistake(value) : null;
    if (mistake) this.#fault(mistake.rule, from + mistake.index, mistake.text, mistake.remedy);
    const [place, valuePlace] = [this.#place(start), this.#place(from + value.search(/\S|$/))];
    const first = this.#written.get(name);
    if (first) {
      const related = [{ place: first.place, text: 'first given here' }];
      this.#say(
        error('attribute-twice', place, `\`${name}\` is given twice`, {
          remedy: 'Keep one of them.',
          related,
        }),
      );
      return;
    }
    if (!value.trim() && this.#soundHere)
      this.#fault('attribute-value', start, `\`${name}\` has no value`, 'Give it one, or take it out.');
    this.#written.set(name, { name, value: value.trim(), place, valuePlace, sound: this.#soundHere });
  }

  #unreadable(start: number): void {
    // At least one sign, such as a space that is none.
    this.#take(/[^}][^\s}]*/y);
    this.#fault('attribute-quotes', start, 'This is not an attribute', 'Write it as `name="value"`.');
  }

  #fault(rule: ReadingId, index: number, text: string, remedy: string): void {
    this.#sound = false;
    this.#soundHere = false;
    if (HABITS.has(rule) && this.#said.has(rule)) return;
    this.#said.add(rule);
    this.#say(error(rule, this.#place(index), text, { remedy }));
  }

  #place(index: number): Place {
    return this.#lines.at(this.#line, index + 1);
  }

  /** Takes what matches here, perhaps nothing. */
  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? '';
    this.#at += found.length;
    return found;
  }
}
