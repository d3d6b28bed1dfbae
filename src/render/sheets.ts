import { posix } from 'node:path';
import { sha256 } from '../model/hash.ts';
import { memo } from '../model/memo.ts';
import { ORIGINALS } from '../model/original.ts';
import type { PictureFault } from '../model/picture.ts';
import { faultIn, isPicture, writeAnew } from '../pictures/picture.ts';
import type { Files, Packages, Round } from '../world/world.ts';
import { readSheet, type StyleParts } from './sheet.ts';

/** A file that a sheet takes along, a picture written anew, with the name of its asset; or why it can't be taken. */
type Taken = { readonly bytes: Uint8Array; readonly name: string } | { readonly fault: PictureFault };

/** The style sheets of a project and what they take along: each is read once for all templates. */
export class Sheets {
  readonly #files: Files;
  readonly #packages: Packages;
  readonly #round: Round;
  readonly #sheets = new Map<string, Promise<StyleParts | null>>();
  readonly #taken = new Map<string, Promise<Taken | null>>();

  constructor(files: Files, packages: Packages, round: Round) {
    this.#files = files;
    this.#packages = packages;
    this.#round = round;
  }

  /** Null where there is no such file. */
  read(file: string): Promise<StyleParts | null> {
    return memo(this.#sheets, file, async () => {
      const bytes = await this.#files.read(file);
      return (
        bytes && this.#round.of(file, sha256(bytes), () => readSheet(new TextDecoder().decode(bytes), file))
      );
    });
  }

  /** What an address in a sheet leads to; null where it leads to nothing that a sheet may take along. */
  async take(address: string, sheet: string): Promise<Taken | null> {
    if (!PUBLISHED.test(address)) return null;
    const packaged = /^npm:(@fontsource\/[\w-]+\/files\/[\w.-]+)$/u.exec(address)?.[1];
    if (packaged) return memo(this.#taken, address, () => taken(packaged, this.#packages.read(packaged)));
    if (/^[a-z][a-z0-9+.-]*:|^\//iu.test(address)) return null;
    const path = posix.join(posix.dirname(sheet), address);
    if (path.startsWith(ORIGINALS)) return null;
    return memo(this.#taken, path, () => taken(path, this.#files.read(path)));
  }
}

/** What a style sheet may take along: fonts and images, whatever else lies in the project. */
const PUBLISHED = /\.(?:woff2?|ttf|otf|png|jpe?g|gif|webp|svg)$/iu;

const taken = async (path: string, reading: Promise<Uint8Array | null>): Promise<Taken | null> => {
  const bytes = await reading;
  if (!bytes) return null;
  if (!isPicture(path)) return { bytes, name: posix.basename(path) };
  const fault = await faultIn(path, bytes);
  if (fault && !fault.isShown) return { fault };
  const { bytes: own, ending } = await writeAnew(path, bytes, null);
  return { bytes: own, name: posix.parse(path).name + ending };
};
