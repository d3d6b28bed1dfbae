/** The texts of a project, each with whose it is, in the words by which it would be known elsewhere. */

import { groupBy } from '../model/group.ts';
import { LICENCES } from '../model/licence.ts';
import { LANGUAGES } from '../model/languages/languages.ts';
import { readersOf, type Passage } from '../model/passage.ts';
import { saidByChecks } from '../model/languages/say-check.ts';
import type { Project } from '../model/project.ts';
import type { Text } from '../model/pack.ts';
import { addressed, guarded, type Access } from './access.ts';
import { fromRoot, held, type HeldText } from './held-text.ts';
import { rowTexts } from './recipient-texts.ts';
import { addressesIn, wordsOf } from './words.ts';

/** Every text of a project that could be told. */
export function* textsOf(project: Project): Iterable<HeldText> {
  const { passages, packs, asides, issued, organisation, vocabulary, audiences } = project;
  for (const passage of passages.values()) yield* passageTexts(passage);
  yield* sourceTexts(project);
  for (const pack of packs.values()) {
    yield* written(pack.summary, `the summary of \`${pack.id}\``, { is: 'pack', pack: pack.id });
    for (const edition of pack.editions) {
      const access = { is: 'edition', pack: pack.id, edition: edition.id } as const;
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
  yield* addresseeTexts(project);
  const shown = [...project.templates.values()].map(({ slots, words }) => [
    slots.map(({ id, title, titles }) => [id, title, titles]),
    words,
  ]);
  const common = [
    organisation,
    shown,
    project.vocabulary.kinds,
    LANGUAGES,
    LICENCES,
    Object.values(LANGUAGES).map(saidByChecks),
    [...vocabulary.topics],
    [...vocabulary.abbreviations],
    [...audiences],
    [...project.tables.values()].flatMap(({ rows }) => Array.from(rows.values(), ({ name }) => name)),
  ];
  const [first] = packs.values();
  const place = first?.place ?? { file: '', line: 1, column: 1 };
  yield held('the organisation', place, { is: 'everybody' }, valuesIn(common));
}

/** What is said to one recipient of many alone, of every table of those who are sent documents. */
export function* addresseeTexts({ packs, tables }: Pick<Project, 'packs' | 'tables'>): Iterable<HeldText> {
  const addressees = new Set(
    [...packs.values()].flatMap((pack) => pack.editions.map((one) => one.recipients)),
  );
  for (const table of tables.values()) if (addressees.has(table.id)) yield* rowTexts(table);
}

function* passageTexts(passage: Passage): Iterable<HeldText> {
  const { id, place, formerly, attributes, wordings, text, restsOn } = passage;
  const what = `the passage \`${id}\``;
  const said = [...TOLD.flatMap((name) => attributes[name] ?? []), ...restsOn];
  const guard = guarded(passage);
  const beside = [id, ...Object.values(attributes), passage.area, passage.period, passage.locator];
  yield held(what, place, { is: 'passage', passage: guard }, said, {
    names: [id, ...formerly],
    beside: beside.map((value) => wordsOf(value ?? '')),
  });
  yield fromRoot(text, what, place, { is: 'wording', passage: guard, wording: null });
  for (const wording of wordings) {
    yield fromRoot(wording.text, `the wording of \`${id}\` ${readersOf(wording)}`, wording.place, {
      is: 'wording',
      passage: guard,
      wording: addressed(wording),
    });
  }
}

/** The attributes that tell something by themselves; others name places, times and kinds. */
const TOLD = ['speaker', 'role', 'to', 'base', 'term', 'statement', 'consent', 'anonymity'];

function* sourceTexts({ sources, passages, tables }: Project): Iterable<HeldText> {
  const all = [...passages.values()];
  const own = groupBy(all, ({ source }) => source);
  const quoting = groupBy(all, ({ from }) => from ?? '');
  const ofTables = new Set(
    [...tables.values()].flatMap(({ columns }) => [...columns.values()].map(({ source }) => source)),
  );
  for (const source of sources.values()) {
    const { id, title, authors, attribution, url, place } = source;
    const using = [...(own.get(id) ?? []), ...(quoting.get(id) ?? [])];
    const access: Access = ofTables.has(id)
      ? { is: 'everybody' }
      : { is: 'source', passages: using.map(guarded) };
    yield held(`the source \`${id}\``, place, access, [title, ...authors, attribution ?? ''], {
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

/** Every text within a value. */
const valuesIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (value instanceof Map) return [...value].flatMap(valuesIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(valuesIn) : [];
};
