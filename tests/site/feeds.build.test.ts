import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { visit } from '../../src/model/visit.ts';
import { siteOf, siteProject } from './site-world.ts';

const PACK = 'sources/packs/bill.yaml';
const ORGANISATION = 'sources/organisation.yaml';
const project = siteProject();

/** The elements of an XML file: names, with their attributes and texts. */
const elementsIn = (text: string) => {
  const found: { name: string; attributes: Record<string, unknown>; text: string }[] = [];
  visit(
    unified()
      .use(rehypeParse, { fragment: true, space: 'svg' })
      .parse(`<svg>${text.replace(/<\?.*?\?>/u, '')}</svg>`),
    'element',
    (element) => {
      const [child] = element.children;
      const words = child?.type === 'text' ? child.value : '';
      found.push({ name: element.tagName, attributes: element.properties, text: words });
    },
  );
  return found;
};

const withAwkwardTitle = siteProject({
  [PACK]: `${(project[PACK] ?? '').replace('title: The Bill', 'title: Bread & "Roses": the Bill').replace(/^title: (.*)$/mu, "title: '$1'")}revisions:\n  - { date: 2025-01-25, note: A note }\n`,
});

describe('feeds', () => {
  test('tell of each publication by its address, with when it was issued and changed', async () => {
    const site = await siteOf(withAwkwardTitle);
    const feed = JSON.parse(site['feed.json'] ?? '') as { items: unknown[] };
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      home_page_url: 'https://example.org/',
      feed_url: 'https://example.org/feed.json',
      language: 'en-GB',
    });
    expect(feed.items).toEqual([
      {
        id: 'https://example.org/bill/',
        url: 'https://example.org/bill/',
        title: 'Bread & “Roses”: the Bill at Second Reading',
        content_text: expect.stringMatching(/^The Bill can keep families together, if councils/u),
        date_published: '2025-01-16T00:00:00Z',
        date_modified: '2025-01-25T00:00:00Z',
        attachments: [],
      },
    ]);
    const elements = elementsIn(site['feed.xml'] ?? '');
    const textOf = (name: string) => elements.filter((one) => one.name === name).map(({ text }) => text);
    expect(textOf('title')).toEqual([
      'Social Workers for Children',
      'Bread & “Roses”: the Bill at Second Reading',
    ]);
    expect(textOf('id')).toEqual(['https://example.org/', 'https://example.org/bill/']);
    expect(textOf('published')).toEqual(['2025-01-16T00:00:00Z']);
    expect(textOf('updated')).toEqual(['2025-01-25T00:00:00Z', '2025-01-25T00:00:00Z']);
  });

  test('are named by the pages of the site, by what lies there', async () => {
    const site = await siteOf(project);
    for (const [path, up] of [
      ['index.html', ''],
      ['bill/index.html', '../'],
      ['topics/children/child-protection.html', '../../'],
    ] as const) {
      expect(site[path]).toContain(`<link rel="alternate" href="${up}feed.xml"`);
      expect(site[path]).toContain(`href="${up}feed.json"`);
    }
  });
});

describe('what robots ask for', () => {
  test('names every page that is to be found, and no other', async () => {
    const library = 'sources/library/okoro-2025.md';
    const former = (project[library] ?? '').replace('#okoro-on-help', '#okoro-on-help formerly=an-old-one');
    const site = await siteOf({ ...project, [library]: former });
    const told = elementsIn(site['sitemap.xml'] ?? '').flatMap(({ name, text }) =>
      name === 'loc' ? [text] : [],
    );
    const pages = Object.keys(site).filter((path) => path.endsWith('.html'));
    const toBeFound = pages.filter((path) => !['404.html', 'evidence/an-old-one.html'].includes(path));
    expect(toBeFound).toHaveLength(pages.length - 2);
    expect(told.toSorted()).toEqual(
      toBeFound.map((path) => `https://example.org/${path.replace(/(?<=^|\/)index\.html$/u, '')}`).toSorted(),
    );
    expect(site['robots.txt']).toContain('Sitemap: https://example.org/sitemap.xml\n');
  });
});

test('a page says where it lies on the web', async () => {
  const site = await siteOf(project);
  expect(site['bill/index.html']).toContain('<link rel="canonical" href="https://example.org/bill/">');
  expect(site['bill/press.html']).toContain(
    '<link rel="canonical" href="https://example.org/bill/press.html">',
  );
});

test('the page of a wrong address leads on from anywhere, and loads nothing', async () => {
  const page = (await siteOf(project))['404.html'] ?? '';
  expect([...page.matchAll(/(?:href|src)="([^"]*)"/gu)].map(([, href]) => href)).toEqual([
    '#missing--main',
    'https://example.org/',
    'https://example.org/',
    'https://example.org/topics/',
    'https://example.org/evidence/',
    'https://example.org/sources/',
    'https://example.org/search/',
  ]);
});

test('without an address of the site there is nothing that would need one', async () => {
  const organisation = (project[ORGANISATION] ?? '').replace('site: https://example.org/\n', '');
  const site = await siteOf({ ...project, [ORGANISATION]: organisation });
  const absent = new Set(['feed.xml', 'feed.json', 'sitemap.xml', 'robots.txt', '404.html']);
  expect(Object.keys(site).filter((path) => absent.has(path))).toEqual([]);
  const pages = Object.entries(site)
    .filter(([path]) => path.endsWith('.html'))
    .map(([, page]) => page);
  expect(pages.join('')).not.toMatch(/canonical|rel="alternate"|og:url|Permanent address/u);
});
