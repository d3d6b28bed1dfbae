/** The prose of a project: of each passage that is no quotation, and not withdrawn. */

import type { Root } from 'mdast';
import { sha256 } from '../model/hash.ts';
import { memo } from '../model/memo.ts';
import { languageIn, type Passage } from '../model/passage.ts';
import type { Project } from '../model/project.ts';
import type { Source } from '../model/source.ts';
import { isBritish, type PassageProse, type Prose } from '../model/prose.ts';
import { languageOfText } from '../model/read-in.ts';
import { visit } from '../model/visit.ts';
import { normalised } from '../load/text.ts';
import type { Speller } from '../prose/dictionary.ts';
import type { TextInLanguage } from '../prose/prose.ts';
import type { Misspelt } from '../rules/subjects.ts';
import type { Round, World } from '../world/world.ts';
import { Dictionaries, type InstalledDictionary } from './dictionaries.ts';

export type ProseOfPassages = ReadonlyMap<string, PassageProse>;

/** By the passages’ ids. What was read of a file before is kept with its readings. */
export const readProse = async (
  project: Project,
  { files, packages }: Pick<World, 'files' | 'packages'>,
  round: Round,
): Promise<ProseOfPassages> => {
  const found = new Map<string, PassageProse>();
  const dictionaries = new Dictionaries(packages);
  for (const source of project.sources.values()) {
    const passages = written(source, project);
    if (!passages.length) continue;
    const bytes = await files.read(source.file);
    if (!bytes) continue;
    const texts = passages.map((passage) => textsOf(project, passage));
    const languages = [...new Set(texts.flat().map(({ language }) => language))];
    const inSpans = texts.flat().flatMap(({ text }) => spansOf(text));
    const others = await dictionariesFor(new Set([...languages, ...inSpans]), dictionaries);
    const ids = passages.map(({ id }) => id);
    const known = Array.from(others, ([tag, { hash }]) => [tag, hash]);
    const key = JSON.stringify([sha256(bytes), ids, languages, known]);
    const proses = await round.awaited(`prose of ${source.file}`, key, () =>
      proseIn(source, bytes, texts, others),
    );
    passages.forEach(({ id }, index) => {
      const prose = proses[index];
      if (prose) found.set(id, prose);
    });
  }
  return found;
};

/** What of a source is in the words of those who wrote the library; of what is withdrawn nothing may be kept. */
const written = ({ passages }: Source, { passages: library, vocabulary }: Project): readonly Passage[] =>
  passages.flatMap((id) => {
    const passage = library.get(id);
    if (!passage || passage.status === 'withdrawn') return [];
    return vocabulary.kinds.get(passage.kind)?.verbatim ? [] : [passage];
  });

/** A passage’s own text, then its wordings. */
const textsOf = (project: Project, passage: Passage): readonly TextInLanguage[] =>
  [passage.text, ...passage.wordings.map((wording) => wording.text)].map((text) => ({
    text,
    language: languageIn(passage, text) ?? languageOfText(project, passage),
  }));

/** The languages of parts of a text. */
const spansOf = (text: Root): readonly string[] => {
  const found: string[] = [];
  visit(text, 'span', ({ language }) => void (language !== null && found.push(language)));
  return found;
};

type DictionariesByTag = ReadonlyMap<string, InstalledDictionary>;

/** Of languages other than British English. */
const dictionariesFor = async (
  languages: Iterable<string>,
  dictionaries: Dictionaries,
): Promise<DictionariesByTag> => {
  const found = new Map<string, InstalledDictionary>();
  for (const language of languages) {
    const own = isBritish(language) ? null : await dictionaries.of(language);
    if (own) found.set(language, own);
  }
  return found;
};

/** Each dictionary is read once: a large one takes seconds. */
const SPELLERS = new Map<string, Speller>();

const loadDictionary = () => import('../prose/dictionary.ts');

/** The one that comes along, where it was asked. */
let own: ReturnType<typeof loadDictionary> | null = null;

const dictionary = () => (own ??= loadDictionary());

/** Lets go of dictionaries, where no prose is read any more: they are read again when they are asked. */
export const forgetDictionaries = async (): Promise<void> => {
  SPELLERS.clear();
  (await own)?.forgetWords();
};

const proseIn = async (
  { file }: Source,
  bytes: Uint8Array,
  texts: readonly (readonly TextInLanguage[])[],
  dictionaries: DictionariesByTag,
): Promise<readonly PassageProse[]> => {
  // Loaded where something has to be read: with the dictionary it takes a while.
  const { proseOf } = await import('../prose/prose.ts');
  const { spellerOf } = await dictionary();
  const spellers = new Map(
    Array.from(dictionaries, ([tag, own]) => [tag, memo(SPELLERS, own.hash, () => spellerOf(own))]),
  );
  const whole = normalised(new TextDecoder().decode(bytes));
  const proses = proseOf(file, whole, texts.flat(), spellers)[Symbol.iterator]();
  const next = (): Prose => proses.next().value as Prose;
  return texts.map((those) => ({ text: next(), wordings: those.slice(1).map(next) }));
};

/** The most words for which it is looked up what they may have been meant to be: that takes long. */
const MOST_SUGGESTED = 20;

/**
 * The words that neither a dictionary nor the project knows, each where it first stands. What one may have been meant to be
 * is kept with the readings, as all that it depends on is the dictionary that comes along.
 */
export const misspeltIn = async (
  project: Project,
  prose: ProseOfPassages,
  round: Round,
): Promise<readonly Misspelt[]> => {
  const own = wordsOf(project);
  const first = new Map<string, Misspelt>();
  for (const { text, wordings } of prose.values())
    for (const { unknown } of [text, ...wordings])
      for (const one of unknown)
        if (!first.has(one.word) && !isOwn(one.word, own)) first.set(one.word, { ...one, suggestions: [] });
  return Promise.all(
    Array.from(first.values(), async (one, index) =>
      index < MOST_SUGGESTED && one.language === null
        ? { ...one, suggestions: await meantBy(one.word, round) }
        : one,
    ),
  );
};

const meantBy = (word: string, round: Round): Promise<readonly string[]> =>
  round.awaited(`meant by ${word}`, word, async () => {
    const { suggestionsFor } = await dictionary();
    return suggestionsFor(word).slice(0, 3);
  });

/** Whether a word is the project’s, in the plural or with an `’s` too, or joined of such words. */
const isOwn = (written: string, own: ReadonlySet<string>): boolean => {
  const word = written.toLowerCase().replace(/[’']s?$|\.$/u, '');
  return own.has(word) || own.has(word.replace(/s$/u, '')) || word.split('-').every((part) => own.has(part));
};

/** All words of names: of people, places, publishers, works, audiences and topics; those of the vocabulary. */
const wordsOf = ({
  organisation,
  vocabulary,
  areas,
  audiences,
  sources,
  passages,
}: Project): ReadonlySet<string> => {
  const texts = [
    organisation.name,
    organisation.short,
    ...vocabulary.words,
    ...Array.from(
      vocabulary.abbreviations.values(),
      ({ short, expansion, plural }) => `${short} ${expansion} ${plural}`,
    ),
    ...Array.from(vocabulary.topics.values(), ({ name }) => name),
    ...Array.from(audiences.values(), ({ name }) => name),
    ...areas.keys(),
    ...[...sources.values()].flatMap(({ title, authors, publisher, container }) => [
      title,
      ...authors,
      publisher ?? '',
      container ?? '',
    ]),
    ...[...passages.values()].flatMap(({ area, attributes: { speaker = '', term = '', role = '' } }) => [
      area ?? '',
      speaker,
      term,
      role,
    ]),
  ];
  return new Set(texts.flatMap((text) => text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []));
};
