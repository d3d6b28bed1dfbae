/** The outside world, as the stages see it: handed in, so that tests hand in their own. */

import type { Enquiry } from '../model/fit.ts';
import type { Made } from '../model/made.ts';
import type { Entry } from '../model/manifest.ts';
import type { Marks } from '../model/mark.ts';

/**
 * The project's files, read only. Paths are relative to its root, with forward slashes. Of `templates/` those that come
 * with despatch are among them, where the project has none of the same path.
 */
export interface Files {
  /** All files whose path matches one of the globs, sorted by code unit; dot files and `node_modules` are left out. */
  list(globs: readonly string[]): Promise<readonly string[]>;
  /** The links among them that lead out of the root, sorted: what lies behind them is not looked at. */
  outward(globs: readonly string[]): Promise<readonly string[]>;
  /** Those of the listed files that are the project's own, and not templates that come with despatch. */
  own(globs: readonly string[]): Promise<readonly string[]>;
  /** The file's bytes; null where there is none, or where it lies outside the root (behind `..` or a link). */
  read(path: string): Promise<Uint8Array | null>;
}

/** Prints pages with a browser. */
export interface Printer {
  /** Prints one page. Calls made at once are done side by side; the bytes are the same. */
  print(job: PrintJob): Promise<Printed>;
  /**
   * Lays a page out as it would be printed, and lets it answer. `enquire` begins an enquiry anew where the browser
   * had to be started again.
   */
  layOut<T>(job: LayoutJob, enquire: () => Enquiry<T>): Promise<T>;
  close(): Promise<void>;
}

export interface PrintJob {
  /** The page's path below the output folder, e.g. `childrens-wellbeing-bill/mp.html`. */
  readonly path: string;
  readonly html: string;
  /** What the page may load, by path below the output folder. Nothing else can be loaded. */
  readonly assets: ReadonlyMap<string, Uint8Array>;
  /** Page numbers to write into elements with `data-page-of`, by the id that these name; foretold where not given. */
  readonly pageNumbers?: Readonly<Record<string, number>>;
  /**
   * By how many millimetres the paper is to be larger on each side than the page says, for artwork to run over its
   * edges. What stands on the page keeps its place; its style knows the width as `--bleed`.
   */
  readonly bleed?: number;
}

export interface LayoutJob extends PrintJob {
  /** The ids of the passages that stand in the page. */
  readonly passages: readonly string[];
}

export interface Printed {
  /** The PDF as the browser gives it. */
  readonly bytes: Uint8Array;
  /** What the page says of its structure; the PDF's elements carry the numbers of these in their languages. */
  readonly marks: Marks;
  /** By how many millimetres the paper is larger on each side: as many as asked for, or up to 1.1 more. */
  readonly bleed: number;
  readonly measures: Measures;
  /** The page numbers that were written into the page, by the id of what they are of. */
  readonly pageNumbers: Readonly<Record<string, number>>;
  /** Addresses that the page asked for and that were refused. */
  readonly refused: readonly string[];
}

/** What was measured in the page under print media. */
export interface Measures {
  /** The smallest text outside and inside notes and small print (`data-small`), in points, with a few words of it; null where there is none. */
  readonly smallest: SmallText | null;
  readonly smallestNote: SmallText | null;
  /** What reaches beyond the page's sides: texts, and what is none by its tag, e.g. `<img src="…">`. */
  readonly overflowing: readonly Spot[];
  /** Texts that the box around them cuts off. */
  readonly cut: readonly Spot[];
  /** Texts that are wider than the block in which they stand, but not than the page. */
  readonly wide: readonly Spot[];
  /** Pictures, by their tags, that are taller than a page. */
  readonly tall: readonly Spot[];
  /** Images with pixels, in the page's order; drawings (SVG) are not among them. */
  readonly images: readonly PrintedImage[];
  readonly codes: readonly PrintedCode[];
}

/** Something that does not stand as it should. */
export interface Spot {
  /** A few words of it, or its tag. */
  readonly said: string;
  /** The passage, the headline or the summary that it is of, as the page marks them (`data-of`); null where it is the template's own. */
  readonly of: string | null;
}

/** An image at its printed size. */
export interface PrintedImage {
  /** Its file's name, e.g. `homes-1f6a9c03aa.png`. */
  readonly file: string;
  /** Pixels an inch. */
  readonly dpi: number;
}

/** A QR code at its printed size. */
export interface PrintedCode {
  /** Millimetres, without the quiet zone. */
  readonly width: number;
  /** What stands in its quiet zone of four modules, e.g. a text in quotation marks; null for nothing. */
  readonly crowded: string | null;
}

export interface SmallText {
  /** Points. */
  readonly size: number;
  readonly text: string;
}

/** The npm packages of fonts that despatch or the project has installed. */
export interface Packages {
  /** A package's file, e.g. `@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2`; null where there is none. */
  read(specifier: string): Promise<Uint8Array | null>;
}

/** The folder that a build replaces. Paths are relative to it. */
export interface Output {
  /**
   * Why the folder must not be replaced, in words that go on from its name; null where it may be. By `force` files of
   * other origin may go, but none of a project, and no repository.
   */
  unfit(force: boolean): Promise<string | null>;
  /** Takes back what a build that was killed had set aside, and clears what it has left. */
  recover(): Promise<void>;
  read(path: string): Promise<Uint8Array | null>;
  /** All files that lie there, sorted. */
  list(): Promise<readonly string[]>;
  /** The SHA-256 of a file that lies there; null where there is none. */
  hash(path: string): Promise<string | null>;
  /** Begins what is to take its place; the folder stays as it is until that is published. */
  begin(): Promise<NewOutput>;
}

/** What is to take the place of the output folder: files go into it as they are made. */
export interface NewOutput {
  /** Puts a file in, whole or piece by piece; one that it has already stays. */
  write(path: string, content: Uint8Array | Iterable<Uint8Array>): Promise<void>;
  /** Takes a file of the old folder over as it is, without reading it; false where it is not there any more. */
  keep(path: string): Promise<boolean>;
  /** Gives a file that was put in a second name. */
  alias(path: string, name: string): Promise<void>;
  /** A file that was put in, as it will lie there; null where there is none. */
  read(path: string): Promise<Uint8Array | null>;
  /** The paths of all that was put in. */
  paths(): readonly string[];
  /** Puts these files, and nothing else, into the place of the old: all of them, or none and the old ones stay. */
  publish(): Promise<void>;
  /** Leaves the old folder as it is. */
  discard(): Promise<void>;
}

/**
 * Documents as they were made before, by the key of all that they were made of. It may be emptied at any time, and used
 * by two builds at once: what it can't give or take is made anew.
 */
export interface Store {
  /** The marks of a file of this SHA-256, as `secrecy` knows it; null where they were not kept. */
  marks(hash: string): Promise<Int32Array | null>;
  keepMarks(hash: string, marks: Int32Array): Promise<void>;
  /** Null where there is none, or where it is damaged. */
  find(key: string): Promise<Stored | null>;
  /** A file by its SHA-256; null where it is gone or damaged. */
  read(hash: string): Promise<Uint8Array | null>;
  keep(key: string, made: Made): Promise<void>;
  /** What was kept of the last build; null where nothing was, or where it is damaged. */
  record(): Promise<string | null>;
  keepRecord(text: string): Promise<void>;
  /** Keeps the marks of a file that nobody asks for this time. */
  keepMarksOf(hash: string): void;
  /** What was kept of the last search for leaks; null where nothing was, or where it is damaged. */
  searched(): Promise<string | null>;
  keepSearched(text: string): Promise<void>;
  /** What was kept of the pages of the site; null where nothing was, or where it is damaged. */
  pages(): Promise<string | null>;
  keepPages(text: string): Promise<void>;
  /** What was kept of the readings of files; null where nothing was, or where it is damaged. */
  readings(): Promise<Uint8Array | null>;
  keepReadings(bytes: Uint8Array): Promise<void>;
  /** Takes out every document that is not wanted. */
  forget(isWanted: (key: string, entry: Entry) => boolean): Promise<void>;
}

/**
 * What files were read as. A project is read in rounds: what a round does not ask for is gone when it ends, so that what
 * was taken out of a project leaves the store too. A reading is never changed.
 */
export interface Readings {
  begin(): Promise<Round>;
}

/** The files of a project, as they are read. */
export interface Round {
  /**
   * A reading by its name, such as its file's: the one that is known by this key, which tells it from any other of the
   * name, or what `read` gives. One that does not last is for this process alone.
   */
  of<Reading>(name: string, key: string, read: () => Reading, lasts?: (reading: Reading) => boolean): Reading;
  /** The same of what takes more than reading a text. */
  awaited<Reading>(name: string, key: string, read: () => Promise<Reading>): Promise<Reading>;
  end(): Promise<void>;
}

/** A document that the store has. Its entry has the hashes of its own files. */
export interface Stored {
  readonly entry: Entry;
  /** The SHA-256 of each file that its page refers to, by path. */
  readonly assets: Readonly<Record<string, string>>;
}

/** All that a build needs of the outside. */
export interface World {
  readonly files: Files;
  readonly packages: Packages;
  readonly output: Output;
  /** Null where every document is to be made anew. */
  readonly store: Store | null;
  readonly readings: Readings;
  /** What makes documents: despatch's own code, the packages that it uses, and the browser; another one is another text. */
  readonly engine: () => Promise<string>;
  /** Opens a printer; called when the first page is to be printed. */
  readonly openPrinter: () => Promise<Printer>;
  /** How many pages the printer prints at once. */
  readonly browsers: number;
  /** Told of each document before it is made: how many were begun before it, of how many, and its name. */
  readonly progress: (begun: number, all: number, name: string) => void;
}
