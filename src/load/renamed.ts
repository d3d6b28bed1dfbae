import { distance } from 'fastest-levenshtein';
import { toString } from 'mdast-util-to-string';
import { nearest } from '../diagnostics/nearest.ts';
import { showPlace } from '../diagnostics/place.ts';
import type { Passage } from '../model/passage.ts';
import type { Guess, Unknown } from './references.ts';

/** Among more passages none is looked for: it would take long. */
const MOST_PASSAGES = 10_000;

/**
 * Which passage an unknown id means: whoever changes an id forgets where it is named, so that a passage which nothing
 * names, has the words of the old id, or stands where its neighbours do, is meant rather than one of a like spelling.
 */
export const renamed = (passages: ReadonlyMap<string, Passage>): Guess => {
  const words = new Map<Passage, ReadonlySet<string>>();
  const wordsOf = (passage: Passage) => {
    const known = words.get(passage) ?? new Set([...stems(passage.id), ...stems(toString(passage.text))]);
    words.set(passage, known);
    return known;
  };
  const formerly = new Map(
    [...passages.values()].flatMap(({ id, formerly: ids }) => ids.map((former) => [former, id] as const)),
  );
  return (unknown, used) => {
    if (unknown.sort !== 'passage') return null;
    const today = formerly.get(unknown.name);
    if (today !== undefined) return `Write \`${today}\`, as it is called now.`;
    if (passages.size > MOST_PASSAGES) return null;
    const spelled = nearest(unknown.name, passages.keys());
    const sources = new Set(unknown.beside.flatMap((id) => passages.get(id)?.source ?? []));
    const scored = [...passages.values()]
      .map((passage) => ({
        passage,
        score: score(passage, unknown, { used, spelled, sources, words: wordsOf(passage) }),
      }))
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score);
    const [best, second] = scored;
    if (!best || best.score === second?.score) return null;
    const { id, place } = best.passage;
    const unnamed = used.has(id) ? '' : ', which nothing names';
    return `Did you mean \`${id}\`${unnamed} (${showPlace(place)})?`;
  };
};

interface Known {
  /** Of the passage, its id and its text. */
  readonly words: ReadonlySet<string>;
  readonly used: ReadonlySet<string>;
  /** The id that is nearest by its spelling. */
  readonly spelled: string | null;
  /** In which the passages named beside it stand. */
  readonly sources: ReadonlySet<string>;
}

/**
 * How well a passage fits an unknown id; 0 where it does not. A mistake of a letter or two weighs most, then the words of the
 * id, then that nothing names it. One that is named beside it is another.
 */
const score = (
  passage: Passage,
  { name, kinds, beside }: Unknown,
  { words: own, used, spelled, sources }: Known,
): number => {
  const isNamed = used.has(passage.id);
  const words = stems(name);
  const shared = words.filter((word) => own.has(word)).length / Math.max(1, words.length);
  const isSpelled = passage.id === spelled;
  const isBeside = !isNamed && sources.has(passage.source) && kinds.includes(passage.kind);
  if ((!shared && !isSpelled && !isBeside) || beside.includes(passage.id)) return 0;
  const spelling = isSpelled ? (isMistake(name, passage.id) ? 8 : 2) : 0;
  return spelling + 4 * shared + (isNamed ? 0 : 3) + (isBeside ? 1 : 0);
};

/** Whether one id is the other with a slip of the pen; another number is another passage. */
const isMistake = (name: string, id: string): boolean =>
  name.replace(/\D/gu, '') === id.replace(/\D/gu, '') && distance(name, id) <= 2;

/** The words of a text by their first four letters, so that `homes` and `home`, `costs` and `costing` are alike. */
const stems = (text: string): readonly string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((word) => word.length > 2)
    .map((word) => word.slice(0, 4));
