/**
 * Site takes a project, what was built of it and the present moment, and writes what may be put on any web server: the
 * documents that everybody may read, as second names of the same files, and the pages that lead to them.
 */

import type { Message, Told } from '../diagnostics/message.ts';
import { mailingsOf } from '../model/mailings.ts';
import { MANIFEST, writeManifest, type Manifest } from '../model/manifest.ts';
import type { Project } from '../model/project.ts';
import type { PageExtras, SitePage } from '../render/site-page.ts';
import type { NewOutput } from '../world/world.ts';
import { recipientsView } from './pages/recipients.ts';
import { homePage } from './pages/home.ts';
import { packPage } from './pages/pack.ts';
import { published, type Present, type Published } from './published.ts';
import type { SiteTemplates } from './templates.ts';

/** Where the site goes: the output folder, which holds the documents already. */
export type SiteSink = Pick<NewOutput, 'write' | 'alias'>;

/** Its folder below the output. */
const SITE = 'site';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Writes the site; gives what is wrong with its pages. */
export const writeSite = async (
  templates: SiteTemplates,
  { project, manifest }: { readonly project: Project; readonly manifest: Manifest },
  present: Present,
  sink: SiteSink,
): Promise<readonly Message[]> => {
  const site = published(project, manifest, present);
  const entries = site.packs.flatMap((one) => one.entries);
  const files = entries.flatMap(({ sha256, assets }) => [...Object.keys(sha256), ...assets]);
  for (const path of new Set(files)) await sink.alias(path, `${SITE}/${path}`);
  const messages: Message[] = [];
  for (const { path, page } of pagesOf(templates, site)) {
    messages.push(...page.messages);
    for (const [asset, bytes] of page.value.assets) await sink.write(`${SITE}/${asset}`, bytes);
    await sink.write(`${SITE}/${path}`, encode(page.value.html));
  }
  await sink.write(`${SITE}/${site.icon.path}`, site.icon.bytes);
  const text = writeManifest({ despatch: manifest.despatch, documents: [...entries] });
  await sink.write(`${SITE}/${MANIFEST}`, encode(text));
  return messages;
};

interface FilledPage {
  /** Below the site. */
  readonly path: string;
  readonly page: Told<SitePage>;
}

/** The pages of the site, each filled when it is asked for. */
function* pagesOf(templates: SiteTemplates, site: Published): Iterable<FilledPage> {
  const { icon, packs } = site;
  const fill = <View>(
    template: (path: string, view: View, more: PageExtras) => Told<SitePage>,
    { path, view, about }: { readonly path: string; readonly view: View } & PageExtras,
  ): FilledPage => {
    const assets = new Map([[icon.path, icon.bytes]]);
    return { path, page: template(path, view, { assets, ...(about ? { about } : {}) }) };
  };
  yield fill(templates.home, homePage(site));
  for (const pack of packs) yield fill(templates.pack, packPage(site, pack));
  for (const { path, view } of mailingPages(site)) yield fill(templates.recipients, { path, view });
}

/** The pages that list the recipients of what is made for each of many. */
const mailingPages = (site: Published) =>
  site.packs.flatMap((one) =>
    mailingsOf({ documents: one.entries }).map((mailing) => ({
      path: mailing.path,
      view: recipientsView(site.project, mailing, { title: one.title, up: 'home' }),
    })),
  );
