import { error, type Say } from '../diagnostics/message.ts';
import type { Lines } from './lines.ts';
import { hasFenceSigns } from './mistakes.ts';

const WHOLE = 'Write a comment whole, `<!-- … -->`, with no other text on its lines.';
const TAKE_OUT =
  'To take a passage out give it `status=draft` or `status=withdrawn`; a comment may hold no fence or brace.';

/** The lines that are comments, by their numbers, each with whether its comment is written as it should be. */
export type Comments = ReadonlyMap<number, boolean>;

/**
 * Finds the comments: each goes from a line that begins with `<!--` to the one that ends with `-->`.
 * They are for the editors of a file; nothing in them is published, and no passage may get lost in one.
 */
export const findComments = (lines: Lines, from: number, say: Say): Comments => {
  const found = new Map<number, boolean>();
  for (let line = from; line <= lines.count; line += 1) {
    if (!/^\s*<!--/.test(lines.line(line))) continue;
    const { last, whole } = readComment(lines, line, say);
    for (; ; line += 1) {
      found.set(line, whole);
      sayFence(lines, line, say);
      if (line === last) break;
    }
  }
  return found;
};

/** The last line of the comment that begins on a line; the line itself where the comment is not closed. */
const readComment = (lines: Lines, line: number, say: Say): { last: number; whole: boolean } => {
  for (let at = line; at <= lines.count; at += 1) {
    const text = at === line ? lines.line(at).replace('<!--', '    ') : lines.line(at);
    const end = text.indexOf('-->');
    const next = text.indexOf('<!--');
    if (next >= 0 && (end < 0 || next < end)) break;
    if (end < 0) continue;
    const whole = !text.slice(end + 3).trim();
    if (!whole)
      say(error('comment', lines.at(at, end + 4), 'Text stands beside a comment', { remedy: WHOLE }));
    return { last: at, whole };
  }
  const place = lines.at(line, lines.line(line).indexOf('<') + 1);
  say(error('comment', place, 'This comment is not closed', { remedy: WHOLE }));
  return { last: line, whole: false };
};

const sayFence = (lines: Lines, line: number, say: Say): void => {
  const text = lines.line(line);
  if (!hasFenceSigns(text)) return;
  const remedy = TAKE_OUT;
  say(
    error(
      'fence-in-comment',
      lines.at(line, text.search(/\S/) + 1),
      'A comment holds what looks like a passage’s fence',
      { remedy },
    ),
  );
};
