import type { Nodes } from 'mdast';
import { readMarkdown } from './markdown.ts';
import { stray, type Mistake } from './mistakes.ts';

/** What goes before a text, so that nothing in it begins a line: `1. Introduction` is a title like any other. */
const BEFORE = 'x ';

const CODE = 'A character is written in code here, in a text that is printed as it is typed';
const MARKDOWN = 'Markdown stands here, in a text that is printed as it is typed';

/**
 * What a text that is printed as it is typed may not hold: names, titles, attributes. It has to read the same as Markdown
 * and as it stands, so that there is one rule for all: what looks like markup is Markdown, or an error. Null where it does.
 */
export const plainMistake = (text: string): Mistake | null => {
  const found = stray(text);
  if (found || !/[&*_`~<>[\]\\]/u.test(text)) return found;
  const line = BEFORE + text.replace(/\s/gu, ' ');
  const root = readMarkdown(line, (offset) => ({ line: 1, column: offset + 1, offset }));
  const at = root ? differs(root, line) : BEFORE.length;
  if (at === null) return null;
  const index = Math.max(0, at - BEFORE.length);
  return text.startsWith('&', index)
    ? { rule: 'character-reference', index, text: CODE, remedy: 'Write the character itself.' }
    : { rule: 'plain-text-only', index, text: MARKDOWN, remedy: 'Take its signs out.' };
};

/** The offset of the first thing that is read as another than it is; null where there is none. */
const differs = (root: Nodes, line: string): number | null => {
  const { start, end } = { start: root.position?.start.offset ?? 0, end: root.position?.end.offset ?? 0 };
  if (root.type === 'text') {
    const written = line.slice(start, end);
    if (written === root.value) return null;
    let at = 0;
    while (written[at] === root.value[at]) at += 1;
    // `&amp;` begins with the sign that it stands for.
    return start + at - (/^&amp;/iu.test(written.slice(Math.max(0, at - 1))) ? 1 : 0);
  }
  // An address is a link by itself, and reads as it stands.
  const known =
    root.type === 'root' || root.type === 'paragraph' || (root.type === 'link' && isBare(root, line));
  if (!known || !('children' in root)) return start;
  for (const child of root.children) {
    const at = differs(child, line);
    if (at !== null) return at;
  }
  return null;
};

const isBare = ({ children, position }: Extract<Nodes, { type: 'link' }>, line: string): boolean => {
  const [only] = children;
  return only?.type === 'text' && only.value === line.slice(position?.start.offset, position?.end.offset);
};
