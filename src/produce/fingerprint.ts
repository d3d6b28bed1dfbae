/**
 * The key by which a document is known in the store: the hash of all that it is made of. What is not part of it does not
 * change it; what is always does.
 */

import { sha256 } from '../model/hash.ts';
import type { Passage, Project, Source } from '../model/project.ts';
import type { World } from '../world/world.ts';
import type { Draft } from './draft.ts';

export class Fingerprints {
  readonly #project: Project;
  /** What every document is made by and of. */
  readonly #shared: Promise<string>;
  readonly #passages = new Map<string, string>();
  readonly #templates = new Map<string, Promise<string>>();
  readonly #files: World['files'];

  constructor({ files, engine }: Pick<World, 'files' | 'engine'>, project: Project) {
    this.#project = project;
    this.#files = files;
    const { organisation, vocabulary } = project;
    this.#shared = engine().then((made) =>
      hashOf([made, organisation, vocabulary.kinds, vocabulary.abbreviations]),
    );
    // Whoever waits for it hears of it; until then it is nobody's fault.
    this.#shared.catch(() => {});
  }

  /** The key of a document. `from` is what it is made of besides its page, its template and its passages. */
  async of(draft: Draft, from: readonly unknown[]): Promise<string> {
    const { rendered, selection, template, document } = draft;
    const passages = selection.slots.flatMap((slot) => [...slot.passages, ...slot.reserve]);
    const answered = passages.flatMap(({ attributes }) => {
      const found = this.#project.passages.get(attributes['against'] ?? '');
      return found ? [found] : [];
    });
    return hashOf([
      await this.#shared,
      await this.#template(template.id),
      template,
      [rendered.path, rendered.html, rendered.print, rendered.text, [...rendered.assets.keys()].toSorted()],
      document.audience,
      this.#project.audiences.get(document.audience),
      [...passages, ...answered].map((passage) => this.#passage(passage, document.audience)),
      from,
    ]);
  }

  /** A passage as an audience reads it, with the sources that its notes name. */
  #passage(passage: Passage, audience: string): string {
    const key = `${passage.id} ${audience}`;
    const known = this.#passages.get(key);
    if (known) return known;
    const { sources } = this.#project;
    const named = [passage.source, passage.from ?? ''].flatMap((id) => sources.get(id) ?? []);
    const hash = hashOf([saidIn(passage, audience), named.map((source) => citedOf(source))]);
    this.#passages.set(key, hash);
    return hash;
  }

  /** A template's page with all that it may call. */
  #template(id: string): Promise<string> {
    const known = this.#templates.get(id);
    if (known) return known;
    const read = async (): Promise<string> => {
      const paths = await this.#files.list([`templates/${id}/page.hbs`, 'templates/partials/**/*.hbs']);
      const texts = await Promise.all(paths.map((path) => this.#files.read(path)));
      return hashOf(paths.map((path, index) => [path, sha256(texts[index] ?? new Uint8Array())]));
    };
    const hash = read();
    this.#templates.set(id, hash);
    return hash;
  }
}

/** What a passage says to an audience. By what else it has it was selected. */
const saidIn = (passage: Passage, audience: string): unknown => ({
  ...passage,
  wordings: passage.wordings.filter(({ audiences }) => audiences.includes(audience)),
  ...Object.fromEntries(FOR_SELECTION.map((name) => [name, undefined])),
});

const FOR_SELECTION = [
  'topics',
  'only',
  'priority',
  'status',
  'embargo',
  'expires',
  'review',
  'supersedes',
] satisfies readonly (keyof Passage)[];

/** What a note can say of a source: not what else stands in its file. */
const citedOf = (source: Source): unknown => ({ ...source, passages: undefined, topics: undefined });

/** Where something stands in its file is no part of what it says. */
const PLACES: ReadonlySet<string> = new Set(['place', 'places', 'position']);

const hashOf = (value: unknown): string =>
  sha256(
    JSON.stringify(value, (key, part: unknown) =>
      PLACES.has(key) ? undefined : part instanceof Map ? [...part] : part,
    ),
  );
