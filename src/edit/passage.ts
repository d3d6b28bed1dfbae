/**
 * Writes a passage anew into its source: only the rows that say something else are others afterwards. What comes of it
 * is read again, so that nothing is written that would be read otherwise than it was meant.
 */

import { isDeepStrictEqual } from 'node:util';
import { byCodeUnit } from '../diagnostics/order.ts';
import type { Range } from '../load/fences.ts';
import { normalised } from '../load/text.ts';
import { writeAttributes, writtenAttribute } from './attributes.ts';
import {
  filledIn,
  locate,
  rowsOf,
  type Located,
  type WrittenPassage,
  type WrittenWording,
} from './written-passage.ts';

/** Rows that take the place of others, which may be none. */
interface RowChange extends Range {
  readonly rows: readonly string[];
}

/** The text of a source with a passage as it is to be; null where it could not be written so that it is read as that. */
export const writePassage = (
  text: string,
  id: string,
  wanted: WrittenPassage,
  kinds: ReadonlySet<string>,
): string | null => {
  const located = locate(text, id, kinds);
  if (!located) return null;
  const passage = tidy(wanted);
  const rows = rowsOf(text);
  const end = rows[0]?.endsWith('\r') ? '\r' : '';
  const changes = [
    ...openingOf(rows, located, passage),
    ...textOf(rows, located.fenced.body, located.written.text, passage.text),
    ...wordingsOf(rows, located, passage.wordings),
  ];
  const result = applied(rows, changes, end).join('\n');
  const read = locate(result, id, kinds)?.written;
  return read && isDeepStrictEqual(inOrder(read), inOrder(passage)) ? result : null;
};

/** As it would be read: without blanks at the ends of values and texts, in one spelling. */
const tidy = ({ attributes, text, wordings }: WrittenPassage): WrittenPassage => ({
  attributes: tidyValues(attributes),
  text: tidyText(text),
  wordings: wordings.map((wording) => ({
    attributes: tidyValues(wording.attributes),
    text: tidyText(wording.text),
  })),
});

/** An attribute without a value is none. */
const tidyValues = (attributes: WrittenPassage['attributes']) =>
  Object.fromEntries(
    Object.entries(attributes).flatMap(([name, value]) =>
      value.trim() ? [[name, normalised(value.trim().replaceAll(/\s+/gu, ' '))]] : [],
    ),
  );

const tidyText = (text: string): string =>
  text
    .replaceAll('\r', '')
    .replace(/^(?:[ \t]*\n)+/u, '')
    .trimEnd();

/** The order of attributes and wordings means nothing. */
const inOrder = ({ attributes, text, wordings }: WrittenPassage) => ({
  attributes,
  text,
  wordings: wordings.map((wording) => JSON.stringify([sorted(wording.attributes), wording.text])).toSorted(),
});

const sorted = (attributes: WrittenPassage['attributes']) =>
  Object.entries(attributes).toSorted(([a], [b]) => byCodeUnit(a, b));

const openingOf = (
  rows: readonly string[],
  { fenced: { opening } }: Located,
  { attributes }: WrittenPassage,
): readonly RowChange[] => {
  const id = opening.attributes.written.get('id')?.value ?? '';
  const row = writeAttributes(rows[opening.line - 1] ?? '', opening, { id, ...attributes });
  return row === rows[opening.line - 1] ? [] : [{ from: opening.line, to: opening.line + 1, rows: [row] }];
};

const textOf = (rows: readonly string[], body: Range, before: string, after: string): readonly RowChange[] =>
  before === after ? [] : [{ ...filledIn(rows, body), rows: after ? after.split('\n') : [] }];

/** Each wording that stays is written in its place; others go with the empty row before them, new ones stand last. */
const wordingsOf = (
  rows: readonly string[],
  { fenced, written }: Located,
  wanted: readonly WrittenWording[],
): readonly RowChange[] => {
  const partners = partnersOf(written.wordings, wanted);
  const changes = fenced.wordings.flatMap(({ opening, body }, index): readonly RowChange[] => {
    const [before, after] = [written.wordings[index], partners[index]];
    if (!before || !after) {
      const from = rows[opening.line - 2]?.trim() ? opening.line : opening.line - 1;
      return [{ from, to: body.to + 1, rows: [] }];
    }
    const row = writeAttributes(rows[opening.line - 1] ?? '', opening, after.attributes);
    return [
      ...(row === rows[opening.line - 1] ? [] : [{ from: opening.line, to: opening.line + 1, rows: [row] }]),
      ...textOf(rows, body, before.text, after.text),
    ];
  });
  const added = wanted.filter((wording) => !partners.includes(wording));
  const last = lastRow(rows, fenced);
  const blocks = added.flatMap(({ attributes, text }) => [
    '',
    opened(attributes),
    ...text.split('\n'),
    ':::',
  ]);
  return added.length ? [...changes, { from: last + 1, to: last + 1, rows: blocks }] : changes;
};

/** The last row of a passage before the fence that closes it. */
const lastRow = (rows: readonly string[], { body, wordings }: Located['fenced']): number =>
  wordings.at(-1)?.body.to ?? filledIn(rows, body).to - 1;

const opened = (attributes: WrittenWording['attributes']): string =>
  `:::wording{${Object.entries(attributes)
    .map(([name, value]) => writtenAttribute(name, value))
    .join(' ')}}`;

/** For each wording the one that it becomes: that for the same readers, else that of the same text; null where it goes. */
const partnersOf = (
  before: readonly WrittenWording[],
  wanted: readonly WrittenWording[],
): readonly (WrittenWording | null)[] => {
  const free = new Set(wanted);
  const take = (isSame: (other: WrittenWording) => boolean): WrittenWording | null => {
    const found = [...free].find(isSame) ?? null;
    if (found) free.delete(found);
    return found;
  };
  const partners = before.map(({ attributes }) =>
    take((other) => isDeepStrictEqual(other.attributes, attributes)),
  );
  return partners.map((partner, index) => partner ?? take(({ text }) => text === before[index]?.text));
};

/** Rows with some of them replaced, from the last to the first. */
const applied = (rows: readonly string[], changes: readonly RowChange[], end: string): readonly string[] => {
  const result = [...rows];
  for (const { from, to, rows: own } of changes.toSorted((a, b) => b.from - a.from || b.to - a.to))
    result.splice(from - 1, to - from, ...own.map((row) => row.replace(/\r$/u, '') + end));
  return result;
};
