import { z } from 'zod';
import { areaKey, type Areas } from '../model/area.ts';
import { error, type Say } from '../diagnostics/message.ts';
import { suggest } from '../diagnostics/nearest.ts';
import type { Place } from '../diagnostics/place.ts';
import type { Passage } from '../model/passage.ts';
import { named, text } from './fields.ts';
import type { Findings, Use } from './reading.ts';
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

export const inside: z.ZodType<Inside> = z.lazy(() => z.preprocess(asMap, named(text, inside)));

/** The places of a project. */
export interface Places {
  /** Which place lies in which. */
  readonly areas: Areas;
  /** As they are written. */
  readonly names: readonly string[];
}

export const NO_PLACES: Places = { areas: new Map(), names: [] };

/** Reads `places.yaml`, a tree of names; says a name that stands in it twice. */
export const readPlaces = (yaml: Yaml, { say }: Findings): Places | null => {
  if (!shape(inside, yaml, say)) return null;
  const [areas, known, names] = [new Map<string, string>(), new Map<string, Place>(), [] as string[]];
  const branch = (path: Path, above: string | null): void => {
    for (const name of yaml.keys(path)) {
      const key = areaKey(name);
      const place = yaml.keyPlace([...path, name]);
      const first = known.get(key);
      if (first) sayTwice(name, place, first, say);
      else {
        known.set(key, place);
        names.push(name);
        if (above !== null) areas.set(key, above);
      }
      branch([...path, name], key);
    }
  };
  branch([], null);
  return { areas, names };
};

/** Says each place of a pack that neither the tree nor a passage knows: a slip of the pen would let nothing fill its slots. */
export const lookUpAreas = (
  uses: readonly Use<'area'>[],
  { names }: Places,
  passages: Iterable<Passage>,
  say: Say,
): void => {
  const all = new Set([...names, ...[...passages].flatMap(({ area }) => area ?? [])]);
  const known = new Set([...all].map(areaKey));
  for (const { name, place } of uses) {
    if (known.has(areaKey(name))) continue;
    const text = `No passage and no line of \`sources/places.yaml\` speaks of \`${name}\``;
    const remedy = `${suggest(name, all)} A new place goes into \`sources/places.yaml\`, below the one that it lies in.`;
    say(error('unknown-area', place, text, { remedy }));
  }
};

const sayTwice = (name: string, place: Place, first: Place, say: Say): void => {
  const related = [{ place: first, text: 'the first one' }];
  const text = `The place \`${name}\` is there already: it would lie in two places`;
  say(error('place-twice', place, text, { remedy: 'Keep one of them.', related }));
};
