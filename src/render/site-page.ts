/** Pages of the output folder that are no documents: each a template of `templates/site/`, with a view of its own. */

import type { z } from 'zod';
import { hasErrors, type Message, type Told } from '../diagnostics/message.ts';
import type { Palette } from '../model/colours.ts';
import type { Files, Packages } from '../world/world.ts';
import { Assets } from './assets.ts';
import { hrefFrom } from './addresses.ts';
import { freeze } from './document-view.ts';
import { checkSealed, parsePage, writePage } from './page.ts';
import { blame } from './partial-faults.ts';
import { withPolicy } from './policy.ts';
import { withScript, type PageScript } from './scripts.ts';
import { shapeOf } from './shape.ts';
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

/** Makes such a template ready; null where something is wrong with it. */
export const prepareSitePage = async <View extends { readonly stylesheet: string }>(
  { name, called, schema, sample, script }: SiteTemplate<View>,
  { files, packages, palette }: { files: Files; packages: Packages; palette: Palette },
): Promise<Told<FillSitePage<View> | null>> => {
  const messages: Message[] = [];
  const say = (message: Message) => void messages.push(message);
  const assets = new Assets();
  const partials = await readPartials(files, () => {});
  const file = `templates/site/${name}.hbs`;
  const { fill, walked } = await prepare(files, file, shapeOf(schema), partials, say);
  blame([walked]).forEach(say);
  const bundling = { files, packages, assets, palette };
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
  messages.push(...fillPage('index.html', sample).messages);
  return { value: hasErrors(messages) ? null : fillPage, messages };
};
