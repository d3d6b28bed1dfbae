import { CST, Lexer, type ErrorCode, type YAMLParseError } from 'yaml';
import { error, type Say } from '../diagnostics/message.ts';
import type { Lines } from './lines.ts';
import { yamlMistake } from './yaml-mistakes.ts';
import { beginsWith } from './yaml-values.ts';

const QUOTE = 'Put a value that holds a colon, or begins with a sign such as @, in quotation marks.';

/** What is no mistake that is known by sight, by the parser's codes. */
const EXPLAINED: Partial<Record<ErrorCode, readonly [text: string, remedy: string]>> = {
  BLOCK_IN_FLOW: [
    'A second `: ` stands within brackets',
    'Write a comma before the second key; a value that holds a colon stands in quotation marks.',
  ],
  MISSING_CHAR: [
    'A comma, quotation mark or bracket is missing here',
    'Close what is opened here, and write a comma between two members.',
  ],
  BAD_SCALAR_START: ['A value can’t begin with this sign', QUOTE],
  UNEXPECTED_TOKEN: [
    'This does not belong here',
    'See whether a comma is missing before it, or a bracket or comma stands here too many.',
  ],
  RESOURCE_EXHAUSTION: ['Lists or maps stand too deep in one another', 'Take levels out.'],
};

/** Says the first thing that makes a text no YAML: what follows it is mostly its consequence. */
export const sayErrors = (
  [fault]: readonly YAMLParseError[],
  text: string,
  start: number,
  lines: Lines,
  say: Say,
): void => {
  if (!fault) return;
  const mistake = fault.code === 'RESOURCE_EXHAUSTION' ? null : yamlMistake(text);
  const [what, remedy] = mistake
    ? [mistake.text, mistake.remedy]
    : (EXPLAINED[fault.code] ?? [`This is not YAML as despatch reads it: ${fault.message}`, QUOTE]);
  say(error('yaml', lines.place(start + (mistake?.offset ?? fault.pos[0])), what, { remedy }));
};

/** What YAML allows and a reader of the file would not expect: words lost to a comment, copies made by reference. */
export const sayTraps = (text: string, start: number, lines: Lines, say: Say): void => {
  // Each trap begins with one of these; to take a text apart takes as long as to read it.
  if (!/[#&*!]/.test(text)) return;
  let offset = start;
  for (const token of new Lexer().lex(text)) {
    const type = CST.tokenType(token);
    if (type === 'comment') sayLost(token, offset, lines, say);
    if (type === 'anchor' || type === 'alias' || type === 'tag') {
      const remedy = `Put it in quotation marks: \`"${token}…"\`.`;
      say(error('yaml-reference', lines.place(offset), beginsWith(token.charAt(0)), { remedy }));
    }
    if (!MARKS.has(token)) offset += token.length;
  }
};

/** The lexer's own marks, which stand for no text of the file. */
const MARKS: ReadonlySet<string> = new Set([CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]);

/**
 * `title: Item #4` loses its number, and `title: Item # 4` too: a comment behind a value stands off by two spaces, with one
 * behind its sign, as is the custom. One on a line of its own needs a space where that may go on with a value.
 */
const sayLost = (comment: string, offset: number, lines: Lines, say: Say): void => {
  const { line, column } = lines.point(offset);
  const before = lines.line(line).slice(0, column - 1);
  const alone = !before.trim();
  const isComment = /^#+(?:\s|$)/.test(comment);
  if (isComment && (alone || / {2}$|\t$/.test(before) || /[:[{,\-\]}"']\s*$/.test(before))) return;
  if (alone && (column === 1 || !goesOn(lines, line, column))) return;
  const remedy = `Put the value in quotation marks to keep \`${comment.slice(0, 20)}\`, or write two spaces and \`# \` before a comment.`;
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
