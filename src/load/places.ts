import { z } from 'zod';
import { areaKey, type Areas } from '../model/area.ts';
import { error, type Say } from '../diagnostics/message.ts';
import { suggest } from '../diagnostics/nearest.ts';
import type { Place } from '../diagnostics/place.ts';
import type { Passage } from '../model/project.ts';
import { named, text } from './fields.ts';
import { shape } from './shape.ts';
import type { Path, Yaml } from './yaml.ts';

/** What lies in a place: nothing, a list of names, or names in which others lie. */
interface Inside {
  readonly [name: string]: Inside;
}

const asMap = (value: unknown): unknown => {
  if (value === '') return {};
  return Array.isArray(value) && value.every((each) => typeof each === 'string')
    ? Object.fromEntries(value.map((name) => [name, '']))
    : value;
};

const inside: z.ZodType<Inside> = z.lazy(() => z.preprocess(asMap, named(text, inside)));

/** The places of a project, and where packs name one. */
export class Places {
  readonly #areas = new Map<string, string>();
  readonly #known = new Map<string, Place>();
  readonly #names: string[] = [];
  readonly #uses: { readonly area: string; readonly place: Place }[] = [];

  /** Which place lies in which, as far as it is read. */
  get areas(): Areas {
    return this.#areas;
  }

  /** Reads `places.yaml`, a tree of names; says a name that stands in it twice. */
  read(yaml: Yaml, say: Say): void {
    if (shape(inside, yaml, say)) this.#branch(yaml, [], null, say);
  }

  #branch(yaml: Yaml, path: Path, above: string | null, say: Say): void {
    for (const name of yaml.keys(path)) {
      const key = areaKey(name);
      const place = yaml.keyPlace([...path, name]);
      const first = this.#known.get(key);
      if (first) sayTwice(name, place, first, say);
      else {
        this.#known.set(key, place);
        this.#names.push(name);
        if (above !== null) this.#areas.set(key, above);
      }
      this.#branch(yaml, [...path, name], key, say);
    }
  }

  /** A pack or an edition speaks of this place. */
  use(area: string | null, place: Place): void {
    if (area !== null) this.#uses.push({ area, place });
  }

  /** Says each place that neither the tree nor a passage knows: a slip of the pen would let nothing fill its slots. */
  resolve(passages: Iterable<Passage>, say: Say): void {
    const names = [...this.#names, ...[...passages].flatMap(({ area }) => area ?? [])];
    const known = new Set(names.map(areaKey));
    for (const { area, place } of this.#uses) {
      if (known.has(areaKey(area))) continue;
      const text = `No passage and no line of \`sources/places.yaml\` speaks of \`${area}\``;
      const remedy = `${suggest(area, new Set(names))} A new place goes into \`sources/places.yaml\`, below the one that it lies in.`;
      say(error('unknown-area', place, text, { remedy }));
    }
  }
}

const sayTwice = (name: string, place: Place, first: Place, say: Say): void => {
  const related = [{ place: first, text: 'the first one' }];
  const text = `The place \`${name}\` is there already: it would lie in two places`;
  say(error('place-twice', place, text, { remedy: 'Keep one of them.', related }));
};
