/** The prose of a project whose documents are in English: of each passage that is no quotation, and not withdrawn. */

import { sha256 } from '../model/hash.ts';
import type { Passage, Project, Source } from '../model/project.ts';
import type { PassageProse, Prose } from '../model/prose.ts';
import { normalised } from '../load/text.ts';
import type { Misspelt } from '../rules/subjects.ts';
import type { Files, Round } from '../world/world.ts';

export type ProseOfPassages = ReadonlyMap<string, PassageProse>;

/** By the passages’ ids. What was read of a file before is kept with its readings. */
export const readProse = async (project: Project, files: Files, round: Round): Promise<ProseOfPassages> => {
  if (!/^en(?:-GB)?$/iu.test(project.organisation.language)) return new Map();
  const found = new Map<string, PassageProse>();
  for (const source of project.sources.values()) {
    const passages = written(source, project);
    if (!passages.length) continue;
    const bytes = await files.read(source.file);
    if (!bytes) continue;
    const key = JSON.stringify([sha256(bytes), passages.map(({ id }) => id)]);
    const proses = await round.awaited(`prose of ${source.file}`, key, () =>
      proseIn(source, bytes, passages),
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

const proseIn = async (
  { file }: Source,
  bytes: Uint8Array,
  passages: readonly Passage[],
): Promise<readonly PassageProse[]> => {
  // Loaded where something has to be read: with the dictionary it takes a while.
  const { proseOf } = await import('../prose/prose.ts');
  const whole = normalised(new TextDecoder().decode(bytes));
  const texts = passages.flatMap(({ text, wordings }) => [text, ...wordings.map((one) => one.text)]);
  const proses = proseOf(file, whole, texts)[Symbol.iterator]();
  const next = (): Prose => proses.next().value as Prose;
  return passages.map(({ wordings }) => ({ text: next(), wordings: wordings.map(next) }));
};

/** The most words for which it is looked up what they may have been meant to be: that takes long. */
const MOST_SUGGESTED = 20;

/** The words that neither the dictionary nor the project knows, each where it first stands. */
export const misspeltIn = async (project: Project, prose: ProseOfPassages): Promise<readonly Misspelt[]> => {
  const own = wordsOf(project);
  const first = new Map<string, Misspelt>();
  for (const { text, wordings } of prose.values())
    for (const { unknown } of [text, ...wordings])
      for (const { word, place } of unknown)
        if (!first.has(word) && !isOwn(word, own)) first.set(word, { word, place, suggestions: [] });
  if (!first.size) return [];
  const { suggestionsFor } = await import('../prose/dictionary.ts');
  return [...first.values()].map((one, index) =>
    index < MOST_SUGGESTED ? { ...one, suggestions: suggestionsFor(one.word).slice(0, 3) } : one,
  );
};

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
