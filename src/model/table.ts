/** A table of data: what the merge fields of a document for each of many recipients take their values from. */

import type { Place } from '../diagnostics/place.ts';
import type { Unit } from './unit.ts';

export interface Table {
  /** The files' stem. */
  readonly id: string;
  readonly title: string;
  /** By the name that fields call them by, in the description's order. */
  readonly columns: ReadonlyMap<string, Column>;
  /** The rows without fault by key, in the file's order. */
  readonly rows: ReadonlyMap<string, Row>;
  /** Keys of rows for which no document is made, with the reason. */
  readonly leftOut: ReadonlyMap<string, string>;
  /** The rows that something is wrong with; none of them is in `rows`. */
  readonly bad: readonly BadRow[];
  /** By name, e.g. `england`. */
  readonly comparisons: ReadonlyMap<string, Comparison>;
  /** Other tables whose columns rows of this one have too, by the name that goes before theirs: `council.vacancy_rate`. */
  readonly joins: ReadonlyMap<string, Join>;
  /** What signs in place of a number mean, e.g. `x`: “not available”. */
  readonly missing: ReadonlyMap<string, string>;
  readonly place: Place;
}

/** The times that figures are of, e.g. `2024` or `2023-24`: in the order of their letters they are in that of time. */
export type Period = string;

export interface Column {
  readonly id: string;
  readonly label: string;
  readonly unit: Unit;
  readonly decimals: number;
  /** How far apart two figures may be and still be about the same, as a decimal number. */
  readonly about: string;
  /** Id of the source in the library that its figures are of; words need none. */
  readonly source: string | null;
  readonly locator: string | null;
  /** Where in a row's record its value of a period stands, from 0; the latest period is the last. */
  readonly cells: ReadonlyMap<Period, number>;
  readonly place: Place;
}

/** One of many: a council, a constituency; or what they are compared with. */
export interface Row {
  readonly key: string;
  readonly name: string;
  readonly nation: string | null;
  readonly salutation: string | null;
  readonly role: string | null;
  /** The cells that columns show, as written, by period. */
  readonly records: ReadonlyMap<Period, readonly string[]>;
  /** The keys of what it is compared with, by comparison: one row of that, or neighbours, which are rows of the table. */
  readonly compared: ReadonlyMap<string, readonly string[]>;
  /** The keys of its rows in other tables, by join; nothing where it has none there. */
  readonly joined: ReadonlyMap<string, { readonly key: string; readonly place: Place }>;
  readonly place: Place;
}

/** A row that no document can be made for. Where its key or its name could not be read, it is empty. */
export interface BadRow {
  readonly key: string;
  readonly name: string;
  /** The first thing that is wrong with it. */
  readonly fault: string;
  readonly place: Place;
}

export interface Comparison {
  readonly id: string;
  /** The rows of which each recipient has one, e.g. regions; null for neighbours, who may be several. */
  readonly rows: ReadonlyMap<string, Row> | null;
  readonly place: Place;
}

export interface Join {
  /** Id of the other table. */
  readonly table: string;
  readonly place: Place;
}
