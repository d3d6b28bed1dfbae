import type { Place } from '../../diagnostics/place.ts';
import { onOneLine } from '../printable.ts';

/** The line that a message is about, with its number, and marks below what is meant. */
export interface Frame {
  readonly line: string;
  readonly mark: string;
}

/** How much of a long line is shown, and how much of that stands before what is meant; in characters. */
const WIDTH = 100;
const BEFORE = 50;

/**
 * Shows a place in its file; null where that can’t be read, or where the whole file is meant. `read` gives a file’s text
 * by its path from the project’s root.
 */
export const frameOf = (
  { file, line, column }: Place,
  read: (file: string) => string | null,
): Frame | null => {
  if (line === 1 && column === 1) return null;
  const text = read(file)?.split('\n')[line - 1]?.trimEnd();
  if (!text || column > text.length + 1) return null;
  const start = Math.max(0, Math.min(column - 1 - BEFORE, text.length - WIDTH));
  const [head, rest] = [text.slice(start, column - 1), text.slice(column - 1, start + WIDTH)];
  const [meant = ' '] = /^[\p{L}\p{N}\p{M}_-]+|^./u.exec(rest) ?? [];
  const lead = `${start ? '…' : ''}${shown(head)}`;
  const tail = start + WIDTH < text.length ? '…' : '';
  const number = `${line}`;
  return {
    line: `${number} | ${lead}${shown(rest)}${tail}`,
    mark: `${' '.repeat(number.length)} | ${' '.repeat(widthOf(lead))}${'^'.repeat(Math.max(1, widthOf(shown(meant))))}`,
  };
};

/** A tab takes the room of one sign, so that marks stand where they belong. */
const shown = (text: string): string => onOneLine(text.replaceAll('\t', ' '));

const widthOf = (text: string): number => Array.from(text).length;
