/** Values for whole ranges of numbers, such as character codes. Later ranges win where they begin at one number. */
export class RangeMap<T> {
  #ranges: { from: number; to: number; value: T }[] = [];
  #isSorted = true;

  /** Says that numbers from one to another, both included, have a value. */
  add(from: number, to: number, value: T): void {
    this.#ranges.push({ from, to, value });
    this.#isSorted = false;
  }

  get size(): number {
    return this.#ranges.length;
  }

  /** The value of a number, and how far behind its range's first it lies. */
  find(number: number): { readonly value: T; readonly offset: number } | undefined {
    if (!this.#isSorted) this.#ranges.sort((a, b) => a.from - b.from);
    this.#isSorted = true;
    let [low, high] = [0, this.#ranges.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#ranges[middle]?.from ?? 0) <= number) low = middle + 1;
      else high = middle;
    }
    const range = this.#ranges[low - 1];
    return range && number <= range.to ? { value: range.value, offset: number - range.from } : undefined;
  }
}
