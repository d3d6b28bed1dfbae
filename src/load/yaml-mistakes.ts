/**
 * Why a text is no YAML, as its author would say it: the parser tells where it can't go on, which is mostly far behind the
 * mistake. Goes through the lines as they were meant, and stops at the first that can't be.
 */

import { bareLine, missedColon } from './yaml-bare-line.ts';
import { Levels } from './yaml-levels.ts';
import { beginsKey, spaces, yamlLines, type Line, type YamlMistake } from './yaml-lines.ts';
import { quotedValue, valueMistake } from './yaml-values.ts';

/** The first mistake that is known by sight; null where there is none. */
export const yamlMistake = (text: string): YamlMistake | null => {
  const reader = new LineReader(text);
  for (const line of yamlLines(text)) {
    const mistake = reader.line(line);
    if (mistake) return mistake;
  }
  return reader.end();
};

/** What goes on over several lines: a text below `|` or `>`, a quotation, a list or map in brackets. */
interface Open {
  readonly line: Line;
  readonly what: '|' | '"' | "'" | '[';
  readonly offset: number;
  /** The brackets that are open, the innermost last. */
  readonly brackets: { readonly sign: string; readonly offset: number }[];
}

class LineReader {
  readonly #text: string;
  readonly #levels = new Levels();
  #open: Open | null = null;
  #before: Line | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  line(line: Line): YamlMistake | null {
    const mistake = this.#open ? this.#within(line, this.#open) : this.#fresh(line);
    this.#before = line;
    return mistake;
  }

  /** What is still open at the end. */
  end(): YamlMistake | null {
    return this.#open && this.#open.what !== '|' ? unclosed(this.#open) : null;
  }

  #within(line: Line, open: Open): YamlMistake | null {
    if (open.what === '|') {
      if (line.indent > open.line.indent) return null;
      this.#open = null;
      const first = this.#before === open.line ? open.line.indent + 2 : (this.#before?.indent ?? 0);
      if (line.key !== null || line.isItem) return this.#fresh(line);
      return missedColon(line) ?? belowSign(line, open, first);
    }
    if (beginsKey(line) && line.indent <= open.line.indent) return unclosed(open);
    if (open.what === '[') return this.#count(line.text, line.start + line.indent, open);
    if (quotedValue(open.what + line.text).closed) this.#open = null;
    return null;
  }

  #fresh(line: Line): YamlMistake | null {
    const at = line.start + line.indent;
    if (/^ *\t/u.test(this.#text.slice(line.start, at)))
      return {
        offset: line.start + this.#text.slice(line.start).indexOf('\t'),
        text: 'A tab stands before this line, where spaces belong',
        remedy: 'Write spaces in its place.',
      };
    if (/^(?:---|\.\.\.)$/u.test(line.text)) return this.#before ? secondPart(at) : null;
    if (line.key === null && !line.isItem) return bareLine(line, this.#before);
    return this.#levels.place(line) ?? valueMistake(line) ?? this.#opens(line);
  }

  #opens(line: Line): YamlMistake | null {
    const { value, valueStart } = line;
    const open = (what: Open['what']): Open => ({ line, what, offset: valueStart, brackets: [] });
    if (/^[|>][-+\d]*$/u.test(value)) this.#open = open('|');
    else if ((value[0] === '"' || value[0] === "'") && !quotedValue(value).closed)
      this.#open = open(value[0]);
    else if (/^[[{]/u.test(value)) {
      this.#open = open('[');
      return this.#count(value, valueStart, this.#open);
    }
    return null;
  }

  /** Follows brackets, those in quotation marks apart; says one that another sort of bracket closes. */
  #count(text: string, start: number, { brackets }: Open): YamlMistake | null {
    for (const { 0: sign, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|'[^']*'|[[\]{}]/gu)) {
      if (sign === '[' || sign === '{') brackets.push({ sign, offset: start + index });
      if (sign !== ']' && sign !== '}') continue;
      const last = brackets.pop();
      if (last && last.sign !== (sign === ']' ? '[' : '{')) return notClosed(last.sign, last.offset);
    }
    if (!brackets.length) this.#open = null;
    return null;
  }
}

const secondPart = (offset: number): YamlMistake => ({
  offset,
  text: 'A line `---` begins a second part here',
  remedy: 'Delete the line; a file has one part.',
});

/** A line of a text below `|` or `>`, which begins with so many spaces. */
const belowSign = (line: Line, { line: { key, value } }: Open, indent: number): YamlMistake => ({
  offset: line.start + line.indent,
  text: `This line belongs to the text below \`${key ?? '-'}: ${value}\`, and is not indented like it`,
  remedy: `Begin it with ${spaces(indent)}.`,
});

const unclosed = ({ what, offset, brackets }: Open): YamlMistake => {
  const last = brackets.at(-1);
  return last ? notClosed(last.sign, last.offset) : notClosed(what, offset);
};

const CLOSING: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

const notClosed = (sign: string, offset: number): YamlMistake => ({
  offset,
  text: `\`${sign}\` is opened here and not closed`,
  remedy: CLOSING[sign]
    ? `Write \`${CLOSING[sign]}\` where it ends; a value that begins with the sign stands in quotation marks.`
    : 'Write the same mark where the value ends.',
});
