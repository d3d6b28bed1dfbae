/** The fingerprint by which a document is known before it is composed: the hash of all that it is made of and by. */

import type { Nodes } from 'mdast';
import { visit } from '../model/visit.ts';
import { sha256 } from '../model/hash.ts';
import { memo } from '../model/memo.ts';
import type { Renderer } from '../render/render.ts';
import type { World } from '../world/world.ts';
import type { Plan, PlanContents } from './plan.ts';

export class Fingerprints {
  readonly #files: World['files'];
  readonly #engine: Promise<string>;
  readonly #renderer: Renderer;
  readonly #pictures = new Map<string, Promise<string | null>>();
  /** By parts that many documents share: passages, sources, templates. */
  readonly #known = new WeakMap<object, string>();
  readonly #shown = new WeakMap<object, readonly string[]>();

  constructor({ files, engine }: Pick<World, 'files' | 'engine'>, renderer: Renderer) {
    this.#files = files;
    this.#renderer = renderer;
    this.#engine = engine();
    // Whoever waits for it hears of it; until then it is nobody's fault.
    this.#engine.catch(() => {});
  }

  async of(plan: Pick<Plan, 'key' | 'follows'> & PlanContents): Promise<string> {
    const { key, template, selection, follows, edition, pack, evidence } = plan;
    const { passages, sources, templates, organisation, vocabulary, audiences } = plan.project;
    const shared = [...templates.values(), ...passages.values(), ...sources.values(), organisation];
    const pictures = [
      ...new Set([
        ...(organisation.logo === null ? [] : [organisation.logo]),
        ...[...passages.values(), edition, pack.summary ?? {}].flatMap((part) => this.#picturesIn(part)),
      ]),
    ];
    const bytes = await Promise.all(pictures.map((path) => this.#picture(path)));
    return hashOf([
      await this.#engine,
      this.#renderer.formOf(template.id, key.variant).hash,
      key,
      follows?.fingerprint,
      template === plan.project.templates.get(template.id) ? null : template,
      this.#parts({ ...pack, editions: pack.editions.map((each) => this.#parts(each)) }),
      audiences,
      this.#hashOf(vocabulary),
      shared.map((part) => this.#hashOf(part)),
      selection.slots.map(({ slot, named, passages: chosen, reserve }) => [
        slot.id,
        named,
        chosen.map(({ id }) => id),
        reserve.map(({ id }) => id),
      ]),
      [...selection.rank],
      evidence,
      pictures.map((path, index) => [path, bytes[index]]),
    ]);
  }

  /** What has many parts, by the hashes of these: most of them many documents share. */
  #parts(whole: object): readonly unknown[] {
    return Object.entries(whole)
      .filter(([name]) => !PLACES.has(name))
      .map(([name, part]: [string, unknown]) => [
        name,
        typeof part === 'object' && part !== null ? this.#hashOf(part) : part,
      ]);
  }

  #hashOf(part: object): string {
    return memo(this.#known, part, () => hashOf(part));
  }

  #picture(path: string): Promise<string | null> {
    return memo(this.#pictures, path, () => this.#files.read(path).then((bytes) => bytes && sha256(bytes)));
  }

  /** The paths of the pictures in the texts of a part. */
  #picturesIn(part: object): readonly string[] {
    return memo(this.#shown, part, () => {
      const paths: string[] = [];
      for (const text of textsIn(part)) visit(text, 'image', ({ url }) => void paths.push(url));
      return paths;
    });
  }
}

/** Every text of Markdown in a value. */
const textsIn = (value: unknown): readonly Nodes[] => {
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value && value.type === 'root') return [value as Nodes];
  return Object.values(value).flatMap(textsIn);
};

/** Where something stands in its file is no part of what it says. */
const PLACES: ReadonlySet<string> = new Set(['place', 'places', 'position', 'issuedPlace', 'file']);

const hashOf = (value: unknown): string =>
  sha256(
    JSON.stringify(value, (key, part: unknown) =>
      PLACES.has(key) ? undefined : part instanceof Map ? [...part] : part,
    ),
  );
