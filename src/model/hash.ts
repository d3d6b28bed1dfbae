import { createHash } from 'node:crypto';

/** A file's SHA-256 in hexadecimal. */
export const sha256 = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');

/** The SHA-256 of a value of objects, lists and maps. */
export const valueHash = (value: unknown): string =>
  sha256(JSON.stringify(value, (_key, part: unknown) => (part instanceof Map ? [...part] : part)));
