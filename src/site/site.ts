/**
 * Site takes a project, what was built of it and the present moment, and writes what may be put on any web server: the
 * documents that everybody may read, as second names of the same files, and the pages that lead to them.
 */

import type { Message } from '../diagnostics/message.ts';
import { mailingsOf } from '../model/mailings.ts';
import { documentFiles, MANIFEST, writeManifest, type Manifest } from '../model/manifest.ts';
import type { Project } from '../model/project.ts';
import type { Passage } from '../model/passage.ts';
import type { FillSitePage, PageContent, PageExtras, SitePage } from '../render/site-page.ts';
import type { Files, NewOutput } from '../world/world.ts';
import {
  EVIDENCE_PATH,
  evidencePath,
  HOME_PATH,
  MISSING_PATH,
  SEARCH_PATH,
  SOURCES_PATH,
  sourcePath,
  TOPICS_PATH,
  topicPath,
} from './paths.ts';
import type { Evidence } from './library.ts';
import { evidencePage, shownWith } from './pages/evidence.ts';
import { listingPage, type Listed } from './pages/listing.ts';
import { evidenceIndex, sourceList, sourcesIndex, topicList, topicsIndex } from './pages/lists.ts';
import { missingPage } from './pages/missing.ts';
import { movedPage } from './pages/moved.ts';
import { recipientsView } from './pages/recipients.ts';
import { homePage } from './pages/home.ts';
import { packPage } from './pages/pack.ts';
import type { Present } from './published-pack.ts';
import { searchPage } from './pages/search.ts';
import { excerptOf } from './excerpt.ts';
import { deadLinks } from './dead-links.ts';
import { textsOf } from './feeds.ts';
import { showsTables } from './texts.ts';
import { endedConsents } from './public-documents.ts';
import { published, type Published } from './published.ts';
import type { SiteTemplates } from './templates.ts';

/** Where the site goes. */
export interface SiteSink {
  /** The output folder, which holds the documents already. */
  readonly files: Pick<NewOutput, 'write' | 'alias'>;
  readonly pages: PageSink;
}

/** What takes pages. */
interface PageSink {
  /** Takes over what was made of the same before, else fills it; gives what is wrong with it. */
  write(path: string, page: Pick<SitePage, 'madeOf' | 'key' | 'fill'>): Promise<readonly Message[]>;
}

/** What the site is made of. */
export interface Building {
  readonly files: Files;
  readonly project: Project;
  readonly manifest: Manifest;
}

/** Its folder below the output. */
export const SITE = 'site';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Writes the site; gives what is wrong with its pages. */
export const writeSite = async (
  templates: SiteTemplates,
  { files: inProject, project, manifest }: Building,
  present: Present,
  { files: sink, pages }: SiteSink,
): Promise<readonly Message[]> => {
  const site = await published(inProject, project, manifest, present);
  const entries = site.packs.flatMap((one) => one.entries);
  for (const path of new Set(documentFiles({ documents: entries })))
    await sink.alias(path, `${SITE}/${path}`);
  const messages: Message[] = [...endedConsents(project, manifest, present), ...deadLinks(project, entries)];
  const write = async ({ path, page }: PageAt): Promise<string> => {
    for (const [asset, bytes] of page.assets) await sink.write(`${SITE}/${asset}`, bytes);
    messages.push(...(await pages.write(`${SITE}/${path}`, page)));
    return path;
  };
  const paths: string[] = [];
  for (const page of pagesOf(templates, site)) paths.push(await write(page));
  for (const page of unlistedPages(templates, site)) await write(page);
  for (const { path, text } of textsOf(site, paths)) await sink.write(`${SITE}/${path}`, encode(text));
  await sink.write(`${SITE}/${site.icon.path}`, site.icon.bytes);
  const listed = writeManifest({ despatch: manifest.despatch, documents: [...entries] });
  await sink.write(`${SITE}/${MANIFEST}`, listed);
  return messages;
};

interface PageAt {
  /** Below the site. */
  readonly path: string;
  readonly page: SitePage;
}

/** Fills templates with what every page of the site may load. */
const filling = (site: Published) => {
  const assets = new Map([site.icon, ...site.images.values()].map(({ path, bytes }) => [path, bytes]));
  return <View>(
    template: FillSitePage<View>,
    path: string,
    content: () => PageContent<View>,
    known: Pick<PageExtras, 'madeOf'> = {},
  ): PageAt => ({ path, page: template(path, content, { assets, ...known }) });
};

/** Fills templates with an excerpt of the site, of which what they say is known before it is made. */
const fillingOf = (site: Published) => {
  const fill = filling(site);
  return <View>(
    template: FillSitePage<View>,
    path: string,
    passages: Iterable<Passage>,
    content: (excerpt: Published) => PageContent<View>,
  ): PageAt => {
    const { site: excerpt, madeOf } = excerptOf(site, passages);
    return fill(template, path, () => content(excerpt()), { madeOf });
  };
};

/** The pages of the site that are to be found, each made when it is asked for. */
function* pagesOf(templates: SiteTemplates, site: Published): Iterable<PageAt> {
  const { packs, library } = site;
  const [fill, fillOf] = [filling(site), fillingOf(site)];
  const list = (path: string, evidence: Iterable<Evidence>, listed: (excerpt: Published) => Listed): PageAt =>
    fillOf(templates.listing, path, passagesOf(evidence), (excerpt) => listingPage(excerpt, listed(excerpt)));
  yield fill(templates.home, HOME_PATH, () => homePage(site));
  for (const pack of packs) yield fill(templates.pack, pack.path, () => packPage(site, pack));
  for (const evidence of library.evidence.values()) {
    const path = evidencePath(evidence.passage.id);
    // What it shows of tables is no part of what an excerpt is known by.
    yield showsTables(site, evidence.passage)
      ? fill(templates.evidence, path, () => evidencePage(site, evidence))
      : fillOf(templates.evidence, path, shownWith(site, evidence), (excerpt) =>
          evidencePage(excerpt, evidence),
        );
  }
  for (const one of library.sources.values())
    yield list(sourcePath(one.source.id), one.evidence, (excerpt) => sourceList(excerpt, one));
  for (const topic of library.topics.values())
    yield list(topicPath(topic.path), topic.evidence, (excerpt) => topicList(excerpt, topic));
  const all = [...library.evidence.values()];
  if (library.topics.size) yield list(TOPICS_PATH, [], topicsIndex);
  if (all.length) yield list(EVIDENCE_PATH, all, evidenceIndex);
  if (all.length) yield list(SOURCES_PATH, all, sourcesIndex);
  if (all.length) yield fillOf(templates.search, SEARCH_PATH, passagesOf(all), searchPage);
  for (const { path, view } of mailingPages(site)) yield fill(templates.recipients, path, () => ({ view }));
}

const passagesOf = (evidence: Iterable<Evidence>): readonly Passage[] =>
  Array.from(evidence, ({ passage }) => passage);

/** Those that nobody looks for: at former addresses, and at wrong ones. */
function* unlistedPages(templates: SiteTemplates, site: Published): Iterable<PageAt> {
  const fillOf = fillingOf(site);
  const { organisation, library } = site;
  for (const [former, id] of library.moved)
    yield fillOf(templates.moved, evidencePath(former), [], (excerpt) => movedPage(excerpt, former, id));
  const { site: address } = organisation;
  if (address) yield fillOf(templates.missing, MISSING_PATH, [], (excerpt) => missingPage(excerpt, address));
}

/** The pages that list the recipients of what is made for each of many. */
const mailingPages = (site: Published) =>
  site.packs.flatMap((one) =>
    mailingsOf({ documents: one.entries }).map((mailing) => ({
      path: mailing.path,
      view: recipientsView(site.project, mailing, { title: one.title, up: 'home' }),
    })),
  );
