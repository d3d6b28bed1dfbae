/** How one line of YAML looks to its author, whether or not the text as a whole is YAML. */
export interface Line {
  /** From 1. */
  readonly number: number;
  /** The offset at which it starts. */
  readonly start: number;
  /** The spaces before its first sign. */
  readonly indent: number;
  /** The column, from 0, at which its key or value stands: behind the dashes of a list. */
  readonly column: number;
  /** Without the blanks at its ends. */
  readonly text: string;
  readonly isItem: boolean;
  /** What stands before the first `: `; null where there is none. */
  readonly key: string | null;
  /** What stands behind the key and the dashes, without a comment. */
  readonly value: string;
  /** The offset of the value. */
  readonly valueStart: number;
}

const PARTS =
  /^(?<indent>[ \t]*)(?<dashes>(?:-[ \t]+)*)(?:(?<key>"[^"]*"|'[^']*'|[^\s#"'[\]{},:][^#:]*(?::(?!\s|$)[^#:]*)*):(?=\s|$))?[ \t]*(?<value>.*)$/u;

/** The lines of a text that hold something: neither blank ones nor comments. */
export const yamlLines = (text: string): readonly Line[] => {
  let start = 0;
  const lines: Line[] = [];
  for (const [index, written] of text.split('\n').entries()) {
    if (/^\s*[^\s#]/u.test(written)) lines.push(read(written, index + 1, start));
    start += written.length + 1;
  }
  return lines;
};

const read = (written: string, number: number, start: number): Line => {
  const { indent = '', dashes = '', key, value = '' } = PARTS.exec(written.trimEnd())?.groups ?? {};
  const valueStart = start + written.trimEnd().length - value.length;
  return {
    number,
    start,
    indent: indent.length,
    column: indent.length + dashes.length,
    text: written.trim(),
    isItem: dashes !== '' || /^\s*-\s*$/u.test(written),
    key: key?.trim() ?? null,
    value: withoutComment(value),
    valueStart,
  };
};

const withoutComment = (value: string): string =>
  /^["']/u.test(value) ? value : value.replace(/(?<!\S)#.*$/u, '').trimEnd();

/** Whether a line is a key with its colon, and no sentence that holds one. */
export const beginsKey = ({ key }: Line): boolean =>
  key !== null && /^["']?[\p{L}\p{N}_/-]+["']?$/u.test(key);

/** A mistake at an offset of the text. */
export interface YamlMistake {
  readonly offset: number;
  readonly text: string;
  readonly remedy: string;
}

/** The beginning of a text that is shown in a message. */
export const shortened = (text: string): string =>
  text.length > 50 ? `${text.slice(0, 50).trimEnd()}…` : text;

/** e.g. `2 spaces`. */
export const spaces = (count: number): string =>
  count === 0 ? 'no space' : `${count} space${count === 1 ? '' : 's'}`;
