/** What is said to one recipient of many. */

import type { Root } from 'mdast';
import { fieldsFor, wordingFor } from '../model/passage.ts';
import type { Edition } from '../model/pack.ts';
import type { Project } from '../model/project.ts';
import type { Row, Table } from '../model/table.ts';
import { TEXT } from '../model/unit.ts';
import { valueOf } from '../model/value.ts';
import { held, saidIn, type HeldText } from './held-text.ts';
import { wordsOf } from './words.ts';

/** The words that are one recipient's alone: what several have tells nothing of any. */
export function* rowTexts(table: Table): Iterable<HeldText> {
  const rows = [...table.rows.values()];
  const said = rows.map((row) => ({ row, texts: [row.salutation, row.role, ...cellsOf(table, row)] }));
  const counts = new Map<string, number>();
  for (const { texts } of said)
    for (const text of new Set(texts)) if (text) counts.set(text, (counts.get(text) ?? 0) + 1);
  for (const { row, texts } of said) {
    const own = texts.filter((text): text is string => text !== null && counts.get(text) === 1);
    const what = `the row of ${row.name} in \`${table.id}\``;
    if (own.length) yield held(what, row.place, { is: 'row', table: table.id, key: row.key }, own);
  }
}

const cellsOf = (table: Table, row: Row): readonly (string | null)[] =>
  [...table.columns.values()]
    .filter(({ unit }) => unit === TEXT)
    .flatMap((column) =>
      [...column.cells.keys()].map((period) => {
        const value = valueOf(table, row, column, period);
        return 'text' in value ? value.text : null;
      }),
    );

/** A document as it is planned for one recipient. */
interface PlannedTexts {
  readonly project: Pick<Project, 'passages'>;
  readonly edition: Edition;
}

/** The words of a document in which a recipient's own values stand, or figures of a table, as it is to show them. */
export const mergedTexts = (
  { passages }: Pick<Project, 'passages'>,
  { project, edition }: PlannedTexts,
): readonly (readonly string[])[] => {
  const own = [...project.passages.values()].flatMap((merged) => {
    const written = passages.get(merged.id);
    const isMerged = written && fieldsFor(written, edition.audience).length > 0;
    return isMerged ? [wordingFor(merged, edition.audience)] : [];
  });
  return [...own, ...linesOf(edition)].flatMap(wordsIn);
};

const linesOf = ({ headline, summary }: Edition): readonly Root[] =>
  [headline, summary].flatMap((line) => line?.text ?? []);

const wordsIn = (text: Root): readonly (readonly string[])[] => saidIn(text).texts.map(wordsOf);
