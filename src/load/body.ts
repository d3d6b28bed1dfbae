import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { error } from '../diagnostics/message.ts';
import type { Place } from '../diagnostics/place.ts';
import type { Comments } from './comments.ts';
import type { Range } from './fences.ts';
import type { Lines } from './lines.ts';
import { LONGEST_TEXT, readMarkdown } from './markdown.ts';
import type { Findings } from './reading.ts';
import { checkText } from './text-rules.ts';

const EMPTY: Root = { type: 'root', children: [] };

/** Reads the Markdown on some lines of a source, without its comments. `owner` is where the passage or wording opens. */
export const readBody = (
  lines: Lines,
  range: Range,
  comments: Comments,
  owner: { readonly name: string; readonly place: Place },
  findings: Findings,
): Root => {
  const { say } = findings;
  const start = lines.start(range.from);
  const text = withoutComments(lines, range, comments);
  if (text.length > LONGEST_TEXT) {
    const found = `\`${owner.name}\` is ${text.length.toLocaleString('en-GB')} characters long`;
    const remedy = 'A passage is one piece that is used as a whole: divide it.';
    say(
      error('too-long', owner.place, `${found}; the most is ${LONGEST_TEXT.toLocaleString('en-GB')}`, {
        remedy,
      }),
    );
    return EMPTY;
  }
  const root = readMarkdown(text, (offset) => lines.point(offset + start));
  if (!root) {
    const found = 'Quotations, lists or emphasis stand too deep in one another';
    say(error('nesting', owner.place, found, { remedy: 'Take levels out.' }));
    return EMPTY;
  }
  const sound = checkText(root, lines, findings);
  if (sound && !toString(root).trim()) {
    const remedy = 'Write its text between its fences.';
    say(error('no-text', owner.place, `\`${owner.name}\` has no text of its own`, { remedy }));
  }
  return root;
};

/** The text of some lines, that of comments blanked out so that every offset stays. */
const withoutComments = (lines: Lines, { from, to }: Range, comments: Comments): string => {
  let text = '';
  for (let line = from; line < to; line += 1) {
    const written = lines.text.slice(lines.start(line), lines.start(line + 1));
    text += comments.has(line) ? written.replace(/[^\r\n]/g, ' ') : written;
  }
  return text;
};
