/** What the page of search hands to its script: as little as it can do with, since a library may hold thousands. */
export interface SearchData {
  readonly words: SearchWords;
  /** What there is to find, by name; the first is a publication. */
  readonly kinds: readonly string[];
  /** In the order of the vocabulary, e.g. `['children/adoption', 'Adoption']`. */
  readonly topics: readonly (readonly [path: string, name: string])[];
  /** Titles and authors of sources. */
  readonly sources: readonly string[];
  readonly entries: readonly SearchEntry[];
}

export type SearchEntry = readonly [
  /** The id of a passage, or the address of a publication. */
  at: string,
  /** These three by their places in the lists. */
  kind: number,
  topics: readonly number[],
  source: number | null,
  year: number,
  text: string,
];

export interface SearchWords {
  readonly label: string;
  readonly kind: string;
  readonly topic: string;
  readonly year: string;
  readonly all: string;
  /** Behind the number of what was found. */
  readonly found: string;
  /** Behind the number of what is shown of it. */
  readonly shown: string;
  readonly none: string;
}
