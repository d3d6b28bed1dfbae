/** Finds entries by their words, in spite of slips of the pen. */

import MiniSearch from 'minisearch';
import type { SearchData, SearchEntry } from './interface.ts';

/** What is asked for: words, and by their places in the lists what is to be left; null for all. */
export interface Query {
  readonly words: string;
  readonly kind: number | null;
  readonly topic: number | null;
  readonly year: number | null;
}

/** Capitals and accents make no difference: `Ynys Mon` finds `Ynys Môn`. */
const bare = (term: string): string => term.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Words and numbers, without the signs round them: `£335m` is found by 335. */
const termsOf = (text: string): string[] => text.match(/[\p{L}\p{M}]+|\p{N}+(?:[.,]\p{N}+)*/gu) ?? [];

/** How many slips of the pen a word may have; a number has none. */
const slipsIn = (term: string): number | false => {
  if (term.length < 4 || /\p{N}/u.test(term)) return false;
  return term.length < 6 ? 1 : 2;
};

export class SearchIndex {
  readonly #data: SearchData;
  readonly #index: MiniSearch;

  constructor(data: SearchData) {
    this.#data = data;
    this.#index = new MiniSearch({
      fields: ['text', 'source', 'topics'],
      tokenize: termsOf,
      processTerm: (term) => (term.length > 1 ? bare(term) : null),
      searchOptions: {
        boost: { text: 3 },
        prefix: (term) => term.length > 2,
        fuzzy: slipsIn,
      },
    });
    this.#index.addAll(
      data.entries.map(([, , topics, source, , text], id) => ({
        id,
        text,
        source: source === null ? '' : data.sources[source],
        topics: topics.map((topic) => data.topics[topic]?.[1]).join(' '),
      })),
    );
  }

  /** The entries that have all the words, else those that have some, the best first; without words all, as they come. */
  find({ words, ...filter }: Query): readonly SearchEntry[] {
    const { entries } = this.#data;
    const isLeft = (entry: SearchEntry | undefined): entry is SearchEntry =>
      entry !== undefined && this.#isLeft(entry, filter);
    if (!words.trim()) return entries.filter(isLeft);
    const found = (combineWith: 'AND' | 'OR') =>
      this.#index
        .search(words, { combineWith })
        .map(({ id }) => entries[id as number])
        .filter(isLeft);
    const all = found('AND');
    return all.length ? all : found('OR');
  }

  /** Whether an entry is of a kind, a year, and a topic or one below that. */
  #isLeft([, kind, topics, , year]: SearchEntry, query: Omit<Query, 'words'>): boolean {
    const wanted = query.topic === null ? null : this.#data.topics[query.topic]?.[0];
    const isAbout = (topic: number): boolean => {
      const path = this.#data.topics[topic]?.[0];
      return path === wanted || (path?.startsWith(`${wanted}/`) ?? false);
    };
    return (
      (query.kind === null || query.kind === kind) &&
      (query.year === null || query.year === year) &&
      (wanted === null || topics.some(isAbout))
    );
  }
}
