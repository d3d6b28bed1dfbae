/** Merge fields and exhibits held against the tables of a project: each has to be one that some table has. */

import type { Root } from 'mdast';
import type { Node } from 'unist';
import { error, type Message } from '../../diagnostics/message.ts';
import { suggest } from '../../diagnostics/nearest.ts';
import type { Place } from '../../diagnostics/place.ts';
import { BARE, BUILT_IN_FIELDS, fieldsOf, type FieldRequest } from '../../model/field.ts';
import { requestsIn } from '../../model/field-syntax.ts';
import type { Passage } from '../../model/passage.ts';
import type { Project } from '../../model/project.ts';
import { exhibitsOf, fieldsBehind } from '../../model/exhibit.ts';
import { lackOf, type FieldLack } from '../../model/lack.ts';
import type { Tables } from '../../model/recipient.ts';
import { checkExhibits } from './exhibited.ts';

/** Says each field that no table has, once with all its places; each such exhibit; and wordings for what can't be missing. */
export const checkFields = (project: Project): readonly Message[] => {
  const unknown = new Map<string, { readonly lack: FieldLack; readonly places: Place[] }>();
  for (const { request, place } of asked(project)) {
    const lack = lackIn(request, project.tables);
    if (!lack) continue;
    const known = unknown.get(lack.text);
    if (known) known.places.push(place);
    else unknown.set(lack.text, { lack, places: [place] });
  }
  const lacks = Array.from(unknown.values(), ({ lack, places: [first, ...others] }) => {
    const related = others.slice(0, MOST_PLACES).map((place) => ({ place, text: 'asked for here too' }));
    const times = others.length ? `, which is asked for in ${others.length + 1} places` : '';
    return error('unknown-field', first as Place, lack.text + times, {
      remedy: lack.remedy,
      ...(related.length && { related }),
    });
  });
  const { kinds } = project.vocabulary;
  const misplaced = [...project.passages.values()].flatMap((passage) => [
    ...(kinds.get(passage.kind)?.verbatim ? inQuotation(passage) : []),
    ...idleWordings(passage),
  ]);
  return [...lacks, ...checkExhibits(project), ...misplaced];
};

/** The other places of an unknown field that are shown; their number is told. */
const MOST_PLACES = 10;

interface AskedOf {
  readonly request: FieldRequest;
  readonly place: Place;
}

/** Every field that a project's texts ask for. */
function* asked({ passages, packs, templates, tables }: Project): Iterable<AskedOf> {
  for (const { text, wordings, place, places, attributes } of passages.values()) {
    for (const root of [text, ...wordings.map((wording) => wording.text)]) yield* inText(root, place.file);
    yield* inLine(attributes['figure'] ?? '', places['figure'] ?? place);
  }
  for (const { summary, editions, place } of packs.values())
    for (const each of [summary, ...editions.flatMap((edition) => [edition.headline, edition.summary])])
      if (each) yield* inText(each.text, place.file);
  // A template may have slots for recipients, and be used in a project that has none.
  for (const { slots } of tables.size ? templates.values() : [])
    for (const { title, titles, place } of slots)
      for (const line of [title ?? '', ...Object.values(titles)]) yield* inLine(line, place);
}

const inText = (root: Root, file: string): readonly AskedOf[] =>
  fieldsOf(root).map((request) => ({ request, ...placed(request, file) }));

const placed = ({ position }: Node, file: string): { readonly place: Place } => {
  const { line = 1, column = 1 } = position?.start ?? {};
  return { place: { file, line, column } };
};

const inLine = (line: string, place: Place): readonly AskedOf[] =>
  requestsIn(line).map((request) => ({ request, place }));

/** What the table lacks for a field that comes nearest to having it. A field that is faulty is said by its reader. */
const lackIn = (request: FieldRequest, tables: Tables): FieldLack | null => {
  const { name } = request;
  if (!name) return null;
  const lacks = [...tables.values()].map((table) => lackOf(request, table, tables));
  if (lacks.includes(null)) return null;
  const bare = { ...request, ...BARE };
  const having = [...tables.values()].findIndex((table) => lackOf(bare, table, tables) === null);
  if (having >= 0) return lacks[having] ?? null;
  const remedy = tables.size
    ? suggest(name, namesIn(tables))
    : 'Put a table into `sources/data/`, with a description beside it.';
  return { text: `No table has a field \`${name}\``, remedy };
};

const namesIn = (tables: Tables): ReadonlySet<string> => {
  const own = (id: string) => [...BUILT_IN_FIELDS, ...(tables.get(id)?.columns.keys() ?? [])];
  return new Set(
    [...tables.values()].flatMap(({ id, joins }) => [
      ...own(id),
      ...[...joins].flatMap(([join, { table }]) => own(table).map((name) => `${join}.${name}`)),
    ]),
  );
};

/** What somebody has said is the same to all. */
const inQuotation = ({ id, text, wordings, place: { file } }: Passage): readonly Message[] =>
  [text, ...wordings.map((wording) => wording.text)]
    .flatMap((root) => [...inText(root, file), ...exhibitsOf(root).map((each) => placed(each, file))])
    .map(({ place }) => {
      const found = `\`${id}\` is a quotation, and a merge field or a chart would change its words`;
      return error('merge-field', place, found, { remedy: 'Write what was said.' });
    });

function* idleWordings({ text, wordings }: Passage): Iterable<Message> {
  const isAsking = [text, ...wordings.flatMap((one) => (one.whenMissing ? [] : one.text))].some(
    (root) => fieldsOf(root).length || exhibitsOf(root).some(({ request }) => fieldsBehind(request).length),
  );
  if (isAsking) return;
  for (const { whenMissing, place } of wordings) {
    const remedy = 'Take it out, or put a merge field or a chart into the text.';
    const found = 'This wording stands for a missing value, and the passage asks for none';
    if (whenMissing) yield error('contradiction', place, found, { remedy });
  }
}
