import { expect } from 'vitest';

/** Bytes that are the same are seen to be at once: vitest takes them for lists, at half a millisecond for each kilobyte. */
const isSame = (one: unknown, other: unknown): true | undefined =>
  one instanceof Uint8Array &&
  other instanceof Uint8Array &&
  one.constructor === other.constructor &&
  Buffer.compare(one, other) === 0
    ? true
    : undefined;

expect.addEqualityTesters([isSame]);
