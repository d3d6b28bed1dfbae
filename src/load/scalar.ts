import { isScalar, type Scalar } from 'yaml';

/** A YAML node's text; empty where it is no text. */
export const textOf = (node: unknown): string =>
  isScalar(node) && typeof node.value === 'string' ? node.value : '';

/**
 * The offset in the file of each character of a value, and of its end. Folding, indentation and escapes make the value
 * differ from what is written, but in blanks and backslashes only: the rest is found again in its order.
 */
export const characterOffsets = (node: Scalar, start: number, file: string): readonly number[] => {
  const value = textOf(node);
  const [from = 0, to = from] = (node.range ?? []).map((offset) => offset + start);
  let at = node.type?.startsWith('BLOCK')
    ? file.indexOf('\n', from) + 1
    : node.type?.startsWith('QUOTE')
      ? from + 1
      : from;
  const offsets: number[] = [];
  for (const character of value.split('')) {
    if (/\s/.test(character)) {
      offsets.push(at);
      if (/\s/.test(file[at] ?? '')) at += 1;
      continue;
    }
    while (at < to && /\s/.test(file[at] ?? '')) at += 1;
    if (file[at] !== character) at = afterEscape(file, at);
    else if (node.type === 'QUOTE_SINGLE' && character === "'") at += 1;
    offsets.push(Math.min(at, to));
    at += 1;
  }
  return [...offsets, Math.min(at, to)];
};

/** In quotation marks `\"` stands for a mark and `\u00e9` for a letter: the offset of the last sign of such. */
const afterEscape = (file: string, at: number): number => {
  const length = { x: 3, u: 5, U: 9 }[file[at + 1] ?? ''] ?? 1;
  return file[at] === '\\' ? at + length : at;
};
