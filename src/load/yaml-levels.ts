import { shortened, spaces, type Line, type YamlMistake } from './yaml-lines.ts';

/** Keys or items that stand below one another. */
interface Level {
  readonly indent: number;
  /** The last line of them. */
  last: Line;
}

/** The levels that are open where a line stands, the innermost last. */
export class Levels {
  readonly #levels: Level[] = [];

  /** Whether a line with a key or a dash stands where the lines above it let it stand. */
  place(line: Line): YamlMistake | null {
    const { indent, column } = line;
    let inner: Level | undefined;
    while (this.#levels.length && (this.#levels.at(-1)?.indent ?? 0) > indent) inner = this.#levels.pop();
    const level = this.#levels.at(-1);
    const mistake = level ? besides(line, level, inner) : inner ? firstTooDeep(line, inner) : null;
    if (level?.indent === indent) level.last = line;
    else this.#levels.push({ indent, last: line });
    if (line.isItem && line.key !== null)
      this.#levels.push({ indent: column, last: { ...line, isItem: false } });
    return mistake;
  }
}

/** A line below the first of a level: `inner` is the level that it ends. */
const besides = (line: Line, level: Level, inner: Level | undefined): YamlMistake | null => {
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
  if (!last.value) return null;
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

const mixed = (line: Line, last: Line): YamlMistake => ({
  offset: line.start + line.indent,
  text: line.isItem
    ? 'An item of a list stands among keys here'
    : `A key stands below an item of a list (line ${last.number})`,
  remedy: 'Write all of them with `- ` before them, or none.',
});

const firstTooDeep = (line: Line, inner: Level): YamlMistake => ({
  offset: inner.last.start,
  text: `This line begins with ${spaces(inner.indent)}; \`${nameOf(line)}\` (line ${line.number}) with ${line.indent || 'none'}`,
  remedy: 'Line them up: a file’s own keys begin at the start of the line.',
});

const nameOf = ({ key, text }: Line): string => key ?? shortened(text);
