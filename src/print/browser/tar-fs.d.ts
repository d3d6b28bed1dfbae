/** The one function of `tar-fs` that is used here; the package brings no types. */
declare module 'tar-fs' {
  import type { Writable } from 'node:stream';
  /** A stream that unpacks a tar archive into a folder. */
  export const extract: (folder: string) => Writable;
}
