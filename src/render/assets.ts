import { posix } from 'node:path';
import { sha256 } from '../model/hash.ts';
import type { Picture } from '../model/picture.ts';

/** The files that pages refer to, named by what they hold: equal files are one, and a changed one has a new name. */
export class Assets {
  readonly #files = new Map<string, Uint8Array>();

  /** Takes a file and gives its path below the output folder, e.g. `assets/brief-1f6a9c03.css`. */
  add(name: string, bytes: Uint8Array): string {
    const { name: stem, ext } = posix.parse(name);
    const slug =
      stem
        .toLowerCase()
        .replace(/[^a-z0-9]+/gu, '-')
        .replace(/^-|-$/gu, '') || 'file';
    const path = `assets/${slug}-${sha256(bytes).slice(0, 10)}${ext.toLowerCase()}`;
    this.#files.set(path, bytes);
    return path;
  }

  /** Takes a picture that was written anew from the file of this name. */
  addPicture(name: string, { bytes, ending }: Picture): string {
    return this.add(`${posix.parse(name).name}${ending}`, bytes);
  }

  /** By path below the output folder. */
  all(): ReadonlyMap<string, Uint8Array> {
    return this.#files;
  }
}
