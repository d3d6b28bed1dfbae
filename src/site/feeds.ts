/** What tells of new publications and of all pages: by absolute addresses, so that they are there where the site's own is known. */

import { FORMATS } from '../model/formats.ts';
import type { PublishedPack } from './published-pack.ts';
import type { Published } from './published.ts';
import { summaryWords } from './summary.ts';

/** A text file of the site. */
export interface SiteText {
  /** Below the site. */
  readonly path: string;
  readonly text: string;
}

export const ATOM_PATH = 'feed.xml';
export const JSON_PATH = 'feed.json';

/** As XML has no sign of its own in it, nor one that it may not hold. */
const xml = (text: string): string =>
  text
    // XML 1.0, section 2.2.
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** The whole address of a page; a folder stands for its index. */
export const addressAt = (site: string, path: string): string =>
  `${site}/${path.replace(/(?<=^|\/)index\.html$/u, '')}`;

/** The start of a day: no time of day is known. */
const momentOf = (day: string): string => `${day}T00:00:00Z`;

/** A publication as feeds tell of it. */
const toldOf = (published: Published, site: string, one: PublishedPack) => ({
  title: one.title,
  address: addressAt(site, one.path),
  summary: summaryWords(published.project, one) ?? one.title,
  issued: momentOf(one.pack.date),
  changed: momentOf(one.changed),
  pdfs: one.entries.flatMap(({ files: { pdf }, bytes }) =>
    pdf === undefined ? [] : [{ address: `${site}/${pdf}`, bytes: bytes[pdf] ?? 0 }],
  ),
});

/** RFC 4287. */
const atom = (published: Published, site: string): string => {
  const { organisation, packs } = published;
  const entries = packs.map((one) => {
    const told = toldOf(published, site, one);
    const pdfs = told.pdfs.map(
      ({ address, bytes }) =>
        `  <link rel="enclosure" type="${FORMATS.pdf.mediaType}" length="${bytes}" href="${xml(address)}"/>\n`,
    );
    return `<entry>
  <id>${xml(told.address)}</id>
  <title>${xml(told.title)}</title>
  <published>${told.issued}</published>
  <updated>${told.changed}</updated>
  <link href="${xml(told.address)}"/>
${pdfs.join('')}  <summary>${xml(told.summary)}</summary>
</entry>
`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(organisation.language)}">
<id>${xml(`${site}/`)}</id>
<title>${xml(organisation.name)}</title>
<updated>${momentOf(
    packs
      .map(({ changed }) => changed)
      .toSorted()
      .at(-1) ?? published.today,
  )}</updated>
<author><name>${xml(organisation.name)}</name></author>
<link href="${xml(`${site}/`)}"/>
<link rel="self" type="application/atom+xml" href="${xml(`${site}/${ATOM_PATH}`)}"/>
${entries.join('')}</feed>
`;
};

/** JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/ */
const jsonFeed = (published: Published, site: string): string => {
  const { organisation, packs } = published;
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: organisation.name,
    home_page_url: `${site}/`,
    feed_url: `${site}/${JSON_PATH}`,
    language: organisation.language,
    authors: [{ name: organisation.name }],
    items: packs.map((one) => {
      const { title, address, summary, issued, changed, pdfs } = toldOf(published, site, one);
      return {
        id: address,
        url: address,
        title,
        content_text: summary,
        date_published: issued,
        date_modified: changed,
        attachments: pdfs.map((pdf) => ({
          url: pdf.address,
          mime_type: FORMATS.pdf.mediaType,
          size_in_bytes: pdf.bytes,
        })),
      };
    }),
  };
  return `${JSON.stringify(feed, null, 2)}\n`;
};

/** https://www.sitemaps.org/protocol.html */
const sitemap = (site: string, paths: readonly string[]): string => `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${paths.map((path) => `<url><loc>${xml(addressAt(site, path))}</loc></url>\n`).join('')}</urlset>
`;

/** The feeds, and what robots ask for; none where the site has no address. `paths` are those of the pages to be found. */
export const textsOf = (published: Published, paths: readonly string[]): readonly SiteText[] => {
  const { site } = published.organisation;
  if (site === null) return [];
  const documents = published.packs.flatMap(({ entries }) => entries.map(({ files }) => files.html));
  return [
    { path: ATOM_PATH, text: atom(published, site) },
    { path: JSON_PATH, text: jsonFeed(published, site) },
    { path: 'sitemap.xml', text: sitemap(site, [...paths, ...documents]) },
    // RFC 9309.
    { path: 'robots.txt', text: `User-agent: *\nAllow: /\nSitemap: ${site}/sitemap.xml\n` },
  ];
};
