/** The upper twenty bits of a mark: of a project's hundred thousand signs a tenth of them are in use. */
const SHIFT = 12;

/**
 * Tells of most marks at one look that they are none of some (Bloom's filter with one hash, as a mark is one itself).
 * A file has thousands of marks, and hardly one of them is a secret's.
 */
export class MarkFilter {
  readonly #bits = new Uint32Array(1 << (32 - SHIFT - 5));

  add(mark: number): void {
    const at = mark >>> SHIFT;
    this.#bits[at >>> 5] = (this.#bits[at >>> 5] ?? 0) | (1 << (at & 31));
  }

  /** Those that may be among the marks that were added: all that are, and a few others. */
  candidates(marks: Int32Array): readonly number[] {
    const found: number[] = [];
    for (const mark of marks) {
      const at = mark >>> SHIFT;
      if ((this.#bits[at >>> 5] ?? 0) & (1 << (at & 31))) found.push(mark);
    }
    return found;
  }
}
