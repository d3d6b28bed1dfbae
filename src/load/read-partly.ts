import type { z } from 'zod';
import type { Path, Yaml } from './yaml.ts';

/**
 * What a YAML text that does not fit its schema says all the same: without its faulty parts, so that the names in the
 * others are looked up too, and a file with two mistakes is told of both.
 */
export const readPartly = <T extends z.ZodObject>(schema: T, yaml: Yaml): Partial<z.output<T>> => {
  const value: unknown = structuredClone(yaml.value);
  const lenient = schema.partial();
  for (let left = 100; left > 0; left -= 1) {
    const result = lenient.safeParse(value);
    if (result.success) return result.data as Partial<z.output<T>>;
    for (const issue of result.error.issues) {
      if (issue.code === 'unrecognized_keys') for (const key of issue.keys) drop(value, [...issue.path, key]);
      else drop(value, issue.path);
    }
  }
  return {};
};

/** Takes out the value at a path, a list whole; where it is not there, what it is missing from. */
const drop = (value: unknown, path: Path): void => {
  const owner = path.slice(0, -1).reduce<unknown>((at, step) => (isMap(at) ? at[step] : undefined), value);
  const key = path.at(-1);
  if (key === undefined) return;
  if (isMap(owner) && !Array.isArray(owner) && Object.hasOwn(owner, key)) delete owner[key];
  else drop(value, path.slice(0, -1));
};

const isMap = (value: unknown): value is Record<PropertyKey, unknown> =>
  typeof value === 'object' && value !== null;
