import { describe, expect, test } from 'vitest';
import { build } from '../../src/commands/build.ts';
import type { Request } from '../../src/commands/request.ts';
import { explain } from '../../src/commands/explain.ts';
import { draftAll } from '../../src/produce/drafts.ts';
import type { Manifest } from '../../src/model/manifest.ts';
import { source, statistic } from '../loaded.ts';
import { baseProject, type Contents } from '../project.ts';
import { buildRequest, memoryWorld, textOf } from '../world.ts';
import { besidesStyle } from '../made-up.ts';

const today = '2025-01-16';
const request = (over: Partial<Request> = {}): Request =>
  buildRequest({ formats: ['html', 'text'], version: '1.2.3', today, ...over });

/** The base project, whose edition for members is of these variants. */
const project = (variants = '[standard, large-print]'): Contents => {
  const contents = baseProject();
  contents['templates/brief/template.yaml'] += 'formats: [html, pdf, text]\n';
  contents['templates/styles/large-print.css'] = '@import "fonts.css"; @page { size: A4 } b { color: black }';
  contents['sources/packs/bill.yaml'] = (contents['sources/packs/bill.yaml'] ?? '').replace(
    '  mp:\n',
    `  mp:\n    variants: ${variants}\n`,
  );
  return contents;
};

const built = async (contents: Contents, over: Partial<Request> = {}) => {
  const world = memoryWorld(contents);
  const { value, messages } = await build(world, request(over));
  expect(besidesStyle(messages)).toEqual([]);
  const manifest = JSON.parse(textOf(world.written, 'manifest.json')) as Manifest;
  return { world, value, manifest, page: (path: string) => textOf(world.written, path) };
};

/** The addresses of a page's links to other files of the output. */
const links = (html: string): readonly (readonly [string, string])[] =>
  [...html.matchAll(/<a href="(?!https:)([^"#]+)"[^>]*>([^<]*)</gu)].map(([, href = '', name = '']) => [
    href,
    name,
  ]);

describe('an edition in large print too', () => {
  test('is two documents, the second with a file name, an entry and a style sheet of its own', async () => {
    const { world, manifest, page } = await built(project());
    expect(manifest.documents.map(({ edition, variant, files }) => [edition, variant, files])).toEqual([
      ['mp', 'standard', { html: 'bill/mp.html', text: 'bill/mp.txt' }],
      ['mp', 'large-print', { html: 'bill/mp-large-print.html' }],
      ['press', 'standard', { html: 'bill/press.html', text: 'bill/press.txt' }],
    ]);
    expect(world.written?.has('bill/mp-large-print.txt')).toBe(false);
    const [sheet = ''] = /assets\/large-print-[0-9a-f]+\.css/u.exec(page('bill/mp-large-print.html')) ?? [];
    expect(page(sheet)).toContain('b{color:black}');
    expect(page(sheet)).not.toContain('body{');
    expect(page('bill/mp-large-print.html')).not.toContain('assets/brief-');
    expect(page('bill/mp.html')).not.toContain('assets/large-print-');
  });

  test('says the same in both, in another contract', async () => {
    const { page } = await built(project());
    const main = (path: string) => /<main>.*<\/main>/su.exec(page(path))?.[0];
    expect(main('bill/mp-large-print.html')).toBe(main('bill/mp.html'));
    expect(page('bill/mp-large-print.html')).toMatch(
      /size:A4 portrait.*--type-size:18pt;.*--type-min:16pt;--type-notes:16pt/su,
    );
    expect(page('bill/mp-large-print.html')).toContain('Second Reading, large print</title>');
  });

  test('leads from each to the other, and to every format that is made', async () => {
    const { page } = await built(project());
    expect(links(page('bill/mp.html'))).toEqual([
      ['mp.txt', 'Plain text'],
      ['mp-large-print.html', 'Web page in large print'],
    ]);
    expect(links(page('bill/mp-large-print.html'))).toEqual([
      ['mp.html', 'Web page in standard print'],
      ['mp.txt', 'Plain text'],
    ]);
    expect(links(page('bill/press.html'))).toEqual([['press.txt', 'Plain text']]);
  });

  test('stands on the desk twice', async () => {
    const { page } = await built(project());
    expect(links(page('index.html')).map(([href]) => href)).toEqual([
      'bill/mp.html',
      'bill/mp.txt',
      'bill/mp-large-print.html',
      'bill/press.html',
      'bill/press.txt',
    ]);
  });

  test('may be in large print alone', async () => {
    const { manifest, page } = await built(project('[large-print]'));
    expect(manifest.documents.map(({ files }) => files.html)).toEqual([
      'bill/mp-large-print.html',
      'bill/press.html',
    ]);
    expect(links(page('bill/mp-large-print.html'))).toEqual([]);
  });

  test('is carried over and known to be out of date under its own name', async () => {
    const contents = project();
    const [form, file] = ['templates/brief/template.yaml', 'templates/styles/large-print.css'] as const;
    contents[form] = String(contents[form]).replace('pdf, ', '');
    const before = (await built(contents)).world.written ?? new Map<string, Uint8Array>();
    contents[file] = 'b { color: navy }';
    const world = memoryWorld(contents, { before });
    const { value } = await build(world, request({ audiences: ['press'] }));
    expect(value?.carried.map(({ edition, variant }) => `${edition} ${variant}`)).toEqual([
      'mp standard',
      'mp large-print',
    ]);
    expect(value?.outdated).toEqual(['bill/mp-large-print']);
    expect(world.written?.get('bill/mp-large-print.html')).toEqual(before.get('bill/mp-large-print.html'));
  });

  test('is explained under either name', async () => {
    const world = memoryWorld(project());
    const [one, other] = [await explain(world, 'bill', 'mp'), await explain(world, 'bill', 'mp-large-print')];
    expect(other.value?.reasons).toEqual(one.value?.reasons);
    await expect(explain(world, 'bill', 'press-large-print')).rejects.toThrow('no edition');
  });
});

describe('the style sheet of large print', () => {
  test('is the template’s own where it has one', async () => {
    const contents = project();
    contents['templates/brief/large-print.css'] = '@import "../styles/fonts.css"; i { color: teal }';
    const { page } = await built(contents);
    const [sheet = ''] =
      /assets\/brief-large-print-[0-9a-f]+\.css/u.exec(page('bill/mp-large-print.html')) ?? [];
    expect(page(sheet)).toContain('i{color:teal}');
  });

  test('is asked for where there is none, and only where an edition is in large print', async () => {
    const { 'templates/styles/large-print.css': _, ...without } = project();
    const { value, messages } = await build(memoryWorld(without), request());
    expect(value).toBeNull();
    expect(besidesStyle(messages)).toMatchObject([
      { rule: 'style-sheet', text: 'There is no style sheet `templates/styles/large-print.css`' },
    ]);
    const { 'templates/styles/large-print.css': __, ...standard } = project('[standard]');
    expect(besidesStyle((await build(memoryWorld(standard), request())).messages)).toEqual([]);
  });
});

test('what is wrong with a text is said once, not once a variant', async () => {
  const contents = project();
  contents['templates/brief/template.yaml'] = String(contents['templates/brief/template.yaml']).replace(
    'words: 12',
    'words: 2',
  );
  const { messages } = await build(memoryWorld(contents), request({ audiences: ['mp'] }));
  const places = besidesStyle(messages).map(({ rule, place }) => [rule, place?.line]);
  expect(new Set(places.map(String)).size).toBe(places.length);
  expect(places.length).toBeGreaterThan(0);
});

test('the address of the large print is known to the standard page where there is a site', async () => {
  const contents = project();
  contents['templates/brief/page.hbs'] = String(contents['templates/brief/page.hbs']).replace(
    '</footer>',
    '{{#with largePrint}}<p>Large print: <a href="{{href}}">{{html}}</a></p>{{/with}}</footer>',
  );
  const { page } = await built(contents);
  expect(page('bill/mp.html')).toContain('<a href="https://example.org/bill/mp-large-print.html">');
  for (const other of ['bill/mp-large-print.html', 'bill/press.html'])
    expect(page(other)).not.toContain('Large print:');
  contents['sources/organisation.yaml'] = String(contents['sources/organisation.yaml']).replace(
    /^site.*\n/mu,
    '',
  );
  expect((await built(contents)).page('bill/mp.html')).not.toContain('Large print:');
});

test('large print holds what the standard document was fitted to: without what went, with what came', async () => {
  const contents = project();
  contents['sources/library/more.md'] = source(
    '2024-05-01',
    ['f-one', 'f-two', 'f-three'].map((id) => statistic(id)).join(''),
  );
  contents['templates/brief/template.yaml'] = String(contents['templates/brief/template.yaml']).replace(
    'min: 1, max: 4',
    'min: 1, ideal: 2, max: 4',
  );
  contents['sources/packs/bill.yaml'] = String(contents['sources/packs/bill.yaml']).replace(', max: 2', '');
  const { value: drafted } = await draftAll(memoryWorld(contents), today);
  const draft = drafted?.drafts.get('bill/mp');
  if (!draft) throw new Error('the project has errors');
  const chosen = draft.document.passages;
  expect(chosen).toEqual(['local-capacity', 'investigations-growth', 'okoro-on-help']);

  const { world } = await built(contents);
  const manifest = JSON.parse(textOf(world.written, 'manifest.json')) as Manifest;
  const fit = {
    scale: 1,
    size: 12,
    spacing: 1,
    dropped: ['okoro-on-help'],
    added: ['f-one'],
    inputs: draft.fingerprint,
  };
  const documents = manifest.documents.map((entry) =>
    entry.edition === 'mp' && entry.variant === 'standard' ? { ...entry, fit } : entry,
  );
  const before = new Map([
    ...(world.written ?? []),
    ['manifest.json', new TextEncoder().encode(JSON.stringify({ ...manifest, documents }))] as const,
  ]);
  const { value } = await build(memoryWorld(contents, { before }), request({ audiences: ['mp'] }));
  expect(value?.made.map(({ passages }) => passages)).toEqual([
    ['local-capacity', 'investigations-growth', 'f-one'],
    ['local-capacity', 'investigations-growth', 'f-one'],
  ]);
  expect(value?.made.map((entry) => entry.fit?.dropped)).toEqual([['okoro-on-help'], undefined]);
});
