/**
 * Finds the excuses of a file: comments that say of what stands below them why a rule is not followed there.
 *
 * In Markdown `<!-- despatch-ignore some-rule: because … -->`, above a passage or within it; in YAML, and in the head of
 * a source, `# despatch-ignore some-rule: because …`, above a key or behind its value.
 */

import type { Point } from 'unist';
import { CST, Lexer } from 'yaml';
import { error } from '../diagnostics/message.ts';
import type { Excuse } from '../model/excuse.ts';
import { findFrontMatter } from './front-matter.ts';
import type { Lines } from './lines.ts';
import type { FileFindings } from './reading.ts';

/** A comment that is an excuse, or was meant as one. */
interface Comment {
  /** What it says, on one line. */
  readonly text: string;
  /** Where that begins. */
  readonly line: number;
  readonly column: number;
  /** Its last line. */
  readonly end: number;
  /** Whether something stands before it on its line. */
  readonly isBehind: boolean;
}

/** Lines, the first and the last, from 1. */
type LineSpan = Pick<Excuse, 'first' | 'last'>;

/** What speaks of excuses, however it is spelled. */
const MEANT = /^despatch[-_ ]?(?:ignore|disable|excuse|allow)/iu;

/** Finds the excuses of a file; says those that excuse nothing as they are written. */
export const findExcuses = (lines: Lines, findings: FileFindings): void => {
  if (!/despatch[-_ ]?(?:ignore|disable|excuse|allow)/iu.test(lines.text)) return;
  const head = lines.file.endsWith('.md') ? headEnd(lines) : lines.count;
  for (const comment of yamlComments(lines, 1, head))
    takeDown(comment, keyAt(lines, comment, head), IN_YAML, lines, findings);
  for (const comment of htmlComments(lines, head + 1))
    takeDown(comment, passageAt(lines, comment, head + 1), IN_MARKDOWN, lines, findings);
};

const IN_YAML = 'Write it above a key, or behind its value: `# despatch-ignore some-rule: because …`.';
const IN_MARKDOWN =
  'Write it above a passage, or within it: `<!-- despatch-ignore some-rule: because … -->`.';

const takeDown = (
  { text, line, column }: Comment,
  span: LineSpan | null,
  remedy: string,
  lines: Lines,
  { say, excuse }: FileFindings,
): void => {
  const [, rule = '', reason = ''] = EXCUSE.exec(text) ?? [];
  const place = lines.at(line, column + (rule ? text.indexOf(rule) : 0));
  if (rule && span) return excuse({ rule, place, reason: reason.trim(), ...span });
  const fault = rule ? 'Nothing stands below this excuse' : UNREADABLE;
  say(error('excuse', place, fault, { remedy }));
};

const EXCUSE = /^despatch-ignore\s+([a-z0-9]+(?:-[a-z0-9]+)*)\s*:\s*(?:because\b)?:?\s*(.*\p{L}.*)$/su;
const UNREADABLE = 'This is meant to excuse something, and does not name a rule with a reason';

/** The last line of a source's head; 0 where it has none that can be made out, which is said where the source is read. */
const headEnd = (lines: Lines): number => (findFrontMatter(lines, () => {})?.next ?? 1) - 1;

const htmlComments = (lines: Lines, from: number): readonly Comment[] => {
  const start = lines.start(from);
  return Array.from(lines.text.slice(start).matchAll(/^[ \t]*<!--(\s*)(.*?)\s*-->/gmsu)).flatMap((found) => {
    const { 0: whole, 1: blank = '', 2: text = '', index } = found;
    if (!MEANT.test(text)) return [];
    const { line, column } = lines.point(start + index + whole.indexOf('<!--') + 4 + blank.length);
    const end = lines.point(start + index + whole.length).line;
    return [{ text: text.replaceAll(/\s*\n\s*/gu, ' '), line, column, end, isBehind: false }];
  });
};

/** Comments of a YAML text; one that goes on in the comments below it is one with these. */
const yamlComments = (lines: Lines, from: number, to: number): readonly Comment[] => {
  const start = lines.start(from);
  const found: Comment[] = [];
  let offset = start;
  for (const token of new Lexer().lex(lines.text.slice(start, lines.start(to + 1)))) {
    // The lexer's own marks stand for no sign of the text.
    if (MARKS.has(token)) continue;
    const [sign] = /^#\s*/u.exec(token) ?? [];
    if (sign) add(found, token.slice(sign.length).trim(), lines.point(offset + sign.length), lines);
    offset += token.length;
  }
  return found;
};

const MARKS: ReadonlySet<string> = new Set([CST.BOM, CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]);

const add = (found: Comment[], text: string, { line, column }: Point, lines: Lines): void => {
  const isBehind = !/^\s*#/u.test(lines.line(line));
  const before = found.at(-1);
  if (MEANT.test(text)) found.push({ text, line, column, end: line, isBehind });
  else if (before && !before.isBehind && !isBehind && before.end === line - 1)
    found.splice(-1, 1, { ...before, text: `${before.text} ${text}`, end: line });
};

/** The lines of the passage that a comment stands in, or above; null where there is none. */
const passageAt = (lines: Lines, { line, end }: Comment, from: number): LineSpan | null => {
  for (let at = line - 1; at >= from && !CLOSING.test(lines.line(at)); at -= 1)
    if (OPENING.test(lines.line(at))) return { first: at, last: closingAfter(lines, at) };
  for (let at = end + 1; at <= lines.count; at += 1) {
    if (OPENING.test(lines.line(at))) return { first: line, last: closingAfter(lines, at) };
    // Other comments may stand between the two, and nothing else.
    if (/^\s*<!--/u.test(lines.line(at))) at = commentEnd(lines, at);
    else if (lines.line(at).trim()) return null;
  }
  return null;
};

const commentEnd = (lines: Lines, from: number): number => {
  for (let at = from; at < lines.count; at += 1) if (lines.line(at).includes('-->')) return at;
  return lines.count;
};

const OPENING = /^\s*:{4,}\s*[a-z]/u;
const CLOSING = /^\s*:{4,}\s*$/u;

const closingAfter = (lines: Lines, opening: number): number => {
  for (let at = opening; at <= lines.count; at += 1) if (CLOSING.test(lines.line(at))) return at;
  return lines.count;
};

/** The lines of the key that a comment stands behind, or above, with all that is below that key; null where there is none. */
const keyAt = (lines: Lines, { line, end, isBehind }: Comment, to: number): LineSpan | null => {
  let key = isBehind ? line : end + 1;
  while (key <= to && isBlank(lines.line(key))) key += 1;
  if (key > to || /^---\s*$/u.test(lines.line(key))) return null;
  const depth = indentation(lines.line(key));
  const isMember = /^\s*- /u.test(lines.line(key));
  let last = key;
  for (let at = key + 1; at <= to; at += 1) {
    const text = lines.line(at);
    if (isBlank(text)) continue;
    // The members of a list may stand no further in than their key.
    const isBelow =
      indentation(text) > depth || (!isMember && indentation(text) === depth && /^\s*- /u.test(text));
    if (!isBelow) break;
    last = at;
  }
  return { first: line, last };
};

const isBlank = (text: string): boolean => /^\s*(?:#.*)?$/u.test(text);
const indentation = (text: string): number => text.search(/\S|$/u);
