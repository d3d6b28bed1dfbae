/**
 * Why a text is no YAML, as its author would say it: the parser tells where it can't go on, which is mostly far behind the
 * slip. Goes through the lines as they were meant, and stops at the first that can't be.
 */

import { quotedValue, valueSlip } from './yaml-values.ts';
import { beginsKey, yamlLines, type Line } from './yaml-lines.ts';

/** A slip at an offset of the text. */
export interface YamlSlip {
  readonly offset: number;
  readonly text: string;
  readonly remedy: string;
}

/** The first slip that is known by sight; null where there is none. */
export const yamlSlip = (text: string): YamlSlip | null => {
  const reader = new Reader(text);
  for (const line of yamlLines(text)) {
    const slip = reader.line(line);
    if (slip) return slip;
  }
  return reader.end();
};

/** Keys or items that stand below one another. */
interface Level {
  readonly indent: number;
  /** The last line of them. */
  last: Line;
}

/** What goes on over several lines: a text below `|` or `>`, a quotation, a list or map in brackets. */
interface Open {
  readonly line: Line;
  readonly what: '|' | '"' | "'" | '[';
  readonly offset: number;
  depth: number;
}

const FORM = 'Write `key: value` on each line.';
const spaces = (count: number): string =>
  count === 0 ? 'no space' : `${count} space${count === 1 ? '' : 's'}`;

class Reader {
  readonly #text: string;
  readonly #levels: Level[] = [];
  #open: Open | null = null;
  #before: Line | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  line(line: Line): YamlSlip | null {
    const slip = this.#open ? this.#within(line, this.#open) : this.#fresh(line);
    this.#before = line;
    return slip;
  }

  /** What is still open at the end. */
  end(): YamlSlip | null {
    return this.#open && this.#open.what !== '|' ? unclosed(this.#open, this.#text) : null;
  }

  #within(line: Line, open: Open): YamlSlip | null {
    if (open.what === '|') {
      if (line.indent > open.line.indent) return null;
      this.#open = null;
      const outside = line.key === null && !line.isItem && this.#before === open.line;
      return outside ? belowSign(line, open) : this.#fresh(line);
    }
    if (beginsKey(line) && line.indent <= open.line.indent) return unclosed(open, this.#text);
    if (open.what === '[') this.#count(line.text, open);
    else if (quotedValue(open.what + line.text).closed) this.#open = null;
    return null;
  }

  #fresh(line: Line): YamlSlip | null {
    const at = line.start + line.indent;
    if (/^ *\t/u.test(this.#text.slice(line.start, at)))
      return {
        offset: line.start + this.#text.slice(line.start).indexOf('\t'),
        text: 'A tab stands before this line, where spaces belong',
        remedy: 'Write spaces in its place.',
      };
    if (/^(?:---|\.\.\.)$/u.test(line.text)) return this.#before ? secondPart(at) : null;
    if (line.key === null && !line.isItem) return this.#bare(line, at);
    const slip = this.#place(line) ?? valueSlip(line);
    this.#opens(line);
    return slip;
  }

  /** A line without a key: it goes on with the value above it, or something is missing. */
  #bare(line: Line, at: number): YamlSlip | null {
    const { key, indent = 0, value = '' } = this.#before ?? {};
    const { text } = line;
    const glued = /^([\p{L}\p{N}_/-]+):(?!\/\/)(\S.*)$/u.exec(text);
    const remedyFor = (name: string, rest: string) => `Write \`${name}: ${shortened(rest)}\`.`;
    if (glued?.[1])
      return {
        offset: at + glued[1].length,
        text: `No space follows the colon behind \`${glued[1]}\``,
        remedy: remedyFor(glued[1], glued[2] ?? ''),
      };
    const sign = /^([\p{L}\p{N}_/-]+)\s*([=：])\s*(.*)$/u.exec(text);
    if (sign?.[1] && sign[2])
      return {
        offset: at + text.indexOf(sign[2]),
        text: `\`${sign[2]}\` stands where a colon belongs`,
        remedy: remedyFor(sign[1], sign[3] ?? ''),
      };
    const item = /^(?:[-–—•·]|\*(?=\s))\s*(?=\S)(.*)$/u.exec(text);
    if (item)
      return {
        offset: at,
        text: 'This is meant as an item of a list, and is not read as one',
        remedy: `Write a hyphen and a space: \`- ${shortened(item[1] ?? '')}\`.`,
      };
    if (value && line.indent > indent) return null;
    // A word by itself is a key that lost its colon; several are a value that was wrapped, or a key and its value.
    const remedy = /^\S+$/u.test(text)
      ? `Write a colon behind it: \`${text}:\`.`
      : value
        ? `Begin it with ${spaces(indent + 2)} if it goes on with \`${key ?? '- '}\` above it; else write a colon and a space behind its key.`
        : FORM;
    return { offset: at, text: 'This line has no `key: `', remedy };
  }

  /** Whether a line with a key or a dash stands where the lines above it let it stand. */
  #place(line: Line): YamlSlip | null {
    const { indent, column } = line;
    let inner: Level | undefined;
    while (this.#levels.length && (this.#levels.at(-1)?.indent ?? 0) > indent) inner = this.#levels.pop();
    const level = this.#levels.at(-1);
    const slip = level ? besides(line, level, inner) : inner ? firstTooDeep(line, inner) : null;
    if (level?.indent === indent) level.last = line;
    else this.#levels.push({ indent, last: line });
    if (line.isItem && line.key !== null)
      this.#levels.push({ indent: column, last: { ...line, isItem: false } });
    return slip;
  }

  #opens(line: Line): void {
    const { value, valueStart } = line;
    const open = (what: Open['what']): Open => ({ line, what, offset: valueStart, depth: 0 });
    if (/^[|>][-+\d]*$/u.test(value)) this.#open = open('|');
    else if ((value[0] === '"' || value[0] === "'") && !quotedValue(value).closed)
      this.#open = open(value[0]);
    else if (/^[[{]/u.test(value)) {
      this.#open = open('[');
      this.#count(value, this.#open);
    }
  }

  /** Counts brackets, those in quotation marks apart. */
  #count(text: string, open: Open): void {
    for (const [sign] of text.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/gu, '').matchAll(/[[\]{}]/gu))
      open.depth += sign === '[' || sign === '{' ? 1 : -1;
    if (open.depth <= 0) this.#open = null;
  }
}

/** A line below the first of a level: `inner` is the level that it ends. */
const besides = (line: Line, level: Level, inner: Level | undefined): YamlSlip | null => {
  const { last, indent } = level;
  const at = line.start + line.indent;
  if (line.indent === indent)
    return line.isItem === last.isItem || !mixes(line, last, inner) ? null : mixed(line, last);
  if (inner)
    return {
      offset: at,
      text: `This line begins with ${spaces(line.indent)}; \`${nameOf(inner.last)}\` (line ${inner.last.number}) with ${inner.indent}, \`${nameOf(last)}\` (line ${last.number}) with ${indent}`,
      remedy: 'Line it up with the keys that it belongs to, with spaces.',
    };
  if (!last.value || (last.isItem && last.key === null)) return null;
  if (line.key?.includes(' '))
    return {
      offset: line.valueStart - 1,
      text: `A colon stands in a text that begins on line ${last.number}`,
      remedy: `Put the whole value of \`${nameOf(last)}\` in quotation marks, from its first word to its last.`,
    };
  return {
    offset: at,
    text: `This line is indented deeper than \`${nameOf(last)}\` (line ${last.number}), which has a value already`,
    remedy: `Begin both with as many spaces if they belong together; else take the value of \`${nameOf(last)}\` out.`,
  };
};

/** A dash may stand right below its key, where nothing else does. */
const mixes = (line: Line, last: Line, inner: Level | undefined): boolean =>
  !(line.isItem && last.value === '' && last.key !== null && !inner);

const mixed = (line: Line, last: Line): YamlSlip => ({
  offset: line.start + line.indent,
  text: line.isItem
    ? 'An item of a list stands among keys here'
    : `A key stands below an item of a list (line ${last.number})`,
  remedy: 'Write all of them with `- ` before them, or none.',
});

const firstTooDeep = (line: Line, inner: Level): YamlSlip => ({
  offset: inner.last.start,
  text: `This line begins with ${spaces(inner.indent)}; \`${nameOf(line)}\` (line ${line.number}) with ${line.indent || 'none'}`,
  remedy: 'Line them up: a file’s own keys begin at the start of the line.',
});

const nameOf = ({ key, text }: Line): string => key ?? shortened(text);

export const shortened = (text: string): string =>
  text.length > 50 ? `${text.slice(0, 50).trimEnd()}…` : text;

const secondPart = (offset: number): YamlSlip => ({
  offset,
  text: 'A line `---` begins a second part here',
  remedy: 'Delete the line; a file has one part.',
});

const belowSign = (line: Line, { line: { key, value, indent } }: Open): YamlSlip => ({
  offset: line.start + line.indent,
  text: `This line belongs to \`${key ?? '-'}: ${value}\`, and is not indented deeper than that`,
  remedy: `Begin it with ${spaces(indent + 2)}.`,
});

const unclosed = ({ what, offset }: Open, text: string): YamlSlip => ({
  offset,
  text: `\`${what === '[' ? text[offset] : what}\` is opened here and not closed`,
  remedy:
    what === '['
      ? `Write \`${text[offset] === '{' ? '}' : ']'}\` where it ends; a value that begins with the sign stands in quotation marks.`
      : 'Write the same mark where the value ends.',
});
