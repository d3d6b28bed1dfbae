/** A project as loaded: complete, checked against its schemas, every name in it resolved. */

import type { Areas } from './area.ts';
import type { Calendar } from './calendar.ts';
import type { Excuse } from './excuse.ts';
import type { Office } from './office.ts';
import type { IssuedDocument } from './issued.ts';
import type { ArchivedOriginal } from './original.ts';
import type { Place } from '../diagnostics/place.ts';
import type { Table } from './table.ts';
import type { Organisation } from './organisation.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Audience } from './audience.ts';
import type { Source } from './source.ts';
import type { Passage } from './passage.ts';
import type { Pack } from './pack.ts';
import type { Template } from './template.ts';

export interface Project {
  readonly organisation: Organisation;
  /** The organisation's own language, where the project is read in another: see `inLanguage`. */
  readonly writtenIn?: string;
  readonly vocabulary: Vocabulary;
  readonly areas: Areas;
  readonly calendar: Calendar;
  /** Who held them when. */
  readonly offices: readonly Office[];
  readonly audiences: ReadonlyMap<string, Audience>;
  /** By id: the file's stem. Sources, passages and packs stand in the order of their files' names. */
  readonly sources: ReadonlyMap<string, Source>;
  readonly passages: ReadonlyMap<string, Passage>;
  readonly packs: ReadonlyMap<string, Pack>;
  readonly templates: ReadonlyMap<string, Template>;
  /** Of data, by id: the files' stem. */
  readonly tables: ReadonlyMap<string, Table>;
  /** Archived originals that sources name, by their paths: for checks alone, and never shown. */
  readonly originals: ReadonlyMap<string, ArchivedOriginal>;
  /** In all its files. */
  readonly excuses: readonly Excuse[];
  /** What editors have written for themselves: comments, and what stands between passages. It is never published. */
  readonly asides: readonly Aside[];
  /** The records of documents that went out, in the order of their files' names. */
  readonly issued: readonly IssuedDocument[];
  /** By path, a hash of what each of its files says; tables of data, originals and pictures apart. */
  readonly fileHashes: ReadonlyMap<string, string>;
}

/** A text in a file that is for whoever edits it. */
export interface Aside {
  readonly text: string;
  readonly place: Place;
  /** Where the passage opens in which it stands, or directly above which. */
  readonly beside?: Place;
}
