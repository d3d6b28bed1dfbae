/**
 * Load takes the files of a project and gives the project: every value typed, every default filled in, every name
 * resolved; or all that is wrong with all of them.
 *
 * 1. Each file is read by itself (`readers.ts`): organisation, vocabulary, audiences, places, calendar and offices; templates and sources,
 *    with the kinds of passages that there are; packs, with what audiences and templates make of them; tables of data,
 *    from two files each.
 * 2. What they say is joined: every name that any of them uses is looked up (`references.ts`), and every area, image
 *    and original.
 */

import type { Message, Say, Told } from '../diagnostics/message.ts';
import { byPlace } from '../diagnostics/order.ts';
import { startOf } from '../diagnostics/place.ts';
import type { Excuse } from '../model/excuse.ts';
import { NO_CALENDAR } from '../model/calendar.ts';
import { sha256, valueHash } from '../model/hash.ts';
import type { IssuedDocument } from '../model/issued.ts';
import { memo } from '../model/memo.ts';
import type { Aside, Project } from '../model/project.ts';
import type { Audience } from '../model/audience.ts';
import type { Pack } from '../model/pack.ts';
import type { Passage } from '../model/passage.ts';
import type { Source } from '../model/source.ts';
import type { Template } from '../model/template.ts';
import type { Tables } from '../model/recipient.ts';
import type { Table } from '../model/table.ts';
import { FRESH } from '../world/readings.ts';
import type { Files, Round } from '../world/world.ts';
import { checkFields } from './data/asked.ts';
import { joinTables } from './data/joins.ts';
import { tableOf } from './tables.ts';
import { findTables } from './data/table-files.ts';
import { lookUpImages } from './images.ts';
import { sayFormerIds } from './former-ids.ts';
import { GLOBS, nameOf, sayMisnamed, sayOutward, sayReserved, sortFiles } from './names.ts';
import { NO_ORGANISATION } from './organisation.ts';
import { lookUpOriginals } from './originals.ts';
import { packTerms, type PackTerms } from './pack-terms.ts';
import { lookUpAreas, NO_PLACES } from './places.ts';
import {
  AUDIENCES,
  ISSUED,
  CALENDAR,
  OFFICES,
  ORGANISATION,
  PACK,
  PLACES,
  readFile,
  SOURCE,
  TEMPLATE,
  VOCABULARY,
  type Reader,
} from './readers.ts';
import type { Reading } from './reading.ts';
import { readAhead } from './read-ahead.ts';
import { References, type Mention } from './references.ts';
import { renamed } from './renamed.ts';
import type { Kinds } from './source.ts';
import { BUILT_IN } from './vocabulary.ts';

/**
 * Reads a project. Messages stand in the order of files, lines and columns, each problem once;
 * the project is usable only while there is no error among them. What was read before, and kept, is not read again.
 */
export const load = async (files: Files, round: Round = FRESH): Promise<Told<Project>> => {
  const loader = new Loader(files, round);
  const value = await loader.project();
  return { value, messages: inOrder(loader.messages) };
};

/** The same, with where each name stands. */
export const loadWithNames = async (
  files: Files,
  round: Round = FRESH,
): Promise<Told<{ readonly project: Project; readonly mentions: readonly Mention[] }>> => {
  const loader = new Loader(files, round);
  const project = await loader.project();
  return { value: { project, mentions: loader.mentions }, messages: inOrder(loader.messages) };
};

class Loader {
  readonly messages: Message[] = [];
  readonly #excuses: Excuse[] = [];
  readonly #asides: Aside[] = [];
  #files: Files;
  readonly #round: Round;
  /** By path, what tells each file's reading from any other of it. */
  readonly #keys = new Map<string, string>();
  readonly #references = new References();
  readonly #say: Say = (message) => void this.messages.push(message);

  constructor(files: Files, round: Round) {
    this.#files = files;
    this.#round = round;
  }

  get mentions(): readonly Mention[] {
    return this.#references.mentions;
  }

  async project(): Promise<Project> {
    const found = sortFiles(await this.#files.list(GLOBS), this.#say);
    for (const link of await this.#files.outward(GLOBS)) sayOutward(link, this.#say);
    this.#files = readAhead(this.#files, [...found.templates, ...found.library, ...found.packs]);
    const organisation = (await this.#read(ORGANISATION, 'sources/organisation.yaml')) ?? NO_ORGANISATION;
    const vocabulary = (await this.#read(VOCABULARY, 'sources/vocabulary.yaml')) ?? BUILT_IN;
    const audiences = await this.#read(AUDIENCES, 'sources/audiences.yaml');
    const places = (await this.#readIfThere(PLACES, 'sources/places.yaml')) ?? NO_PLACES;
    const calendar = (await this.#readIfThere(CALENDAR, 'sources/calendar.yaml')) ?? NO_CALENDAR;
    const offices = (await this.#readIfThere(OFFICES, 'sources/offices.yaml')) ?? [];
    const templates = await this.#templates(found.templates, vocabulary.kinds);
    const { sources, passages } = await this.#library(found.library, vocabulary.kinds);
    const packs = await this.#packs(found.packs, packTerms(audiences, templates));
    const issued = await this.#issued(found.issued);
    const { tables, complete } = await this.#tables(found.data);
    this.#references.resolve(this.#say, renamed(passages));
    lookUpAreas(this.#references.areas, places, passages.values(), this.#say);
    await lookUpImages(this.#references.images, this.#files, this.#round, this.#say);
    const originals = await lookUpOriginals(sources.values(), this.#files, this.#round, this.#say);
    const project = {
      organisation,
      vocabulary,
      areas: places.areas,
      calendar,
      offices,
      audiences: audiences ?? new Map<string, Audience>(),
      sources,
      passages,
      packs,
      templates,
      tables,
      excuses: this.#excuses,
      asides: this.#asides,
      originals,
      issued,
      fileHashes: this.#keys,
    };
    if (complete) checkFields(project).forEach(this.#say);
    return project;
  }

  async #templates(paths: readonly string[], kinds: Kinds): Promise<ReadonlyMap<string, Template>> {
    const templates = new Map<string, Template>();
    for (const path of paths) {
      this.#define('template', path);
      const template = await this.#read(TEMPLATE, path, kinds);
      if (template) templates.set(template.id, template);
    }
    return templates;
  }

  async #library(paths: readonly string[], kinds: Kinds): Promise<Pick<Project, 'sources' | 'passages'>> {
    const sources = new Map<string, Source>();
    const passages = new Map<string, Passage>();
    for (const path of paths) {
      this.#define('source', path);
      sayReserved(nameOf(path), 'source', startOf(path), this.#say);
      const { source = null, passages: all = [] } = (await this.#read(SOURCE, path, kinds)) ?? {};
      const own = all.filter(({ id, place }) =>
        this.#references.define({ sort: 'passage', name: id, place }, this.#say),
      );
      for (const passage of own) {
        sayReserved(passage.id, 'passage', passage.place, this.#say);
        passages.set(passage.id, passage);
      }
      if (source)
        sources.set(
          source.id,
          own.length === all.length ? source : { ...source, passages: own.map(({ id }) => id) },
        );
    }
    sayFormerIds(passages, this.#say);
    return { sources, passages };
  }

  async #packs(paths: readonly string[], terms: PackTerms): Promise<ReadonlyMap<string, Pack>> {
    const packs = new Map<string, Pack>();
    // What its file is called is an address of a pack as much as its short name.
    for (const path of paths)
      this.#references.define({ sort: 'short name', name: nameOf(path), place: startOf(path) }, this.#say);
    for (const path of paths) {
      sayMisnamed(path, this.#say);
      sayReserved(nameOf(path), 'pack', startOf(path), this.#say);
      const pack = await this.#read(PACK, path, terms);
      if (pack) packs.set(pack.id, pack);
    }
    return packs;
  }

  async #issued(paths: readonly string[]): Promise<readonly IssuedDocument[]> {
    const issued: IssuedDocument[] = [];
    for (const path of paths) {
      sayMisnamed(path, this.#say);
      const record = await this.#read(ISSUED, path);
      if (record) issued.push(record);
    }
    return issued;
  }

  /** `complete` says whether each could be read. */
  async #tables(paths: readonly string[]): Promise<{ readonly tables: Tables; readonly complete: boolean }> {
    const tables = new Map<string, Table>();
    const found = findTables(paths, this.#say);
    for (const paths of found) {
      this.#define('table', paths.yaml);
      const value = this.#take(await tableOf(this.#files, this.#round, paths));
      if (value) tables.set(value.id, value);
    }
    const joined = joinTables(tables);
    joined.messages.forEach(this.#say);
    return { tables: joined.tables, complete: tables.size === found.length };
  }

  /** A file defines what it is called. */
  #define(sort: 'template' | 'source' | 'table', path: string): void {
    sayMisnamed(path, this.#say);
    this.#references.define({ sort, name: nameOf(path), place: startOf(path) }, this.#say);
  }

  async #readIfThere<Value>(reader: Reader<Value, null>, path: string): Promise<Value | null> {
    return (await this.#files.read(path)) ? this.#read(reader, path) : null;
  }

  async #read<Value>(reader: Reader<Value, null>, path: string): Promise<Value | null>;
  async #read<Value, Given extends object>(
    reader: Reader<Value, Given>,
    path: string,
    given: Given,
  ): Promise<Value | null>;
  async #read<Value>(
    reader: Reader<Value, object | null>,
    path: string,
    given: object | null = null,
  ): Promise<Value | null> {
    const bytes = await this.#files.read(path);
    const key = JSON.stringify([bytes && sha256(bytes), hashOf(given)]);
    this.#keys.set(path, key);
    return this.#take(this.#round.of(path, key, () => readFile(reader, path, bytes, given), reader.lasts));
  }

  #take<Value>(reading: Reading<Value>): Value | null {
    for (const message of reading.messages) this.#say(message);
    this.#excuses.push(...reading.excuses);
    this.#references.take(reading, this.#say);
    this.#asides.push(...reading.asides);
    return reading.value;
  }
}

const hashes = new WeakMap<object, string>();

/** The hash of what is given with all files of a sort. */
const hashOf = (given: object | null): string | null => given && memo(hashes, given, () => valueHash(given));

/** By file, line and column, and the same thing once. */
const inOrder = (messages: readonly Message[]): readonly Message[] => {
  const keyed = new Map(
    messages.map((message) => [JSON.stringify([message.place, message.rule, message.text]), message]),
  );
  return [...keyed.values()].toSorted(byPlace);
};
