/** A merge field: the place in a text of what is each recipient's own. */

import type { Root } from 'mdast';
import type { Literal } from 'unist';
import { memo } from './memo.ts';
import type { Period } from './table.ts';
import { visit } from './visit.ts';

/** What a merge field asks for. */
export interface FieldRequest {
  /** A column's name, perhaps with that of a join before it, e.g. `council.vacancy_rate`; or a field that every table has. */
  readonly name: string;
  /** The latest where none is given. */
  readonly period: Period | null;
  /** Whose value it is: that of a comparison, e.g. `region`; the recipient's own where none is given. */
  readonly of: string | null;
  /** The comparison with which the value is compared in words, in place of being shown. */
  readonly compare: string | null;
  /** The earlier period from which the value has changed: the change in words, in place of the value. */
  readonly change: Period | null;
}

/** What a field asks for besides its name where nothing follows that: the recipient's latest value. */
export const BARE: Omit<FieldRequest, 'name'> = { period: null, of: null, compare: null, change: null };

/** A merge field in a text. */
export interface Field extends Literal, FieldRequest {
  readonly type: 'field';
  /** As it is written, e.g. `:field[name]`. */
  readonly value: string;
}

declare module 'mdast' {
  interface PhrasingContentMap {
    field: Field;
  }
  interface RootContentMap {
    field: Field;
  }
}

/** The fields that every table has. */
export const BUILT_IN_FIELDS: ReadonlySet<string> = new Set(['name', 'key', 'nation', 'salutation', 'role']);

const FOUND = new WeakMap<Root, readonly Field[]>();

/** The merge fields of a text, in its order. */
export const fieldsOf = (text: Root): readonly Field[] =>
  memo(FOUND, text, () => {
    const found: Field[] = [];
    visit(text, 'field', (field) => void found.push(field));
    return found;
  });
