/** The texts of a project, each with whose it is, in the words by which it would be known elsewhere. */

import type { Root } from 'mdast';
import type { Place } from '../diagnostics/place.ts';
import { groupBy } from '../model/group.ts';
import { LANGUAGES } from '../model/languages/languages.ts';
import { fieldsFor, wordingFor } from '../model/passage.ts';
import type { Edition, Passage, Project, Text } from '../model/project.ts';
import type { Row, Table } from '../model/table.ts';
import { TEXT } from '../model/unit.ts';
import { valueOf } from '../model/value.ts';
import { visit } from '../model/visit.ts';
import type { Access } from './access.ts';
import { addressesIn, wordsOf } from './words.ts';

/** A text that somebody may read, or nobody. */
export interface HeldText {
  /** What it is, e.g. `the passage `library-hours``. */
  readonly what: string;
  readonly place: Place;
  readonly access: Access;
  /** Its words; it breaks into pieces where something else is put in, such as a recipient's value. */
  readonly pieces: readonly (readonly string[])[];
  /** What documents show beside it, such as a figure: a few words of it tell nothing, but are its readers' own. */
  readonly beside: readonly (readonly string[])[];
  /** Ids. */
  readonly names: readonly string[];
  readonly addresses: readonly string[];
}

/** Every text of a project that could be told. */
export function* textsOf(project: Project): Iterable<HeldText> {
  const { passages, packs, asides, issued, organisation, vocabulary, audiences } = project;
  for (const passage of passages.values()) yield* passageTexts(passage);
  yield* sourceTexts(project);
  for (const pack of packs.values()) {
    yield* written(pack.summary, `the summary of \`${pack.id}\``, { is: 'pack', pack });
    for (const edition of pack.editions) {
      const access = { is: 'edition', pack, edition } as const;
      yield* written(edition.headline, `the headline of \`${pack.id}/${edition.id}\``, access);
      yield* written(edition.summary, `the summary of \`${pack.id}/${edition.id}\``, access);
    }
    const { revisions, title, event, place } = pack;
    const notes = revisions.map(({ note }) => note);
    yield held('a pack', place, { is: 'everybody' }, [title, event ?? '', ...notes]);
  }
  for (const { text, place } of asides)
    yield held('what is written for editors alone', place, { is: 'officer' }, [text]);
  for (const { id, to, toPlace } of issued)
    yield held(`whom \`${id}\` went to`, toPlace, { is: 'private' }, [to]);
  const addressees = new Set(
    [...packs.values()].flatMap((pack) => pack.editions.map((one) => one.recipients)),
  );
  for (const table of project.tables.values()) if (addressees.has(table.id)) yield* rowTexts(table);
  const shown = [...project.templates.values()].map(({ slots, words }) => [
    slots.map(({ id, title, titles }) => [id, title, titles]),
    words,
  ]);
  const common = [
    organisation,
    shown,
    project.vocabulary.kinds,
    LANGUAGES,
    [...vocabulary.topics],
    [...vocabulary.abbreviations],
    [...audiences],
    [...project.tables.values()].flatMap(({ rows }) => Array.from(rows.values(), ({ name }) => name)),
  ];
  const [first] = packs.values();
  const place = first?.place ?? { file: '', line: 1, column: 1 };
  yield held('the organisation', place, { is: 'everybody' }, valuesIn(common));
}

/** A text in words. */
const held = (
  what: string,
  place: Place,
  access: Access,
  texts: readonly string[],
  more: Partial<Pick<HeldText, 'names' | 'addresses' | 'beside'>> = {},
): HeldText => ({
  what,
  place,
  access,
  pieces: texts.map(wordsOf).filter((words) => words.length),
  beside: [],
  names: [],
  addresses: texts.flatMap(addressesIn),
  ...more,
});

function* passageTexts(passage: Passage): Iterable<HeldText> {
  const { id, place, formerly, attributes, wordings, text } = passage;
  const what = `the passage \`${id}\``;
  const said = TOLD.flatMap((name) => attributes[name] ?? []);
  const beside = [id, ...Object.values(attributes), passage.area, passage.period, passage.locator];
  yield held(what, place, { is: 'passage', passage }, said, {
    names: [id, ...formerly],
    beside: beside.map((value) => wordsOf(value ?? '')),
  });
  yield fromRoot(text, what, place, { is: 'wording', passage, wording: null });
  for (const wording of wordings) {
    const readers = wording.audiences.join(', ') || 'all';
    yield fromRoot(wording.text, `the wording of \`${id}\` for ${readers}`, wording.place, {
      is: 'wording',
      passage,
      wording,
    });
  }
}

/** The attributes that tell something by themselves; others name places, times and kinds. */
const TOLD = ['speaker', 'role', 'to', 'base', 'term', 'statement', 'consent', 'anonymity'];

const fromRoot = (root: Root, what: string, place: Place, access: Access): HeldText => {
  const { texts, addresses } = saidIn(root);
  return held(what, place, access, texts, { addresses: addresses.flatMap(addressesIn) });
};

/** The running text, and apart from it what describes pictures and where links lead. */
const saidIn = (root: Root): { readonly texts: readonly string[]; readonly addresses: readonly string[] } => {
  const pieces = [''];
  const apart: string[] = [];
  const addresses: string[] = [];
  visit(root, (node) => {
    if (node.type === 'image') apart.push(node.alt ?? '', node.title ?? '', stemOf(node.url));
    else if (node.type === 'link') {
      addresses.push(node.url);
      apart.push(node.title ?? '');
    } else if (node.type === 'exhibit') apart.push(node.request?.title ?? '', node.request?.alt ?? '');
    if (node.type === 'text' || node.type === 'inlineCode') pieces[pieces.length - 1] += node.value;
    else if (node.type === 'field' || node.type === 'exhibit') pieces.push('');
    else if (BLOCKS.has(node.type)) pieces[pieces.length - 1] += ' ';
  });
  const [whole = ''] = pieces;
  // Between what is put in, a few words are nobody's own.
  const running = pieces.length === 1 ? [whole] : pieces.filter((piece) => wordsOf(piece).length >= 6);
  return { texts: [...running, ...apart], addresses };
};

const BLOCKS: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'listItem',
  'tableCell',
  'break',
  'blockquote',
]);

/** What a picture's file is called: so it is called in the output too. */
const stemOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/u, '');

function* sourceTexts({ sources, passages, tables }: Project): Iterable<HeldText> {
  const all = [...passages.values()];
  const own = groupBy(all, ({ source }) => source);
  const quoting = groupBy(all, ({ from }) => from ?? '');
  const ofTables = new Set(
    [...tables.values()].flatMap(({ columns }) => [...columns.values()].map(({ source }) => source)),
  );
  for (const source of sources.values()) {
    const { id, title, authors, url, place } = source;
    const using = [...(own.get(id) ?? []), ...(quoting.get(id) ?? [])];
    const access: Access = ofTables.has(id) ? { is: 'everybody' } : { is: 'source', source, passages: using };
    yield held(`the source \`${id}\``, place, access, [title, ...authors], {
      names: [id],
      beside: [wordsOf(id)],
      addresses: addressesIn(url ?? ''),
    });
    yield held(`the source \`${id}\``, place, { is: 'everybody' }, [
      source.publisher ?? '',
      source.container ?? '',
    ]);
  }
}

function* written(text: Text | null, what: string, access: Access): Iterable<HeldText> {
  if (text) yield fromRoot(text.text, what, text.place, access);
}

/** The words that are one recipient's alone: what several have tells nothing of any. */
function* rowTexts(table: Table): Iterable<HeldText> {
  const rows = [...table.rows.values()];
  const said = rows.map((row) => ({ row, texts: [row.salutation, row.role, ...cellsOf(table, row)] }));
  const counts = new Map<string, number>();
  for (const { texts } of said)
    for (const text of new Set(texts)) if (text) counts.set(text, (counts.get(text) ?? 0) + 1);
  for (const { row, texts } of said) {
    const own = texts.filter((text): text is string => text !== null && counts.get(text) === 1);
    const what = `the row of ${row.name} in \`${table.id}\``;
    yield held(what, row.place, { is: 'row', table: table.id, key: row.key }, own);
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

/** Every text within a value. */
const valuesIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (value instanceof Map) return [...value].flatMap(valuesIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(valuesIn) : [];
};

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
  const lines = [edition.headline, edition.summary].flatMap((line) => line?.text ?? []);
  return [...own, ...lines].flatMap((text) => saidIn(text).texts.map(wordsOf));
};
