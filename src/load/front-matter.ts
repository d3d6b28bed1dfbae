import { error, type Say } from '../diagnostics/message.ts';
import type { Lines } from './lines.ts';
import type { Span } from './yaml.ts';

/** Where a source's front matter stands, and the first line after it. */
export interface FrontMatter {
  readonly span: Span;
  readonly next: number;
}

const DASHES = /^---[ \t]*$/;

/**
 * Finds the front matter: from a line `---` that is the file's first to the next such line.
 * Null, with the reason said, where it does not begin or end there.
 */
export const findFrontMatter = (lines: Lines, say: Say): FrontMatter | null => {
  if (!DASHES.test(lines.line(1))) {
    const remedy =
      'Begin the file with a line `---`, the citation, and a line `---`; nothing stands before it.';
    say(error('front-matter', lines.at(1), 'The front matter does not begin on the first line', { remedy }));
    return null;
  }
  for (let line = 2; line <= lines.count; line += 1) {
    if (DASHES.test(lines.line(line)))
      return { span: { start: lines.start(2), end: lines.start(line) }, next: line + 1 };
    if (/^\s*:{2,}/.test(lines.line(line))) break;
  }
  const remedy = 'Write a line `---` after the last line of the citation.';
  say(error('front-matter', lines.at(1), 'The front matter that begins here is not closed', { remedy }));
  return null;
};

/** The line from which passages are looked for where the front matter can't be made out. */
export const guessedNext = (lines: Lines): number => {
  for (let line = 1; line <= lines.count; line += 1) if (/^\s*:{2,}/.test(lines.line(line))) return line;
  return lines.count + 1;
};
