/** Tables have the same columns in every row, and headers that say what they are for (Matterhorn 15). */

import { PDFArray } from '../../library.ts';
import { attributeOf, type Element } from '../../read/element.ts';
import { listOf, nameOf, numberOf, textAt, textOf } from '../../read/objects.ts';
import type { Subject } from '../../read/subject.ts';
import { type PdfFault, ofType, type PdfRule, ua, wrong } from '../rule.ts';

/** A cell that is said to go over more columns or rows than this is no cell of a table that anyone reads. */
const WIDEST = 1000;

const rowsOf = (table: Element): Element[] =>
  table.children.flatMap((child) =>
    child.type === 'TR' ? [child] : child.children.filter(({ type }) => type === 'TR'),
  );

const attribute = ({ structure }: Subject, cell: Element, key: string) =>
  attributeOf(cell, structure?.classes, 'Table', key);

/** How many columns or rows a cell goes over. */
const span = (pdf: Subject, cell: Element, key: 'ColSpan' | 'RowSpan'): number =>
  Math.max(1, Math.trunc(numberOf(attribute(pdf, cell, key)) ?? 1));

/** Why a table's cells make no grid; null where they do. */
const irregular = (pdf: Subject, rows: readonly Element[]): string | null => {
  // For each column, how many of the coming rows a cell of an earlier one takes.
  let taken: number[] = [];
  let columns: number | null = null;
  for (const row of rows) {
    let at = 0;
    const next = taken.map((left) => Math.max(0, left - 1));
    for (const cell of row.children) {
      const [wide, high] = [span(pdf, cell, 'ColSpan'), span(pdf, cell, 'RowSpan')];
      if (wide > WIDEST || high > WIDEST) return `a cell goes over ${Math.max(wide, high)} columns or rows`;
      while (taken[at]) at += 1;
      for (let column = at; column < at + wide; column += 1) {
        if (taken[column]) return 'cells overlap';
        next[column] = high - 1;
      }
      at += wide;
    }
    const width = Math.max(at, taken.findLastIndex(Boolean) + 1);
    if (columns !== null && width !== columns) return `rows of ${columns} and of ${width} columns`;
    if (Array.from({ length: width }).some((_, column) => column >= at && !taken[column]))
      return `rows of ${width} and of ${at} columns`;
    columns = width;
    taken = next;
  }
  return taken.some(Boolean) ? 'a cell goes over more rows than there are' : null;
};

const headersOf = (pdf: Subject, cell: Element): string[] | null => {
  const headers = attribute(pdf, cell, 'Headers');
  return headers instanceof PDFArray ? listOf(headers).map((one) => textOf(one) ?? '') : null;
};

/** Header cells that do not say what they head, in a table whose cells do not name them either. */
function* mute(pdf: Subject): Generator<PdfFault> {
  for (const table of ofType(pdf, 'Table')) {
    const cells = rowsOf(table).flatMap(({ children }) => children);
    const heads = cells.filter(({ type }) => type === 'TH');
    const ids = new Set(heads.map(({ dict }) => textAt(dict, 'ID')));
    const named = new Map(cells.map((cell) => [cell, headersOf(pdf, cell)]));
    for (const [cell, headers] of named)
      for (const header of (cell.type === 'TD' && headers) || [])
        if (!ids.has(header))
          yield wrong(cell, `a cell names \`${header}\` as its header, which there is not`);
    const areAllNamed = cells.every((cell) => cell.type !== 'TD' || (named.get(cell)?.length ?? 0) > 0);
    if (areAllNamed && heads.length < cells.length) continue;
    for (const head of heads)
      if (!SCOPES.has(nameOf(attribute(pdf, head, 'Scope')) ?? ''))
        yield wrong(head, 'a header cell does not say whether it heads its row or its column');
  }
}

const SCOPES: ReadonlySet<string> = new Set(['Row', 'Column', 'Both']);

/** Belongs to condition 09-004: what a table holds makes up rows and columns. */
export function* unevenTables(pdf: Subject): Generator<PdfFault> {
  for (const table of ofType(pdf, 'Table')) {
    const why = irregular(pdf, rowsOf(table));
    if (why) yield wrong(table, `a table whose cells make no grid: ${why}`);
  }
}

export const TABLE_RULES: readonly PdfRule[] = [
  ua('15-003', '7.5', 'Give each header cell a scope: row or column.', mute),
];
