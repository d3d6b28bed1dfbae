/**
 * Makes one style sheet of a template's `style.css`: imports are put in, fonts and images become assets, and what
 * would reach outside the project is refused.
 */

import { posix } from 'node:path';
import {
  clone,
  generate,
  ident,
  parse,
  walk,
  type Atrule,
  type CssNode,
  type List,
  type StyleSheet,
  type Url,
} from 'css-tree';
import type { Palette } from '../model/colours.ts';
import { error, type Message, type Say } from '../diagnostics/message.ts';
import { startOf, type Place } from '../diagnostics/place.ts';
import type { Files, Packages } from '../world/world.ts';
import { faultIn, isPicture, writeAnew } from '../pictures/picture.ts';
import type { Assets } from './assets.ts';
import { paletteStyle } from './palette.ts';
import { leaksOf } from '../sealing/leaks.ts';

export interface Style {
  /** The sheet's path below the output folder. */
  readonly path: string;
  /** The files of the fonts that it embeds. */
  readonly fonts: readonly Uint8Array[];
}

/** Where a style sheet's parts come from and go, and the colours that it begins with. */
export interface Bundling {
  readonly files: Files;
  readonly packages: Packages;
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
  const sheet = await bundler.sheet(file, startOf(file), []);
  const css = paletteStyle(bundling.palette) + (sheet ? generate(sheet) : '');
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
    this.#say = say;
  }

  /** A sheet with its imports in it. `from` is where it is asked for, `open` the sheets that ask, the outermost first. */
  async sheet(file: string, from: Place, open: readonly string[]): Promise<StyleSheet | null> {
    if (open.includes(file)) return this.#fail(from, `\`${file}\` imports itself`, 'Take the import out.');
    const bytes = await this.#bundling.files.read(file);
    if (!bytes)
      return this.#fail(from, `There is no style sheet \`${file}\``, 'Mend the path, or write the file.');
    const source = new TextDecoder().decode(bytes);
    const parsed = parse(source, {
      filename: file,
      positions: true,
      parseCustomProperty: true,
      onParseError: ({ line, column, message }: ParseError) =>
        void this.#fail({ file, line, column }, message, 'Mend the CSS here.'),
    });
    if (parsed.type !== 'StyleSheet') return null;
    this.#checkSheet(source, file);
    // Its own addresses first: those of the sheets that it imports have been seen to when they come in.
    await this.#addresses(parsed, file);
    await this.#inline(parsed, file, [...open, file]);
    return parsed;
  }

  /** Says what of a sheet might load something unseen. Its addresses are looked at one by one. */
  #checkSheet(source: string, file: string): void {
    const leaks = leaksOf(source, { address: () => true, imports: true });
    for (const { offset, what } of leaks) this.#fail(placeIn(source, offset, file), ...refusal(what));
  }

  /** Holds the whole sheet against its promise to load its assets alone; what was said of its parts is not said again. */
  checkBundle(css: string, file: string): void {
    if (this.#failed) return;
    const assets = new Set([...this.#bundling.assets.all().keys()].map((path) => posix.basename(path)));
    const leaks = leaksOf(css, { address: (address) => assets.has(address), imports: false });
    for (const { what } of leaks) this.#fail(startOf(file), ...refusal(what));
  }

  /** Puts what `@import` names in its place. */
  async #inline(sheet: StyleSheet, file: string, open: readonly string[]): Promise<void> {
    const imports: { item: Parameters<List<CssNode>['remove']>[0]; node: CssNode }[] = [];
    sheet.children.forEach((node, item) => {
      if (node.type === 'Atrule' && node.name.toLowerCase() === 'import') imports.push({ item, node });
    });
    for (const { item, node } of imports) {
      const at = place(node, file);
      const address = imported(node);
      const inner = address ? await this.sheet(posix.join(posix.dirname(file), address), at, open) : null;
      if (!address) this.#fail(at, "This import can't be read", 'Write `@import "../styles/base.css";`.');
      if (inner) sheet.children.replace(item, (clone(inner) as StyleSheet).children);
      else sheet.children.remove(item);
    }
  }

  /** Turns each address in a sheet into that of an asset. */
  async #addresses(sheet: StyleSheet, file: string): Promise<void> {
    const urls: { node: Url; font: boolean }[] = [];
    const fail = (node: CssNode, text: string, remedy: string) => this.#fail(place(node, file), text, remedy);
    walk(sheet, function (this: { atrule: Atrule | null }, node) {
      const rule = this.atrule?.name.toLowerCase();
      if (
        node.type === 'Declaration' &&
        PAINTED.has(ident.decode(node.property).toLowerCase()) &&
        !onScreen(this.atrule)
      )
        fail(
          node,
          `\`${node.property}\` makes pictures of texts in print, which nobody can search or have read aloud`,
          'Take it out, or write it inside `@media screen { … }`.',
        );
      if (node.type === 'Url' && rule !== 'import') urls.push({ node, font: rule === 'font-face' });
    });
    for (const { node, font } of urls) if (!node.value.startsWith('#')) await this.#asset(node, font, file);
  }

  async #asset(node: Url, font: boolean, file: string): Promise<void> {
    const at = place(node, file);
    const address = node.value;
    const bytes = await this.#read(address, file);
    if (!bytes) {
      const remedy = /^[a-z]+:/u.test(address)
        ? 'Use a font or an image of the project, or a font of a package: `npm:@fontsource/…`.'
        : 'Mend the path: it is read from where the style sheet lies.';
      this.#fail(at, `There is no file \`${address}\` to take into the style sheet`, remedy);
      return;
    }
    const fault = isPicture(address) ? await faultIn(address, bytes) : null;
    if (fault && !fault.isShown) {
      this.#fail(at, `\`${address}\` ${fault.text}`, fault.remedy);
      return;
    }
    if (font) this.fonts.push(bytes);
    // The sheet lies in the assets folder too.
    node.value = posix.basename(await this.#add(address, bytes));
  }

  async #add(address: string, bytes: Uint8Array): Promise<string> {
    const { assets } = this.#bundling;
    return isPicture(address)
      ? assets.addPicture(address, await writeAnew(address, bytes, null))
      : assets.add(posix.basename(address), bytes);
  }

  #read(address: string, file: string): Promise<Uint8Array | null> {
    const packaged = /^npm:(@fontsource\/[\w-]+\/files\/[\w.-]+)$/u.exec(address)?.[1];
    if (!PUBLISHED.test(address)) return Promise.resolve(null);
    if (packaged) return this.#bundling.packages.read(packaged);
    if (/^[a-z][a-z0-9+.-]*:|^\//iu.test(address)) return Promise.resolve(null);
    return this.#bundling.files.read(posix.join(posix.dirname(file), address));
  }

  #fail(at: Place, text: string, remedy: string): null {
    this.#failed = true;
    this.#say(error('style-sheet', at, text, { remedy }) satisfies Message);
    return null;
  }
}

/** What a style sheet may take along: fonts and images, whatever else lies in the project. */
const PUBLISHED = /\.(?:woff2?|ttf|otf|png|jpe?g|gif|webp|svg)$/iu;

/** Properties by which Chrome prints an element as a picture, its text too. */
const PAINTED: ReadonlySet<string> = new Set([
  'backdrop-filter',
  'filter',
  'mask',
  'mask-image',
  '-webkit-mask',
  '-webkit-mask-image',
]);

/** Whether a rule is for screens alone. */
const onScreen = (rule: Atrule | null): boolean =>
  rule?.name.toLowerCase() === 'media' &&
  rule.prelude !== null &&
  generate(rule.prelude)
    .split(',')
    .every((query) => /^(?:only\s+)?screen\b/iu.test(query.trim()));

interface ParseError {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** What an `@import` names, where it names one file and nothing else. */
const imported = (node: CssNode): string | null => {
  if (node.type !== 'Atrule' || node.prelude?.type !== 'AtrulePrelude') return null;
  const [only, ...more] = node.prelude.children.toArray();
  if (more.length || !only || (only.type !== 'String' && only.type !== 'Url')) return null;
  return /^[a-z]+:|^\//iu.test(only.value) ? null : only.value;
};

/** What to say of CSS that is not known to load nothing. */
const refusal = (what: string): readonly [text: string, remedy: string] =>
  what.toLowerCase() === '`local()`'
    ? ['A font of the machine is asked for', 'Embed the font: `url("npm:@fontsource/…")`.']
    : [
        `The style sheet holds ${what}, which is not known to load nothing from outside`,
        'Take it out, or name a file of the project by `url("…")`.',
      ];

const placeIn = (source: string, offset: number, file: string): Place => {
  const before = source.slice(0, offset).split(/\r\n|[\n\r\f]/u);
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
};

const place = (node: CssNode, file: string): Place => ({
  file,
  line: node.loc?.start.line ?? 1,
  column: node.loc?.start.column ?? 1,
});
