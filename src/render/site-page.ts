/** Pages of the output folder that are no documents: each a template of `templates/site/`, with a view of its own. */

import type { z } from 'zod';
import { hasErrors, type Message, type Told } from '../diagnostics/message.ts';
import type { Palette } from '../model/colours.ts';
import { sha256 } from '../model/hash.ts';
import { lazy } from '../model/memo.ts';
import type { Files, Packages, Round } from '../world/world.ts';
import { Assets } from './assets.ts';
import { hrefFrom } from './addresses.ts';
import { freeze } from './document-view.ts';
import { checkSealed, parsePage } from './page.ts';
import { blame } from './partial-faults.ts';
import { addPolicy } from './policy.ts';
import { addData, addScript, type PageData, type PageScript } from './scripts.ts';
import { shapeOf } from './shape.ts';
import { Sheets } from './sheets.ts';
import { bundleStyle } from './style.ts';
import { introduce, type About } from './social.ts';
import { prepare, type Partials } from './templates.ts';
import { pagePieces } from './write-page.ts';

/** A page that is ready to be filled. */
export interface SitePage {
  /** What it loads, by path below the folder that it is put in. */
  readonly assets: ReadonlyMap<string, Uint8Array>;
  /** A hash of what its content is made of, despatch itself apart; null where that is not known before it is made. */
  readonly madeOf: string | null;
  /** The hash of all that it says, and of how it is said. */
  readonly key: () => string;
  /** Its HTML, piece by piece, to be read once; held against what every page promises. */
  readonly fill: () => Told<Iterable<string>>;
}

/** Gives the page at a path below the folder that it is put in, output or site. */
export type FillSitePage<View> = (
  path: string,
  content: () => PageContent<View>,
  more?: PageExtras,
) => SitePage;

/** What a page says. */
export interface PageContent<View> {
  readonly view: Omit<View, 'stylesheet'>;
  /** What is said of it in its head. */
  readonly about?: About;
  /** What its script reads, in an element of this id. */
  readonly data?: PageData;
}

/** What not every page has: what it loads besides its style, and what is known of its content before that is made. */
export interface PageExtras {
  readonly assets?: ReadonlyMap<string, Uint8Array>;
  /** A hash of all that its content is made of. */
  readonly madeOf?: string;
}

/** What a page is made of. */
export interface SiteTemplate<View> {
  /** Of its files in `templates/site/`, without their endings. */
  readonly name: string;
  /** Of its style sheet, where it is another. */
  readonly sheet?: string;
  /** What it is called in messages, e.g. `the desk`. */
  readonly called: string;
  readonly schema: z.ZodObject;
  /** A view that has everything a page may show, so that faults of the template are told before anything is made. */
  readonly sample: Omit<View, 'stylesheet'>;
  readonly script?: PageScript;
}

export interface SiteParts {
  readonly files: Files;
  readonly packages: Packages;
  readonly round: Round;
  readonly palette: Palette;
  readonly partials: Partials;
}

/** Makes such a template ready; null where something is wrong with it. */
export const prepareSitePage = async <View extends { readonly stylesheet: string }>(
  { name, sheet = name, called, schema, sample, script }: SiteTemplate<View>,
  { files, packages, round, palette, partials }: SiteParts,
): Promise<Told<FillSitePage<View> | null>> => {
  const messages: Message[] = [];
  const say = (message: Message) => void messages.push(message);
  const assets = new Assets();
  const file = `templates/site/${name}.hbs`;
  const shown = { key: name, shape: () => shapeOf(schema) };
  const { fill, walked, hash } = await prepare(file, shown, { files, round, partials }, say);
  blame([walked]).forEach(say);
  const bundling = { sheets: new Sheets(files, packages, round), assets, palette };
  const style = await bundleStyle(`templates/site/${sheet}.css`, sheet, bundling, say);
  const key = JSON.stringify([hash, style.path, [...assets.all().keys()]]);
  const fillPage: FillSitePage<View> = (path, make, { assets: besides, madeOf } = {}) => {
    const own = besides?.size ? new Map([...assets.all(), ...besides]) : assets.all();
    const content = lazy(make);
    const pageOf = (): Told<Iterable<string>> => {
      const { view, about, data } = content();
      const filled = fill ? fill(freeze({ ...view, stylesheet: hrefFrom(path, style.path) })) : '';
      const page = parsePage(filled);
      if (about) introduce(page, about);
      // What is added after that is ours: no template may hold a script.
      const messages = checkSealed(page, { file, document: called, path, files: new Set(own.keys()) });
      if (data) addData(page, data);
      if (script) addScript(page, script);
      addPolicy(page, script ? [script] : []);
      return { value: pagePieces(page), messages };
    };
    const hashWith = (...parts: readonly unknown[]): string =>
      sha256(JSON.stringify([key, path, ...parts, [...own.keys()]]));
    return {
      assets: own,
      madeOf: madeOf === undefined ? null : hashWith(madeOf),
      key: () => {
        const { view, about, data } = content();
        return hashWith(view, about, data);
      },
      fill: pageOf,
    };
  };
  messages.push(
    ...round.of(
      `${file} as filled`,
      key,
      () => fillPage('index.html', () => ({ view: sample })).fill().messages,
    ),
  );
  return { value: hasErrors(messages) ? null : fillPage, messages };
};
