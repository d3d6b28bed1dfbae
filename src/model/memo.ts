/** Where values are kept by their keys: a `Map`, or a `WeakMap`. */
interface KeyedValues<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): unknown;
}

/** What is made when it is first asked for, and once. */
export const lazy = <Value>(make: () => Value): (() => Value) => {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
};

/** What is made once for each key. */
export const memo = <Key, Value>(kept: KeyedValues<Key, Value>, key: Key, make: () => Value): Value => {
  const found = kept.get(key);
  if (found !== undefined) return found;
  const made = make();
  kept.set(key, made);
  return made;
};

/**
 * What is made once for each of so many texts; where there are more, all are forgotten. What else it is made of is told by the
 * text.
 */
export const upTo = <Value, Given extends readonly unknown[]>(
  most: number,
  make: (text: string, ...given: Given) => Value,
): ((text: string, ...given: Given) => Value) => {
  const made = new Map<string, Value>();
  return (text, ...given) => {
    if (made.size >= most) made.clear();
    return memo(made, text, () => make(text, ...given));
  };
};
