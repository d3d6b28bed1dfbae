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

/** What is made once for each of so many texts; where there are more, all are forgotten. */
export const upTo = <Value>(most: number, make: (text: string) => Value): ((text: string) => Value) => {
  const made = new Map<string, Value>();
  return (text) => {
    if (made.size >= most) made.clear();
    return memo(made, text, () => make(text));
  };
};
