import { describe, expect, test } from 'vitest';
import { draftAll } from '../../src/produce/drafts.ts';
import { baseProject, type Contents } from '../project.ts';
import { memoryWorld } from '../world.ts';

const PACK = 'sources/packs/bill.yaml';
const AUDIENCES = 'sources/audiences.yaml';
const page = '<p>{{#each editions}}<a href="{{href}}">{{name}}</a> {{/each}}</p><main>';

const pagesOf = async (changed: Contents = {}): Promise<ReadonlyMap<string, string>> => {
  const template = 'templates/brief/page.hbs';
  const project = baseProject();
  const files = { ...project, [template]: (project[template] ?? '').replace('<main>', page), ...changed };
  const { value, messages } = await draftAll(memoryWorld(files), '2025-02-01');
  expect(messages).toEqual([]);
  return new Map([...(value?.drafts ?? [])].map(([name, { rendered }]) => [name, rendered.html]));
};

const metas = (html = ''): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...html.matchAll(/<meta (?:name|property)="([^"]+)" content="([^"]*)">/gu)].map(([, key, said]) => [
      key,
      said,
    ]),
  );

test('every page says what it is, and a public one where it lies', async () => {
  const pages = await pagesOf();
  expect(metas(pages.get('bill/press'))).toEqual({
    description: 'The Bill can keep families together, if councils are paid for the work.',
    'og:type': 'article',
    'og:title': 'The Bill at Second Reading',
    'og:description': 'The Bill can keep families together, if councils are paid for the work.',
    'og:site_name': 'Social Workers for Children',
    'og:locale': 'en_GB',
    'og:url': 'https://example.org/bill/press.html',
    'twitter:card': 'summary',
  });
  expect(metas(pages.get('bill/mp'))).not.toHaveProperty('og:url');
});

test('without a summary the headline describes it; a long one is cut behind a word; what a template says stays', async () => {
  const pack = baseProject()[PACK] ?? '';
  const without = await pagesOf({ [PACK]: pack.replace(/summary:.*\n/u, '') });
  expect(metas(without.get('bill/mp'))['description']).toBe('Keep families together');
  const long = await pagesOf({ [PACK]: pack.replace('The Bill can', `${'Word '.repeat(60)}can`) });
  const { description = '' } = metas(long.get('bill/mp'));
  expect(description).toMatch(/Word …$/u);
  expect(description.length).toBeLessThan(203);
  const template = (baseProject()['templates/brief/page.hbs'] ?? '').replace(
    '<title>',
    '<meta name="description" content="Own"><title>',
  );
  const own = await pagesOf({ 'templates/brief/page.hbs': template });
  expect(own.get('bill/mp')?.match(/name="description"/gu)).toHaveLength(1);
});

describe('editions of a pack', () => {
  const audiences =
    (baseProject()[AUDIENCES] ?? '') + 'public: { name: everyone, template: brief, public: true }\n';
  const links = (html = ''): readonly (string | undefined)[] =>
    [...html.matchAll(/<a href="([a-z-]+\.html)">/gu)].map(([, href]) => href);
  const edition = async (embargo: string) =>
    pagesOf({
      [AUDIENCES]: audiences,
      [PACK]: `${baseProject()[PACK] ?? ''}  public: { embargo: ${embargo} }\n`,
    });

  test('for the public name one another, and no other', async () => {
    const pages = await edition('2025-01-20T00:01');
    expect(links(pages.get('bill/press'))).toEqual(['public.html']);
    expect(links(pages.get('bill/public'))).toEqual(['press.html']);
    expect(links(pages.get('bill/mp'))).toEqual([]);
    for (const name of ['bill/press', 'bill/public']) {
      expect(pages.get(name)).not.toContain('mp.html');
      expect(pages.get(name)).not.toContain('Members of Parliament<');
    }
  });
  test('under a later embargo are not named', async () => {
    const pages = await edition('2025-01-21');
    expect(links(pages.get('bill/press'))).toEqual([]);
    expect(links(pages.get('bill/public'))).toEqual(['press.html']);
  });
});
