/** Where marks of a page lie (ISO 32000-1, 8.3). */

/** A transformation [a b c d e f]: x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The transformation that does the first, then the second. */
export const combine = (first: Matrix, second: Matrix): Matrix => [
  first[0] * second[0] + first[1] * second[2],
  first[0] * second[1] + first[1] * second[3],
  first[2] * second[0] + first[3] * second[2],
  first[2] * second[1] + first[3] * second[3],
  first[4] * second[0] + first[5] * second[2] + second[4],
  first[4] * second[1] + first[5] * second[3] + second[5],
];

/** The height of a point on the page. */
export const heightOf = (matrix: Matrix, x: number, y: number): number =>
  x * matrix[1] + y * matrix[3] + matrix[5];

/** A box that grows around points. */
export class Bounds {
  left = Infinity;
  bottom = Infinity;
  right = -Infinity;
  top = -Infinity;

  /** Takes in a point, as it lies on the page. */
  add(matrix: Matrix, x: number, y: number): void {
    const across = x * matrix[0] + y * matrix[2] + matrix[4];
    const up = heightOf(matrix, x, y);
    if (across < this.left) this.left = across;
    if (across > this.right) this.right = across;
    if (up < this.bottom) this.bottom = up;
    if (up > this.top) this.top = up;
  }

  include(other: Bounds): void {
    this.left = Math.min(this.left, other.left);
    this.bottom = Math.min(this.bottom, other.bottom);
    this.right = Math.max(this.right, other.right);
    this.top = Math.max(this.top, other.top);
  }

  clear(): void {
    this.left = this.bottom = Infinity;
    this.right = this.top = -Infinity;
  }
}
