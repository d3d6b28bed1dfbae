import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { build } from '../../src/commands/build.ts';
import type { Request } from '../../src/commands/request.ts';
import { showPlace } from '../../src/diagnostics/place.ts';
import type { Manifest } from '../../src/model/manifest.ts';
import { openThisPrinter } from '../print/press.ts';
import { baseProject, NO_IMPRINT } from '../project.ts';
import { buildRequest, memoryWorld, textOf, type MemoryWorld } from '../world.ts';

const TEMPLATE = 'templates/brief/template.yaml';
const PACK = 'sources/packs/bill.yaml';

/** The base project on A5, with copies in its template and none for the press. */
const project = (copies = '[printer, office, booklet]'): Record<string, string> => {
  const base = baseProject();
  base[TEMPLATE] = (base[TEMPLATE] ?? '')
    .replace('size: A4, margin: 18mm', 'size: A5, margin: 12mm')
    .replace('headline:', `copies: ${copies}\nheadline:`);
  base[PACK] = (base[PACK] ?? '').replace('embargo: 2025-01-20T00:01', 'copies: []') + NO_IMPRINT;
  return base;
};

const worldOf = (contents: Record<string, string>): MemoryWorld =>
  memoryWorld(contents, {
    openPrinter: openThisPrinter,
  });

const request = (over: Partial<Request> = {}): Request => buildRequest({ version: '1.2.3', ...over });

const manifestOf = (world: MemoryWorld): Manifest =>
  JSON.parse(textOf(world.written, 'manifest.json')) as Manifest;

const PATHS = {
  printer: 'bill/mp-printer.pdf',
  office: 'bill/mp-office.pdf',
  booklet: 'bill/mp-booklet.pdf',
};

describe('copies for print', () => {
  test('lie beside the PDF, in the manifest with their hashes, and on the desk; the same bytes each time', async () => {
    const world = worldOf(project());
    expect((await build(world, request())).messages).toEqual([]);
    const first = world.written;
    const [mp, press] = manifestOf(world).documents;
    expect(mp?.files).toEqual({ html: 'bill/mp.html', pdf: 'bill/mp.pdf', copies: PATHS });
    expect(press?.files).not.toHaveProperty('copies');
    for (const path of Object.values(PATHS)) {
      const bytes = first?.get(path) ?? new Uint8Array();
      expect(mp?.sha256[path]).toBe(createHash('sha256').update(bytes).digest('hex'));
      expect(textOf(first, 'index.html')).toContain(`href="${path}"`);
    }
    for (const name of ['For the print shop', 'For the office copier', 'As a booklet'])
      expect(textOf(first, 'index.html')).toContain(name);
    const again = worldOf(project());
    await build(again, request());
    for (const [path, bytes] of first ?? [])
      expect([path, Buffer.compare(bytes, again.written?.get(path) ?? new Uint8Array())]).toEqual([path, 0]);
  });

  test('are carried over by a narrowed build, which knows when they are out of date', async () => {
    const contents = project();
    const world = worldOf(contents);
    await build(world, request());
    const copy = world.written?.get(PATHS.printer);
    const narrow = request({ audiences: ['press'], formats: ['html'] });
    expect((await build(world, narrow)).value).toMatchObject({ outdated: [], lost: [] });
    expect(world.written?.get(PATHS.printer)).toEqual(copy);
    contents['sources/organisation.yaml'] += 'printers: { acme: { bleed: 5mm } }\n';
    expect((await build(world, narrow)).value?.outdated).toEqual([]);
    contents[TEMPLATE] = (contents[TEMPLATE] ?? '').replace(
      '[printer, office, booklet]',
      '{ printer: { profile: acme }, office: , booklet: }',
    );
    expect((await build(world, narrow)).value?.outdated).toEqual(['bill/mp']);
  });

  test('are not made where no PDF is', async () => {
    const world = worldOf(project());
    await build(world, request({ formats: ['html'] }));
    expect(manifestOf(world).documents[0]?.files).toEqual({ html: 'bill/mp.html' });
  });

  test('are an error where the larger paper changes the layout, which `--bleed` keeps', async () => {
    const contents = project('{ printer: { bleed: 5mm } }');
    contents[TEMPLATE] = (contents[TEMPLATE] ?? '').replace('margin: 12mm', 'margin: 0mm');
    contents['templates/brief/style.css'] +=
      'body { margin: 0; padding: 10mm } @page { @bottom-left { content: none !important } @bottom-right { content: none !important } }\n';
    const { messages } = await build(worldOf(contents), request());
    expect(messages.map(({ rule, place, text }) => [rule, place && showPlace(place), text])).toEqual([
      [
        'copy-layout',
        `${TEMPLATE}:4:11`,
        "The printer's copy of bill/mp is laid out otherwise than its PDF, from page 1 on",
      ],
    ]);
    contents['templates/brief/style.css'] += 'body { padding: calc(10mm + var(--bleed, 0mm)) }\n';
    expect((await build(worldOf(contents), request())).messages).toEqual([]);
  });
});
