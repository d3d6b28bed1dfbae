/** What a web page's element says that a browser's PDF does not: it goes beside the PDF, for its finishing. */

/** A structure type of PDF that an element is to have; `term` and `description` are the parts of a list of terms. */
export type MarkedType =
  | 'Sect'
  | 'Art'
  | 'Div'
  | 'P'
  | 'NonStruct'
  | 'TOC'
  | 'TOCI'
  | 'L'
  | 'LI'
  | 'Note'
  | 'Caption'
  | 'TR'
  | 'Link'
  | 'Quote'
  | 'Span'
  | 'Formula'
  | 'term'
  | 'description';

/** What the page to print says in `data-of` of its headline and its summary; of each block of a passage, the passage's id. */
export const HEADLINE = '--headline';
export const SUMMARY = '--summary';

/** One element. Its place in the list of marks is the number that it carries into the PDF. */
export interface Mark {
  /** Null where the browser's own is right. */
  readonly type: MarkedType | null;
  /** The language of what is in it, e.g. `cy`; empty where the page does not say. */
  readonly language: string;
  /** The text that it is of: a passage by its id, the headline, the summary. */
  readonly passage?: string;
  /** What a link, a formula or a heading is called. */
  readonly label?: string;
  /** How the items of a list are numbered (ISO 32000-1, 14.8.5.5), e.g. `Decimal`. */
  readonly numbering?: string;
  /** What an abbreviation stands for. */
  readonly expansion?: string;
  /** Whether a link refers to a note, a source or a part of the document. */
  readonly refers?: boolean;
  /** Whether it is a note, e.g. one of a list of notes. */
  readonly note?: boolean;
  /** The part of a table that is printed again on each of its pages. */
  readonly repeated?: 'head' | 'foot';
}

/**
 * The passages of a page by the names that they have in its PDF: by their order, so that a PDF tells nobody what
 * they are called in the library.
 */
export const passageNames = (marks: readonly Mark[]): ReadonlyMap<string, string> => {
  const ids = new Set(marks.flatMap(({ passage }) => passage ?? []));
  return new Map([...ids].map((id, index) => [`Passage ${index + 1}`, id]));
};

/** All that a printed page says of its structure. */
export interface Marks {
  readonly elements: readonly Mark[];
  /**
   * The page's texts in reading order, as they are written: each block of text is a line of its own. Where a line of
   * the PDF ends, it tells whether a space was there.
   */
  readonly text: string;
}
