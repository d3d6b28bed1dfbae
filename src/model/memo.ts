/** Where values are kept by their keys: a `Map`, or a `WeakMap`. */
interface KeyedValues<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): unknown;
}

/** What is made when it is first asked for, and once. */
export const lazy = <Value>(make: () => Value): (() => Value) => {
  let [asked, made]: [(() => Value) | null, Value | null] = [make, null];
  return () => {
    if (asked) made = asked();
    // What it was made of is held no longer.
    asked = null;
    return made as Value;
  };
};

/** What is made once for each key. */
export const memo = <Key, Value>(kept: KeyedValues<Key, Value>, key: Key, make: () => Value): Value => {
  const found = kept.get(key);
  if (found !== undefined) return found;
  const made = make();
  kept.set(key, made);
  return made;
};

/** How many letters the texts of one table have at most. */
const LETTERS = 2_000_000;

/**
 * What is made once for each of so many texts, and of so many letters: where there are more, those that were not asked for of
 * late are forgotten. What else it is made of is told by the text.
 */
export const upTo = <Value, Given extends readonly unknown[]>(
  most: number,
  make: (text: string, ...given: Given) => Value,
): ((text: string, ...given: Given) => Value) => {
  let [recent, earlier] = [new Map<string, Value>(), new Map<string, Value>()];
  let letters = 0;
  const keep = (text: string, value: Value): void => {
    if (recent.size >= most / 2 || letters + text.length > LETTERS / 2) {
      [recent, earlier] = [new Map(), recent];
      letters = 0;
    }
    letters += text.length;
    // A text that was cut from a page holds all of that page in memory; a copy of it does not.
    recent.set(structuredClone(text), value);
  };
  return (text, ...given) => {
    const known = recent.get(text);
    if (known !== undefined) return known;
    const value = earlier.get(text) ?? make(text, ...given);
    keep(text, value);
    return value;
  };
};
