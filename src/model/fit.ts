/** What a document gives or gains to keep its page contract, and what is asked of its page to find that out. */

/** How large a page is set. */
export interface Setting {
  /** Points: `--type-size` of the page. */
  readonly size: number;
  /** The factor of its spaces, 1 as the template draws them: `--spacing`. */
  readonly spacing: number;
}

/** How a page is laid out. */
export interface Layout extends Setting {
  /** How many pages for notes stand at its end; none where nothing is given. */
  readonly notesPages?: number;
}

/** The outcome of fitting a document: what the manifest keeps. */
export interface Fit extends Setting {
  /** The size of type as a share of the template's. */
  readonly scale: number;
  /** Ids of passages that were selected and left out, in the order in which they went. */
  readonly dropped: readonly string[];
  /** Ids of passages beyond the ideal number that were taken in, the best first. */
  readonly added: readonly string[];
}

/** A page as it would be in one setting, without some of its passages. */
export interface Trial {
  readonly setting: Setting;
  /** Ids. */
  readonly without: readonly string[];
  /** Whether nothing may reach beyond the sides of the pages: larger type that makes something do so is too large. */
  readonly within: boolean;
}

/** What is asked of a page that is laid out as it is to be printed. */
export interface Question {
  /** From the most generous to the tightest: each takes no more room than the one before. */
  readonly trials: readonly Trial[];
  /** The number of pages to keep within. */
  readonly pages: number;
  /** The index of the trial to begin with; the middle one, where none is given. */
  readonly begin?: number;
  /** Whether to tell how tall each passage is in the last trial. */
  readonly heights?: boolean;
  /** Whether to tell by how much the last trial runs over, where none keeps within the pages. */
  readonly over?: boolean;
}

export interface Answer {
  /** The first of the trials that keeps within the pages; -1 where none does. */
  readonly index: number;
  /** The pages that this trial takes, or the last one where none keeps within them. */
  readonly pages: number;
  /** How long the document is in this trial, in pages, part of the last one counted. */
  readonly length: number;
  /** How far the document runs over in the last trial, in millimetres; 0 where it was not asked for, or does not. */
  readonly over: number;
  /** How tall each passage is in the last trial, in millimetres, by id; empty where it was not asked for. */
  readonly heights: Readonly<Record<string, number>>;
}

/** Asks one question after another, and comes to a result. */
export type Enquiry<T> = Iterator<Question, T, Answer>;

/** An enquiry that may be a part of another. */
export type Steps<T> = Generator<Question, T, Answer>;
