/** Pages of the output folder that are no documents: each a template of `templates/site/`, with a view of its own. */

import type { z } from 'zod';
import { hasErrors, type Message, type Told } from '../diagnostics/message.ts';
import type { Palette } from '../model/colours.ts';
import type { Files, Packages, Round } from '../world/world.ts';
import { Assets } from './assets.ts';
import { hrefFrom } from './addresses.ts';
import { freeze } from './document-view.ts';
import { checkSealed, parsePage, writePage } from './page.ts';
import { blame } from './partial-faults.ts';
import { withPolicy } from './policy.ts';
import { withScript, type PageScript } from './scripts.ts';
import { shapeOf } from './shape.ts';
import { Sheets } from './sheets.ts';
import { bundleStyle } from './style.ts';
import { prepare, readPartials } from './templates.ts';

export interface SitePage {
  readonly html: string;
  /** By path below the output folder. */
  readonly assets: ReadonlyMap<string, Uint8Array>;
}

/** Fills a template for the page at a path below the output folder, and holds it against what every page promises. */
export type FillSitePage<View> = (path: string, view: Omit<View, 'stylesheet'>) => Told<SitePage>;

/** What a page is made of. */
export interface SiteTemplate<View> {
  /** Of its files in `templates/site/`, without their endings. */
  readonly name: string;
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
}

/** Makes such a template ready; null where something is wrong with it. */
export const prepareSitePage = async <View extends { readonly stylesheet: string }>(
  { name, called, schema, sample, script }: SiteTemplate<View>,
  { files, packages, round, palette }: SiteParts,
): Promise<Told<FillSitePage<View> | null>> => {
  const messages: Message[] = [];
  const say = (message: Message) => void messages.push(message);
  const assets = new Assets();
  const partials = await readPartials(files, round, () => {});
  const file = `templates/site/${name}.hbs`;
  const shown = { key: name, shape: () => shapeOf(schema) };
  const { fill, walked, hash } = await prepare(file, shown, { files, round, partials }, say);
  blame([walked]).forEach(say);
  const bundling = { sheets: new Sheets(files, packages, round), assets, palette };
  const style = await bundleStyle(`templates/site/${name}.css`, name, bundling, say);
  const fillPage: FillSitePage<View> = (path, view) => {
    const filled = fill ? fill(freeze({ ...view, stylesheet: hrefFrom(path, style.path) })) : '';
    const page = parsePage(filled);
    const surroundings = { path, files: new Set(assets.all().keys()) };
    return {
      value: { html: writePage(withPolicy(script ? withScript(page, script) : page)), assets: assets.all() },
      messages: checkSealed(page, { file, document: called, ...surroundings }),
    };
  };
  const key = JSON.stringify([hash, style.path, [...assets.all().keys()]]);
  messages.push(...round.of(`${file} as filled`, key, () => fillPage('index.html', sample).messages));
  return { value: hasErrors(messages) ? null : fillPage, messages };
};
