/**
 * Why a text is no YAML, as its author would say it: the parser tells where it can't go on, which is mostly far behind the
 * slip. Goes through the lines as they were meant, and stops at the first that can't be.
 */

import { bareLine } from './yaml-bare-line.ts';
import { Levels } from './yaml-levels.ts';
import { beginsKey, spaces, yamlLines, type Line, type YamlSlip } from './yaml-lines.ts';
import { quotedValue, valueSlip } from './yaml-values.ts';

/** The first slip that is known by sight; null where there is none. */
export const yamlSlip = (text: string): YamlSlip | null => {
  const reader = new Reader(text);
  for (const line of yamlLines(text)) {
    const slip = reader.line(line);
    if (slip) return slip;
  }
  return reader.end();
};

/** What goes on over several lines: a text below `|` or `>`, a quotation, a list or map in brackets. */
interface Open {
  readonly line: Line;
  readonly what: '|' | '"' | "'" | '[';
  readonly offset: number;
  depth: number;
}

class Reader {
  readonly #text: string;
  readonly #levels = new Levels();
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
    if (line.key === null && !line.isItem) return bareLine(line, this.#before);
    const slip = this.#levels.place(line) ?? valueSlip(line);
    this.#opens(line);
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
