/** What of the library everybody may read at a moment: its evidence, with the sources and the topics of that. */

import { byCodeUnit } from '../diagnostics/order.ts';
import { groupBy } from '../model/group.ts';
import { PUBLIC } from '../model/public.ts';
import type { Passage } from '../model/passage.ts';
import type { Project } from '../model/project.ts';
import type { Source } from '../model/source.ts';
import type { Topic } from '../model/vocabulary.ts';
import { ineligible } from '../select/eligible.ts';
import type { Present, PublishedPack } from './published-pack.ts';

export interface PublicLibrary {
  /** By id, in the order of the library. */
  readonly evidence: ReadonlyMap<string, Evidence>;
  /** The present id of each that a passage of it had before. */
  readonly moved: ReadonlyMap<string, string>;
  /** By id: those with evidence, the newest first. */
  readonly sources: ReadonlyMap<string, SourceEvidence>;
  /** By path, in the order of the vocabulary: those that evidence or a pack is about, and those above them. */
  readonly topics: ReadonlyMap<string, TopicEvidence>;
}

/** A passage that everybody may read. */
export interface Evidence {
  readonly passage: Passage;
  readonly source: Source;
  /** Published packs with a document that holds it. */
  readonly uses: readonly PublishedPack[];
  /** The id of a passage that takes its place; null where none does. */
  readonly supersededBy: string | null;
}

export interface SourceEvidence {
  readonly source: Source;
  /** At least one. */
  readonly evidence: readonly Evidence[];
}

export interface TopicEvidence extends Topic {
  readonly packs: readonly PublishedPack[];
  /** Of this topic itself; that of those below it has pages of its own. */
  readonly evidence: readonly Evidence[];
  /** Paths of the topics right below it. */
  readonly below: readonly string[];
}

export const libraryOf = (
  project: Project,
  packs: readonly PublishedPack[],
  { today, now }: Present,
): PublicLibrary => {
  const reader = { audience: PUBLIC, date: today, released: now, recipients: null };
  const { able, superseded } = ineligible(project, reader);
  const users = usersOf(packs);
  const found = [...project.passages.values()].flatMap((passage): Evidence[] => {
    const source = project.sources.get(passage.source);
    if (!source || !able.has(passage.id) || !isEvidence(passage, project)) return [];
    const uses = users.get(passage.id) ?? [];
    return [{ passage, source, uses, supersededBy: superseded.get(passage.id) ?? null }];
  });
  const evidence = new Map(found.map((one) => [one.passage.id, one]));
  return {
    evidence,
    moved: new Map(found.flatMap(({ passage }) => passage.formerly.map((id) => [id, passage.id]))),
    sources: sourcesOf(found),
    topics: topicsOf(project, packs, found),
  };
};

/** What is cited, and stands by itself: what the other side says is printed with the answer alone. */
const isEvidence = ({ kind }: Passage, { vocabulary }: Project): boolean =>
  kind !== 'claim' && (vocabulary.kinds.get(kind)?.cited ?? false);

const usersOf = (packs: readonly PublishedPack[]): ReadonlyMap<string, readonly PublishedPack[]> => {
  const pairs = packs.flatMap((pack) =>
    [...new Set(pack.entries.flatMap(({ passages }) => passages))].map((id) => ({ id, pack })),
  );
  return new Map(
    Array.from(
      groupBy(pairs, ({ id }) => id),
      ([id, own]) => [id, own.map(({ pack }) => pack)],
    ),
  );
};

const sourcesOf = (found: readonly Evidence[]): ReadonlyMap<string, SourceEvidence> => {
  const groups = [...groupBy(found, ({ source }) => source)];
  const newestFirst = groups.toSorted(([a], [b]) => byCodeUnit(b.issued, a.issued));
  return new Map(newestFirst.map(([source, evidence]) => [source.id, { source, evidence }]));
};

const topicsOf = (
  { vocabulary }: Project,
  packs: readonly PublishedPack[],
  found: readonly Evidence[],
): ReadonlyMap<string, TopicEvidence> => {
  const byTopic = <Thing>(things: readonly Thing[], topics: (thing: Thing) => readonly string[]) => {
    const pairs = things.flatMap((thing) => topics(thing).map((topic) => ({ topic, thing })));
    return groupBy(pairs, ({ topic }) => topic);
  };
  const ofPacks = byTopic(packs, ({ pack }) => pack.topics);
  const ofEvidence = byTopic(found, ({ passage }) => passage.topics);
  const filled = [...ofPacks.keys(), ...ofEvidence.keys()];
  const isShown = ({ path }: Topic) => filled.some((topic) => topic === path || topic.startsWith(`${path}/`));
  const shown = [...vocabulary.topics.values()].filter(isShown);
  return new Map(
    shown.map((topic) => [
      topic.path,
      {
        ...topic,
        packs: ofPacks.get(topic.path)?.map(({ thing }) => thing) ?? [],
        evidence: ofEvidence.get(topic.path)?.map(({ thing }) => thing) ?? [],
        below: shown.flatMap(({ path }) =>
          path.slice(0, Math.max(0, path.lastIndexOf('/'))) === topic.path ? [path] : [],
        ),
      },
    ]),
  );
};
