/** Dictionaries of other languages than English, among the packages of a project: `dictionary-cy` for Welsh. */

import { sha256 } from '../model/hash.ts';
import { memo } from '../model/memo.ts';
import type { DictionaryFiles } from '../prose/dictionary.ts';
import type { Packages } from '../world/world.ts';

/** A dictionary that is installed. */
export interface InstalledDictionary extends DictionaryFiles {
  readonly hash: string;
}

export class Dictionaries {
  readonly #packages: Packages;
  readonly #found = new Map<string, Promise<InstalledDictionary | null>>();

  constructor(packages: Packages) {
    this.#packages = packages;
  }

  /** The dictionary of a tag, or of its language without a region; null where there is none. */
  of(tag: string): Promise<InstalledDictionary | null> {
    return memo(this.#found, tag, async () => {
      const [language = ''] = tag.split('-');
      for (const name of new Set([tag.toLowerCase(), language])) {
        const found = await this.#read(`dictionary-${name}`);
        if (found) return found;
      }
      return null;
    });
  }

  async #read(name: string): Promise<InstalledDictionary | null> {
    const aff = await this.#packages.read(`${name}/index.aff`);
    const dic = aff && (await this.#packages.read(`${name}/index.dic`));
    return aff && dic && { aff, dic, hash: sha256(dic) };
  }
}
