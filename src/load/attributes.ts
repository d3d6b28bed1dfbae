import type { Say } from '../diagnostics/message.ts';
import type { Place } from '../diagnostics/place.ts';
import { FenceLine } from './fence-line.ts';
import type { Lines } from './lines.ts';
import { plainMistake } from './plain.ts';
import { titleMistake } from './titled.ts';
import { readValue } from './value-forms.ts';
import { asWritten, CURLY } from './written-form.ts';

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

/**
 * Reads attributes from after their opening brace: `#id`, `name=value`, `name="some words"`. They stand on one line.
 * Says each that is not so written, and reads on behind it. Merge fields stand in the values of those in `merged` alone.
 */
export const readAttributes = (
  lines: Lines,
  line: number,
  from: number,
  say: Say,
  merged: ReadonlySet<string> = MERGED,
): Attributes => new AttributeReader(new FenceLine(lines, line, from, say), merged).read();

/** The attributes of passages in which merge fields may stand. */
const MERGED: ReadonlySet<string> = new Set(['figure']);

class AttributeReader {
  readonly #line: FenceLine;
  readonly #merged: ReadonlySet<string>;
  readonly #written = new Map<string, Written>();
  /** The attribute before, where its value is not in quotation marks. */
  #bare: { readonly name: string; readonly value: string } | null = null;

  constructor(line: FenceLine, merged: ReadonlySet<string>) {
    this.#line = line;
    this.#merged = merged;
  }

  read(): Attributes {
    const line = this.#line;
    let end: number | null = null;
    while (end === null) {
      line.take(/[ \t]*/y);
      if (line.at >= line.text.length) break;
      if (line.text[line.at] === '}') end = line.at;
      else this.#attribute();
    }
    return { written: this.#written, end, sound: line.sound };
  }

  #attribute(): void {
    const line = this.#line;
    const start = line.at;
    line.soundHere = true;
    if (line.take(/[,;]+/y))
      return line.fault('attribute-comma', start, 'A comma stands between attributes', 'Take it out.');
    const mark = line.take(/[#.]/y);
    if (mark) return this.#shortcut(mark, start);
    const name = line.take(/[^\s=:：}"'“”„‘’‚«»]+/y);
    if (!name) return this.#unreadable(start);
    if (line.take(/[ \t]*[:：][ \t]*/y)) return this.#colon(name, start);
    if (!line.take(/[ \t]*=[ \t]*(?![a-z-]+=)/y)) return this.#valueless(name, start);
    const { value, from, isBare } = readValue(line, name);
    this.#keep(name, value, start, from);
    this.#bare = isBare ? { name, value } : null;
  }

  /** `area: West Yorkshire`, as it is written in YAML: read to the next attribute. */
  #colon(name: string, start: number): void {
    const line = this.#line;
    const from = line.at;
    const value = line.take(
      /"[^"]*"|'[^']*'|[“„«‘][^”»’}]*[”»’]|[^\s,;}]*(?:[ \t]+(?![\w-]+[ \t]*[=:：])[^\s,;}#]+)*/y,
    );
    line.take(/[,;]+/y);
    const text = `A colon stands behind \`${name}\`, where \`=\` belongs`;
    line.fault('attribute-colon', start + name.length, text, asWritten(name, value));
    this.#keep(name, value.replace(new RegExp(`["'${CURLY}]`, 'gu'), ''), start, from);
  }

  /** A word by itself: most often the next word of a list that is not in quotation marks. */
  #valueless(name: string, start: number): void {
    const line = this.#line;
    // What follows of that list is the same mistake.
    const more = line.take(/(?:[ \t]+[^\s=:}#"']+(?=[\s}]))*/y);
    line.take(/[ \t]*=(?=[ \t])/y);
    const remedy = this.#bare
      ? `Put several words of one value in quotation marks. ${asWritten(this.#bare.name, `${this.#bare.value} ${name}${more}`)}`
      : `Give it one: \`${name}="…"\`.`;
    line.fault('attribute-value', start, `\`${name}\` has no value`, remedy);
  }

  #shortcut(mark: string, start: number): void {
    const line = this.#line;
    const value = line.take(/[^\s}"'=,;]*/y);
    if (mark === '.')
      return line.fault(
        'attribute-class',
        start,
        `\`.${value}\` is a class, and passages take none`,
        'Take it out.',
      );
    if (line.take(/=?["'][^"']*["']?|=[^\s}]*/y))
      line.fault(
        'attribute-quotes',
        start,
        'Another attribute is joined to the id',
        'Put a space before its name.',
      );
    this.#keep('id', value, start, start + 1);
  }

  #keep(name: string, value: string, start: number, from: number): void {
    const line = this.#line;
    const mistakeOf = this.#merged.has(name) ? titleMistake : plainMistake;
    const mistake = line.soundHere ? mistakeOf(value) : null;
    if (mistake) line.fault(mistake.rule, from + mistake.index, mistake.text, mistake.remedy);
    const [place, valuePlace] = [line.place(start), line.place(from + value.search(/\S|$/))];
    const first = this.#written.get(name);
    if (first) return line.twice(name, start, first.place);
    if (!value.trim() && line.soundHere)
      line.fault('attribute-value', start, `\`${name}\` has no value`, 'Give it one, or take it out.');
    this.#written.set(name, { name, value: value.trim(), place, valuePlace, sound: line.soundHere });
  }

  #unreadable(start: number): void {
    const line = this.#line;
    // At least one sign, such as a space that is none.
    line.take(/[^}][^\s}]*/y);
    line.fault('attribute-quotes', start, 'This is not an attribute', 'Write it as `name="value"`.');
  }
}
