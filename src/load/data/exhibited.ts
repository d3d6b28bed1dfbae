/** Exhibits held against the tables of a project: each has to be one that some table has the figures of. */

import type { Root } from 'mdast';
import { error, type Message } from '../../diagnostics/message.ts';
import { suggest } from '../../diagnostics/nearest.ts';
import { exhibitsOf, type ExhibitRequest, type SoundExhibit } from '../../model/exhibit.ts';
import { BARE } from '../../model/field.ts';
import { lackOf, lackOfExhibit, type ExhibitLack } from '../../model/lack.ts';
import type { Project } from '../../model/project.ts';
import type { Tables } from '../../model/recipient.ts';
import type { Table } from '../../model/table.ts';

/** Says each exhibit that no table has the figures of. */
export const checkExhibits = ({ passages, tables }: Project): readonly Message[] =>
  [...passages.values()].flatMap(({ text, wordings, place: { file } }) =>
    [text, ...wordings.map((wording) => wording.text)].flatMap((root) => inText(root, file, tables)),
  );

const inText = (root: Root, file: string, tables: Tables): readonly Message[] =>
  exhibitsOf(root).flatMap((exhibit) => {
    const lack = lackIn(exhibit.request, tables);
    if (!lack) return [];
    const { attribute, text, remedy } = lack;
    return [error(RULE[attribute], placeOf(exhibit, file, attribute), text, { remedy })];
  });

const RULE = {
  of: 'unknown-field',
  with: 'unknown-field',
  periods: 'unknown-field',
  rows: 'unknown-row',
  title: 'unknown-field',
  alt: 'unknown-field',
} as const;

const placeOf = ({ position, columns }: SoundExhibit, file: string, attribute: string) => {
  const { line = 1, column = 1 } = position?.start ?? {};
  return { file, line, column: columns[attribute] ?? column };
};

/** What the table lacks that comes nearest to having what is asked for; null where one has it. */
const lackIn = (request: ExhibitRequest, tables: Tables): ExhibitLack | null => {
  const { rows } = request;
  if (rows) {
    const table = tables.get(rows.table);
    return table ? lackOfExhibit(request, table, tables) : null;
  }
  const all = [...tables.values()];
  const lacks = all.map((table) => lackOfExhibit(request, table, tables));
  if (lacks.includes(null)) return null;
  const having = all.findIndex((table) => request.of.every((name) => hasField(name, table, tables)));
  if (having >= 0) return lacks[having] ?? null;
  const name = request.of.find((each) => !all.some((table) => hasField(each, table, tables))) ?? '';
  const columns = new Set(all.flatMap((table) => [...table.columns.keys()]));
  return {
    attribute: 'of',
    text: name ? `No table has a column \`${name}\`` : 'No one table has all the columns that `of` names',
    remedy: columns.size
      ? suggest(name, columns)
      : 'Put a table into `sources/data/`, with a description beside it.',
  };
};

const hasField = (name: string, table: Table, tables: Tables): boolean =>
  lackOf({ ...BARE, name }, table, tables) === null;
