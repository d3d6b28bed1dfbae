/** The attributes of a fence, written anew in its row: what stays the same keeps its place and its form. */

import type { Opening } from '../load/opening.ts';
import { normalised } from '../load/text.ts';
import type { Written } from '../load/attributes.ts';

/** The row that opens a passage or a wording, with these attributes and no others. */
export const writeAttributes = (
  row: string,
  { attributes: { written, end } }: Opening,
  wanted: Readonly<Record<string, string>>,
): string => {
  if (end === null) return row;
  const text = sameColumns(row);
  const pieces = [...written.values()].map((one, index, all) => {
    const start = columnOf(one);
    const next = all[index + 1];
    const whole = text.slice(start, next ? columnOf(next) : end);
    const own = whole.trimEnd();
    return { one, own, gap: whole.slice(own.length) };
  });
  const first = pieces[0] ? columnOf(pieces[0].one) : end;
  const kept = pieces.flatMap(({ one, own, gap }) => {
    const value = wanted[one.name];
    if (value === undefined) return [];
    return [{ text: value === one.value ? own : writtenAttribute(one.name, value, own), gap }];
  });
  const added = Object.entries(wanted).flatMap(([name, value]) =>
    written.has(name) ? [] : [{ text: writtenAttribute(name, value), gap: ' ' }],
  );
  const all = [...kept, ...added].map(
    ({ text: one, gap }, index, { length }) => one + (index < length - 1 ? gap || ' ' : ''),
  );
  const last = added.length ? '' : (pieces.at(-1)?.gap ?? '');
  return text.slice(0, first) + all.join('') + last + text.slice(end);
};

const columnOf = ({ place }: Written): number => (place.column ?? 1) - 1;

/** A row whose columns are those that were read: as it is written, unless that has letters and marks apart. */
const sameColumns = (row: string): string => {
  const read = normalised(row);
  return read.length === row.length ? row : read;
};

/** An attribute as it is written; in quotation marks where it was before, or has to be. */
export const writtenAttribute = (name: string, value: string, before = ''): string => {
  if (name === 'id') return `#${value}`;
  const isBare = /^[\p{L}\p{N}][\p{L}\p{N}./_-]*$/u.test(value) && !/=["']/u.test(before);
  if (isBare) return `${name}=${value}`;
  return value.includes('"') ? `${name}='${value}'` : `${name}="${value}"`;
};
