/** Where something stands in an input file. */
export interface Place {
  /** Path from the project's root, with forward slashes, e.g. `sources/library/jones-2025.md`. */
  readonly file: string;
  /** Line, counted from 1. */
  readonly line: number;
  /** Column in UTF-16 units, counted from 1. */
  readonly column: number;
}

/** The start of a file: the place of what is wrong with a file as a whole. */
export const startOf = (file: string): Place => ({ file, line: 1, column: 1 });

/** `file:line:column`, as editors and terminals link it. */
export const showPlace = (place: Place): string => `${place.file}:${place.line}:${place.column}`;
