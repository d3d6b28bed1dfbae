/** Those of a map that are named, in the order of their names. */
export const picked = <Value>(
  map: ReadonlyMap<string, Value>,
  names: Iterable<string>,
): ReadonlyMap<string, Value> =>
  new Map(
    Array.from(names).flatMap((name) => {
      const value = map.get(name);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
