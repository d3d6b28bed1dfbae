import { CST, Lexer, type ErrorCode, type YAMLParseError } from 'yaml';
import { error, type Say } from '../model/message.ts';
import type { Lines } from './lines.ts';

const INDENT = 'Line it up with the keys beside it, with spaces.';
const QUOTE = 'Put a value that holds a colon, or begins with a sign such as @, in quotation marks.';
const CLOSE = 'Close what is opened here: each quotation mark, [ and { needs its partner.';

/** What the commonest slips look like to an officer, and how to mend them. */
const EXPLAINED: Partial<Record<ErrorCode, readonly [text: string, remedy: string]>> = {
  BAD_INDENT: ['This line is not indented like those around it, or a list above it is not closed', INDENT],
  TAB_AS_INDENT: ['A tab stands where spaces belong', 'Write spaces in its place.'],
  MISSING_CHAR: ['A colon, comma, quotation mark or bracket is missing here', CLOSE],
  BLOCK_AS_IMPLICIT_KEY: ['A second `: ` stands on this line', QUOTE],
  BLOCK_IN_FLOW: ['A second `: ` stands within brackets', QUOTE],
  MULTILINE_IMPLICIT_KEY: ['A line without `key:` stands here', 'Write `key: value` on each line.'],
  BAD_SCALAR_START: ['A value cannot begin with this sign', QUOTE],
  MULTIPLE_DOCS: ['A line `---` begins a second part here', 'Delete the line; a file has one part.'],
  RESOURCE_EXHAUSTION: ['Lists or maps stand too deep in one another', 'Take levels out.'],
  UNEXPECTED_TOKEN: ['This does not belong here', QUOTE],
};

/** Says the first thing that makes a text no YAML: what follows it is mostly its consequence. */
export const sayErrors = (errors: readonly YAMLParseError[], start: number, lines: Lines, say: Say): void => {
  const [fault] = errors;
  if (!fault) return;
  const [text, remedy] = EXPLAINED[fault.code] ?? [
    `This is not YAML as despatch reads it: ${fault.message}`,
    QUOTE,
  ];
  say(error('yaml', lines.place(start + fault.pos[0]), text, { remedy }));
};

/** What YAML allows and a reader of the file would not expect: words lost to a comment, copies made by reference. */
export const sayTraps = (text: string, start: number, lines: Lines, say: Say): void => {
  let offset = start;
  for (const token of new Lexer().lex(text)) {
    const type = CST.tokenType(token);
    if (type === 'comment') sayLost(token, offset, lines, say);
    if (type === 'anchor' || type === 'alias' || type === 'tag') {
      const remedy = 'Put the value in quotation marks, or write it out.';
      say(
        error('yaml-reference', lines.place(offset), `\`${token}\` is YAML's ${type}, which is not read`, {
          remedy,
        }),
      );
    }
    if (!MARKS.has(token)) offset += token.length;
  }
};

/** The lexer's own marks, which stand for no text of the file. */
const MARKS: ReadonlySet<string> = new Set([CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]);

/** `title: Item #4` loses its number: a comment after a value, or on a line that goes on with one, needs a space. */
const sayLost = (comment: string, offset: number, lines: Lines, say: Say): void => {
  if (/^#+(?:\s|$)/.test(comment)) return;
  const { line, column } = lines.point(offset);
  const alone = !lines
    .line(line)
    .slice(0, column - 1)
    .trim();
  if (alone && (column === 1 || !goesOn(lines, line, column))) return;
  const remedy = `Put the value in quotation marks to keep \`${comment.slice(0, 20)}\`, or write \`# \` before a comment.`;
  say(error('lost-to-comment', lines.place(offset), 'What follows `#` is lost as a comment', { remedy }));
};

/** Whether a line stands deeper than the one above it, where that one already has a value. */
const goesOn = (lines: Lines, line: number, column: number): boolean => {
  const above = line > 1 ? lines.line(line - 1) : '';
  return (
    above.search(/\S/) >= 0 &&
    above.search(/\S/) < column - 1 &&
    !/(?::|^\s*-|[[{,|>][+-]?)\s*(?:#.*)?$/.test(above)
  );
};
