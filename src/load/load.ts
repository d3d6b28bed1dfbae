/**
 * Load takes the files of a project and gives the project: every value typed, every default filled in, every name
 * resolved; or all that is wrong with all of them.
 *
 * 1. read organisation, vocabulary, audiences and places;
 * 2. read each template, each source with its passages, each pack (`template.ts`, `source.ts`, `pack.ts`);
 * 3. look up every name that any of them used (`references.ts`), and every image.
 */

import { type Message, type Say, type Told } from '../diagnostics/message.ts';
import { byPlace } from '../diagnostics/order.ts';
import { startOf, type Place } from '../diagnostics/place.ts';
import type { Audience, Pack, Passage, Project, Source, Template, Vocabulary } from '../model/project.ts';
import type { Files } from '../world/world.ts';
import { readAudiences } from './audiences.ts';
import { definePrinters } from './copies.ts';
import { Images } from './images.ts';
import { GLOBS, nameOf, sayOutward, sayReserved, sortFiles } from './names.ts';
import { NO_ORGANISATION, readOrganisation } from './organisation.ts';
import { readPack } from './pack.ts';
import { Places } from './places.ts';
import { References, type Sort } from './references.ts';
import { renamed } from './renamed.ts';
import { readSource } from './source.ts';
import { readTemplate } from './template.ts';
import { readText } from './text.ts';
import { BUILT_IN, readVocabulary } from './vocabulary.ts';
import { readYaml, type Yaml } from './yaml.ts';

/**
 * Reads a project. Messages stand in the order of files, lines and columns, each problem once;
 * the project is usable only while there is no error among them.
 */
export const load = async (files: Files): Promise<Told<Project>> => {
  const loader = new Loader(files);
  const value = await loader.project();
  return { value, messages: inOrder(loader.messages) };
};

/** A project need not have this file. */
const PLACES = 'sources/places.yaml';

class Loader {
  readonly messages: Message[] = [];
  readonly #files: Files;
  readonly #references = new References();
  readonly #images = new Images();
  readonly #places = new Places();
  readonly #say: Say = (message) => void this.messages.push(message);

  constructor(files: Files) {
    this.#files = files;
  }

  async project(): Promise<Project> {
    const found = sortFiles(await this.#files.list(GLOBS), this.#say);
    for (const link of await this.#files.outward(GLOBS)) sayOutward(link, this.#say);
    const [references, say] = [this.#references, this.#say];
    const issuer = await this.#yaml('sources/organisation.yaml', []);
    const organisation = issuer && readOrganisation(issuer, this.#images, say);
    definePrinters(issuer, references, say);
    const words = await this.#yaml('sources/vocabulary.yaml', ['topic', 'kind']);
    const readers = await this.#yaml('sources/audiences.yaml', ['audience']);
    const tree = (await this.#files.read(PLACES)) && (await this.#yaml(PLACES, []));
    if (tree) this.#places.read(tree, say);
    const vocabulary = (words && readVocabulary(words, references, say)) ?? BUILT_IN;
    const audiences = readers && readAudiences(readers, references, say);
    const templates = await this.#templates(found.templates, vocabulary);
    const { sources, passages } = await this.#library(found.library, vocabulary);
    const packs = await this.#packs(found.packs, audiences, templates);
    references.resolve(say, renamed(passages));
    this.#places.resolve(passages.values(), say);
    await this.#images.resolve(this.#files, say);
    return {
      organisation: organisation ?? NO_ORGANISATION,
      vocabulary,
      areas: this.#places.areas,
      audiences: audiences ?? new Map<string, Audience>(),
      sources,
      passages,
      packs,
      templates,
    };
  }

  async #templates(paths: readonly string[], { kinds }: Vocabulary): Promise<ReadonlyMap<string, Template>> {
    const context = { references: this.#references, kinds, say: this.#say };
    const templates = new Map<string, Template>();
    for (const path of paths) {
      const id = nameOf(path, this.#say);
      this.#references.define('template', id, startOf(path), this.#say);
      const yaml = await this.#yaml(path, [`slot of ${id}`]);
      const template = yaml && readTemplate(id, yaml, context);
      if (template) templates.set(id, template);
    }
    return templates;
  }

  async #library(
    paths: readonly string[],
    { kinds }: Vocabulary,
  ): Promise<Pick<Project, 'sources' | 'passages'>> {
    const context = { references: this.#references, images: this.#images, kinds, say: this.#say };
    const sources = new Map<string, Source>();
    const passages = new Map<string, Passage>();
    for (const path of paths) {
      const id = nameOf(path, this.#say);
      this.#references.define('source', id, startOf(path), this.#say);
      const lines = await readText(this.#files, path, this.#say);
      if (!lines) this.#references.unsure('passage');
      const read = lines && readSource(id, lines, context);
      if (read?.source) sources.set(id, read.source);
      for (const passage of read?.passages ?? []) passages.set(passage.id, passage);
    }
    return { sources, passages };
  }

  async #packs(
    paths: readonly string[],
    audiences: ReadonlyMap<string, Audience> | null,
    templates: ReadonlyMap<string, Template>,
  ): Promise<ReadonlyMap<string, Pack>> {
    const context = {
      references: this.#references,
      images: this.#images,
      audiences,
      templates,
      shorts: new Map<string, Place>(),
      places: this.#places,
      say: this.#say,
    };
    const packs = new Map<string, Pack>();
    for (const path of paths) {
      const id = nameOf(path, this.#say);
      sayReserved(id, 'pack', startOf(path), this.#say);
      const yaml = await this.#yaml(path, []);
      const pack = yaml && readPack(id, yaml, context);
      if (pack) packs.set(id, pack);
    }
    return packs;
  }

  /** Reads a YAML file; where it can't be read, the names that it defines are not known. */
  async #yaml(path: string, defines: readonly Sort[]): Promise<Yaml | null> {
    const lines = await readText(this.#files, path, this.#say);
    const yaml = lines && readYaml(lines, this.#say);
    if (!yaml) for (const sort of defines) this.#references.unsure(sort);
    return yaml;
  }
}

/** By file, line and column, and the same thing once. */
const inOrder = (messages: readonly Message[]): readonly Message[] => {
  const keyed = new Map(
    messages.map((message) => [JSON.stringify([message.place, message.rule, message.text]), message]),
  );
  return [...keyed.values()].toSorted(byPlace);
};
