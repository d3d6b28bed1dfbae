/** The fonts that printed documents embed: each is read once, and what was read is kept with the readings of files. */

import { arePrinted } from '../model/formats.ts';
import { sha256 } from '../model/hash.ts';
import { memo } from '../model/memo.ts';
import { fontFacts, type FontFacts } from '../pdf/index.ts';
import type { Renderer } from '../render/render.ts';
import type { Round } from '../world/world.ts';
import type { Plan } from './plan.ts';

type FontFiles = readonly Uint8Array[];

export class Fonts {
  /** The characters that any of them has; none where no document is printed. */
  readonly characters: ReadonlySet<number>;
  readonly #facts: ReadonlyMap<Uint8Array, FontFacts>;
  /** By the fonts of a template, which many documents share. */
  readonly #characters = new WeakMap<FontFiles, ReadonlySet<number>>();
  readonly #names = new WeakMap<FontFiles, ReadonlySet<string>>();

  constructor(facts: ReadonlyMap<Uint8Array, FontFacts>) {
    this.#facts = facts;
    this.characters = this.charactersOf([...facts.keys()]);
  }

  /** The characters that at least one of some fonts has. */
  charactersOf(files: FontFiles): ReadonlySet<number> {
    return memo(
      this.#characters,
      files,
      () => new Set(this.#factsOf(files).flatMap((one) => one.characters)),
    );
  }

  /** The names by which a PDF may call some fonts. */
  namesOf(files: FontFiles): ReadonlySet<string> {
    return memo(this.#names, files, () => new Set(this.#factsOf(files).flatMap(({ name }) => name ?? [])));
  }

  #factsOf(files: FontFiles): readonly FontFacts[] {
    return files.flatMap((file) => this.#facts.get(file) ?? []);
  }
}

/** Reads the fonts of printed documents. */
export const fontsOf = (plans: readonly Plan[], renderer: Renderer, round: Round): Promise<Fonts> => {
  const printed = plans.filter(({ template }) => arePrinted(template.formats));
  return readFonts(
    printed.flatMap(({ template, key }) => renderer.formOf(template.id, key.variant).fonts),
    round,
  );
};

/** Reads some font files. */
export const readFonts = async (files: FontFiles, round: Pick<Round, 'awaited'>): Promise<Fonts> => {
  const facts = new Map<Uint8Array, FontFacts>();
  for (const file of new Set(files)) {
    const hash = sha256(file);
    facts.set(file, await round.awaited(`font ${hash}`, hash, () => fontFacts(file)));
  }
  return new Fonts(facts);
};
