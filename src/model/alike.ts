/** Values that are made one after another, and of which many are alike: what is made of the same as the last is the last. */
export class Alike {
  readonly #last = new Map<string, object>();

  /** The last of that name where it has the same parts, in the same order; else this one. */
  of<Value extends object>(name: string, made: Value): Value {
    const last = this.#last.get(name);
    // Of one name are values of one type.
    if (last && hasSameParts(last, made)) return last as Value;
    this.#last.set(name, made);
    return made;
  }
}

const hasSameParts = (one: object, other: object): boolean => {
  const [parts, others] = [partsOf(one), partsOf(other)];
  return parts.length === others.length && parts.every((part, index) => part === others[index]);
};

/** What is in a map, a list or another value, with the names of its places. */
const partsOf = (whole: object): readonly unknown[] =>
  (whole instanceof Map ? [...whole] : Object.entries(whole)).flat(1);
