/** Whoever reads a file of the output, and which of a project's texts that one may see. */

import { valueHash } from '../model/hash.ts';
import { lazy, memo } from '../model/memo.ts';
import type { Project } from '../model/project.ts';
import type { Day } from '../model/time.ts';
import { whyWithheld } from '../select/eligible.ts';
import { isWordingFor, type Access, type Guarded } from './access.ts';

export interface Readers {
  /** A hash of all that decides what they may read of a project. */
  readonly key: string;
  /** e.g. `the press`, for messages. */
  readonly name: string;
  mayRead(access: Access): boolean;
  /** Whether some words in a row are its own, such as its values in a text that is for many. */
  owns(words: readonly string[]): boolean;
}

/** For whom and as at when a document is made. */
export interface ReaderContext {
  readonly audience: string;
  readonly date: Day;
  /** Milliseconds. */
  readonly released: number;
  readonly pack: string;
  readonly edition: string;
  /** The row that it is made for. */
  readonly row: { readonly table: string; readonly key: string } | null;
}

/** The readers of a document. */
export class DocumentReader implements Readers {
  readonly key: string;
  readonly name: string;
  readonly #of: ReaderContext;
  readonly #open = new Map<Guarded, boolean>();

  readonly #merged: () => ReadonlySet<string>;

  /** `merged` gives the texts that are its own alone, of which `known` is a hash. */
  constructor(
    { audiences }: Pick<Project, 'audiences'>,
    of: ReaderContext,
    known = '',
    merged: () => readonly (readonly string[])[] = () => [],
  ) {
    this.key = valueHash([of, known]);
    this.name = audiences.get(of.audience)?.name ?? of.audience;
    this.#of = of;
    this.#merged = lazy(() => new Set(merged().map((words) => ` ${words.join(' ')} `)));
  }

  mayRead(access: Access): boolean {
    const { audience, pack, edition, row } = this.#of;
    switch (access.is) {
      case 'everybody':
        return true;
      case 'officer':
      case 'private':
        return false;
      case 'passage':
        return this.#isOpen(access.passage);
      case 'wording':
        return this.#isOpen(access.passage) && isWordingFor(access.passage, access.wording, audience);
      case 'source':
        return access.passages.some((passage) => this.#isOpen(passage));
      case 'pack':
        return access.pack === pack;
      case 'edition':
        return access.pack === pack && access.edition === edition;
      case 'row':
        return access.table === row?.table && access.key === row.key;
    }
  }

  owns(words: readonly string[]): boolean {
    const wanted = ` ${words.join(' ')} `;
    return [...this.#merged()].some((text) => text.includes(wanted));
  }

  #isOpen(passage: Guarded): boolean {
    return memo(this.#open, passage, () => whyWithheld(passage, this.#of) === null);
  }
}

/** Those who write: they see the desk, and all but whom documents went to. */
export const OFFICER: Readers = {
  key: 'officer',
  name: 'those who write',
  mayRead: ({ is }) => is !== 'private',
  owns: () => false,
};

/** Everybody, as readers of the site: of all that any of these may read. */
export const together = (name: string, readers: readonly Readers[]): Readers => ({
  key: valueHash(readers.map(({ key }) => key)),
  name,
  mayRead: (access) => readers.some((reader) => reader.mayRead(access)),
  owns: (words) => readers.some((reader) => reader.owns(words)),
});
