/**
 * Makes one style sheet of a template's `style.css`: imports are put in, fonts and images become assets, and what
 * would reach outside the project is refused.
 */

import { posix } from 'node:path';
import type { Palette } from '../model/colours.ts';
import type { Message, Say } from '../diagnostics/message.ts';
import { startOf, type Place } from '../diagnostics/place.ts';
import { leaksOf } from '../sealing/leaks.ts';
import type { Assets } from './assets.ts';
import { paletteStyle } from './palette.ts';
import { refusal, styleFault, type Address, type Import, type StyleParts } from './sheet.ts';
import type { Sheets } from './sheets.ts';

export interface Style {
  /** The sheet's path below the output folder. */
  readonly path: string;
  /** The files of the fonts that it embeds. */
  readonly fonts: readonly Uint8Array[];
}

/** Where a style sheet's parts come from and go, and the colours that it begins with. */
export interface Bundling {
  readonly sheets: Sheets;
  readonly assets: Assets;
  readonly palette: Palette;
}

/** Bundles the sheet at `file`, as `name` among the assets. What is wrong is said; the style is then incomplete. */
export const bundleStyle = async (
  file: string,
  name: string,
  bundling: Bundling,
  say: Say,
): Promise<Style> => {
  const bundler = new Bundler(bundling, say);
  const css = paletteStyle(bundling.palette) + (await bundler.sheet(file, startOf(file), []));
  bundler.checkBundle(css, file);
  const path = bundling.assets.add(`${name}.css`, new TextEncoder().encode(css));
  return { path, fonts: bundler.fonts };
};

class Bundler {
  readonly fonts: Uint8Array[] = [];
  readonly #bundling: Bundling;
  readonly #say: Say;
  #failed = false;

  constructor(bundling: Bundling, say: Say) {
    this.#bundling = bundling;
    this.#say = (message) => {
      this.#failed = true;
      say(message);
    };
  }

  /** A sheet with its imports in it. `from` is where it is asked for, `open` the sheets that ask, the outermost first. */
  async sheet(file: string, from: Place, open: readonly string[]): Promise<string> {
    if (open.includes(file)) return this.#fail(from, `\`${file}\` imports itself`, 'Take the import out.');
    const sheet = await this.#bundling.sheets.read(file);
    if (!sheet)
      return this.#fail(from, `There is no style sheet \`${file}\``, 'Mend the path, or write the file.');
    sheet.messages.forEach(this.#say);
    return this.#joined(sheet, file, [...open, file]);
  }

  async #joined({ parts }: StyleParts, file: string, open: readonly string[]): Promise<string> {
    const texts = parts.map((part) => (typeof part === 'string' ? part : ''));
    // Its own addresses first: those of the sheets that it imports come with them.
    for (const [index, part] of parts.entries())
      if (typeof part !== 'string' && part.is === 'address') texts[index] = await this.#asset(part, file);
    for (const [index, part] of parts.entries())
      if (typeof part !== 'string' && part.is === 'import')
        texts[index] = await this.#imported(part, file, open);
    return texts.join('');
  }

  #imported({ address, place }: Import, file: string, open: readonly string[]): Promise<string> | string {
    return address
      ? this.sheet(posix.join(posix.dirname(file), address), place, open)
      : this.#fail(place, "This import can't be read", 'Write `@import "../styles/base.css";`.');
  }

  /** The name of the asset that an address leads to; the sheet lies in the assets folder too. */
  async #asset({ address, isFont, place }: Address, file: string): Promise<string> {
    const { sheets, assets } = this.#bundling;
    const found = await sheets.take(address, file);
    if (!found) {
      const remedy = /^[a-z]+:/u.test(address)
        ? 'Use a font or an image of the project, or a font of a package: `npm:@fontsource/…`.'
        : 'Mend the path: it is read from where the style sheet lies.';
      return this.#fail(place, `There is no file \`${address}\` to take into the style sheet`, remedy);
    }
    if ('fault' in found) return this.#fail(place, `\`${address}\` ${found.fault.text}`, found.fault.remedy);
    if (isFont) this.fonts.push(found.bytes);
    return posix.basename(assets.add(found.name, found.bytes));
  }

  /** Holds the whole sheet against its promise to load its assets alone; what was said of its parts is not said again. */
  checkBundle(css: string, file: string): void {
    if (this.#failed) return;
    const assets = new Set([...this.#bundling.assets.all().keys()].map((path) => posix.basename(path)));
    const leaks = leaksOf(css, { address: (address) => assets.has(address), imports: false });
    for (const { what } of leaks) this.#fail(startOf(file), ...refusal(what));
  }

  #fail(at: Place, text: string, remedy: string): '' {
    this.#say(styleFault(at, text, remedy) satisfies Message);
    return '';
  }
}
