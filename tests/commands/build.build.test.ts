import { describe, expect, test } from 'vitest';
import { build } from '../../src/commands/build.ts';
import type { Request } from '../../src/commands/request.ts';
import { check } from '../../src/commands/check.ts';
import { builtText } from '../../src/cli/results.ts';
import { explain } from '../../src/commands/explain.ts';
import { sha256 } from '../../src/model/hash.ts';
import { showPlace } from '../../src/diagnostics/place.ts';
import type { Format } from '../../src/model/formats.ts';
import { UsageError } from '../../src/diagnostics/usage.ts';
import { MANIFEST, parseManifest, type Manifest } from '../../src/model/manifest.ts';
import { baseProject, type Contents } from '../project.ts';
import { buildRequest, memoryWorld, textOf } from '../world.ts';

const today = '2025-01-16';
const request = (over: Partial<Request> = {}): Request =>
  buildRequest({ formats: ['html', 'text'], version: '1.2.3', today, ...over });

const withText = (): Contents => {
  const contents = baseProject();
  contents['templates/brief/template.yaml'] += 'formats: [html, text]\n';
  return contents;
};

/** The base project with a title in the slots' sections: a nullable field is asked for. */
const project = (): Contents => withText();

describe('a build', () => {
  test('writes pages, texts, assets, desk and manifest, and nothing that names a time or a machine', async () => {
    const world = memoryWorld(project());
    const { value, messages } = await build(world, request());
    expect(messages).toEqual([]);
    expect(value?.made.map(({ edition }) => edition)).toEqual(['mp', 'press']);
    const paths = [...(world.written?.keys() ?? [])].map((path) =>
      path.replace(/-[0-9a-f]{10}\./u, '-HASH.'),
    );
    // What has been published, and what of the library everybody may read, is the site's to say.
    expect(
      paths.filter((path) => !/^site\/(?:evidence|search|sources|topics)\//u.test(path)).toSorted(),
    ).toEqual([
      'assets/brief-HASH.css',
      'assets/desk-HASH.css',
      'assets/passages-HASH.css',
      'assets/source-sans-3-latin-400-normal-HASH.woff2',
      'assets/source-sans-3-latin-700-normal-HASH.woff2',
      'bill/mp.html',
      'bill/mp.txt',
      'bill/press.html',
      'bill/press.txt',
      'index.html',
      'manifest.json',
      'passages.html',
      // The press may read it from 20 January on.
      'site/404.html',
      'site/assets/icon-HASH.svg',
      'site/assets/site-HASH.css',
      'site/feed.json',
      'site/feed.xml',
      'site/index.html',
      'site/manifest.json',
      'site/robots.txt',
      'site/sitemap.xml',
    ]);
    const manifest = textOf(world.written, 'manifest.json');
    expect(JSON.parse(manifest)).toMatchObject({
      despatch: '1.2.3',
      documents: [
        { pack: 'bill', edition: 'mp', title: 'Keep families together', date: '2025-01-16', pages: null },
        { pack: 'bill', edition: 'press', embargo: '2025-01-20T00:01', date: '2025-01-20' },
      ],
    });
    expect(manifest).not.toMatch(/\/work|\/tmp|\d{2}:\d{2}:\d{2}/u);
  });

  test('gives each audience its wording, in every format', async () => {
    const world = memoryWorld(project());
    await build(world, request());
    expect(textOf(world.written, 'bill/mp.txt')).toContain(
      'Fund councils to run children’s homes of their own again.',
    );
    expect(textOf(world.written, 'bill/press.txt')).toContain('Ministers should pay for councils');
    expect(textOf(world.written, 'bill/press.html')).not.toContain('Fund councils');
  });

  test('gives the same bytes again, desk and site apart whatever the day', async () => {
    const built = async (day: string) => {
      const world = memoryWorld(project());
      await build(world, request({ today: day }));
      return [...(world.written ?? [])];
    };
    const [one, again, later] = [await built(today), await built(today), await built('2031-05-05')];
    expect(again).toEqual(one);
    const isOutside = ([path]: readonly [string, unknown]) =>
      !/^(?:site\/|index\.html$|manifest\.json$)/u.test(path);
    expect(later.filter(isOutside)).toEqual(one.filter(isOutside));
    const documents = (files: typeof one) => parseManifest(textOf(new Map(files), MANIFEST))?.documents;
    expect(documents(later)).toEqual(documents(one));
    expect(later.length).toBeGreaterThan(one.length);
  });

  test('writes nothing where there is an error', async () => {
    const contents = project();
    contents['sources/library/more.md'] = '---\ntitle: x\n---\n';
    const world = memoryWorld(contents);
    expect((await build(world, request())).value).toBeNull();
    expect(world.written).toBeNull();
  });
});

describe('a narrowed build', () => {
  const whole = async (contents: Contents = project()) => {
    const world = memoryWorld(contents);
    await build(world, request());
    return world.written ?? new Map<string, Uint8Array>();
  };

  test('carries the other documents over unchanged', async () => {
    const before = await whole();
    const world = memoryWorld(project(), { before });
    const { value } = await build(world, request({ audiences: ['press'] }));
    expect(value?.made.map(({ edition }) => edition)).toEqual(['press']);
    expect(value?.carried.map(({ edition }) => edition)).toEqual(['mp']);
    expect(value?.outdated).toEqual([]);
    expect(world.written).toEqual(before);
  });

  test('says which of them are out of date, and leaves them as they were', async () => {
    const before = await whole();
    const contents = project();
    contents['sources/packs/bill.yaml'] = String(contents['sources/packs/bill.yaml']).replace(
      'Keep families',
      'Hold families',
    );
    const world = memoryWorld(contents, { before });
    const { value } = await build(world, request({ audiences: ['press'] }));
    expect(value?.outdated).toEqual(['bill/mp']);
    expect(world.written?.get('bill/mp.html')).toEqual(before.get('bill/mp.html'));
  });

  test('says so too where only what cannot be seen in the page has changed', async () => {
    const before = await whole();
    const contents = project();
    contents['templates/brief/template.yaml'] = String(contents['templates/brief/template.yaml']).replace(
      'max: 1 }',
      'max: 2 }',
    );
    const world = memoryWorld(contents, { before });
    expect((await build(world, request({ audiences: ['press'] }))).value?.outdated).toEqual(['bill/mp']);
  });

  test('by format makes only that, and the page names no other', async () => {
    const world = memoryWorld(project());
    const { value } = await build(world, request({ formats: ['html'] }));
    expect(value?.made[0]?.files).toEqual({ html: 'bill/mp.html' });
    expect(textOf(world.written, 'bill/mp.html')).not.toContain('.txt');
  });

  test('does not carry over what the project no longer has', async () => {
    const before = await whole();
    const contents = project();
    contents['sources/packs/bill.yaml'] = String(contents['sources/packs/bill.yaml']).replace(
      / {2}press.*\n/u,
      '',
    );
    const world = memoryWorld(contents, { before });
    const { value } = await build(world, request({ packs: ['bill'] }));
    expect(value?.carried).toEqual([]);
    expect(world.written?.has('bill/press.html')).toBe(false);
  });

  /** A whole build, its PDFs stood in for: a printer is needed to make one, not to keep one. */
  const withPdfs = async () => {
    const printed = new Map(await whole());
    const manifest = JSON.parse(textOf(printed, 'manifest.json')) as Manifest;
    const documents = manifest.documents.map((entry) => {
      const pdf = `${entry.pack}/${entry.edition}.pdf`;
      printed.set(pdf, new TextEncoder().encode(pdf));
      return {
        ...entry,
        files: { ...entry.files, pdf },
        inputs: { ...entry.inputs, pdf: entry.inputs.text },
        sha256: { ...entry.sha256, [pdf]: sha256(pdf) },
      };
    });
    return printed.set('manifest.json', new TextEncoder().encode(JSON.stringify({ ...manifest, documents })));
  };

  test.each<[Format[], string[]]>([
    [['html'], ['bill/mp.pdf', 'bill/mp.txt', 'bill/press.pdf', 'bill/press.txt']],
    [['text'], ['bill/mp.pdf', 'bill/press.pdf']],
    [
      ['text', 'html'],
      ['bill/mp.pdf', 'bill/press.pdf'],
    ],
  ])('by format (%s) keeps the files of the others, and pages that name them', async (formats, kept) => {
    const before = await withPdfs();
    const world = memoryWorld(project(), { before });
    const { value } = await build(world, request({ formats }));
    expect([...(world.written?.keys() ?? [])].toSorted()).toEqual([...before.keys()].toSorted());
    for (const path of kept) expect([path, world.written?.get(path)]).toEqual([path, before.get(path)]);
    expect(value?.kept.flatMap(({ formats: some }) => some)).toHaveLength(kept.length);
    expect(textOf(world.written, 'bill/mp.html')).toContain('href="mp.txt"');
    expect(textOf(world.written, 'index.html')).toContain('bill/mp.pdf');
  });

  test('by format says which of what it kept is out of date', async () => {
    const contents = withText();
    const { written } = await edited(contents);
    const { value } = await build(
      memoryWorld(contents, { before: written ?? new Map() }),
      request({ formats: ['html'] }),
    );
    expect(value?.outdated).toEqual(['bill/mp', 'bill/press']);
    expect(value ? builtText(value, 'output') : '').toContain(
      'Kept as it was: text of bill/mp, bill/press, 2 of them out of date: bill/mp, bill/press (build without formats to renew them)\n',
    );
  });

  /** A world in which the texts were built, and a passage has been changed since. */
  const edited = async (contents: Contents) => {
    const world = memoryWorld({ ...contents });
    await build(world, request({ formats: ['text'] }));
    const file = 'sources/library/okoro-2025.md';
    contents[file] = String(contents[file]).replace('meet us too late', 'meet us late');
    return world;
  };

  test('renews one format after the other, and then nothing is out of date', async () => {
    const contents = project();
    contents['templates/brief/template.yaml'] = String(contents['templates/brief/template.yaml']).replace(
      'pages: { max: 1 }\n',
      '',
    );
    const { written } = await edited(contents);
    const world = memoryWorld(contents, { before: written ?? new Map() });
    const first = await build(world, request({ formats: ['html'] }));
    expect(first.value?.outdated).toHaveLength(2);
    await build(world, request({ formats: ['text'] }));
    const { value } = await build(world, request({ audiences: ['press'] }));
    expect(value?.outdated).toEqual([]);
  });

  test('by format says what a template does not make, and refuses what none of them makes', async () => {
    const contents = { ...project(), ...plainToo() };
    const { value } = await build(memoryWorld(contents), request({ formats: ['text'] }));
    expect(value?.lacking).toEqual([{ name: 'bill/press', formats: ['text'] }]);
    expect(value ? builtText(value, 'output') : '').toContain(
      'No text of bill/press: not among the `formats` of the template\n',
    );
    const world = memoryWorld(contents, { before: await whole(contents) });
    await expect(build(world, request({ formats: ['text'], audiences: ['press'] }))).rejects.toMatchObject({
      message: 'None of these documents has the format `text`',
      remedy: expect.stringContaining('Their templates make html'),
    });
    expect(world.written).toBeNull();
  });

  /** A template without text for the press. */
  const plainToo = (): Contents => {
    const contents = project();
    const template = String(contents['templates/brief/template.yaml']).replace('[html, text]', 'html');
    return {
      'templates/plain/template.yaml': template,
      'templates/plain/page.hbs': String(contents['templates/brief/page.hbs']),
      'templates/plain/style.css': String(contents['templates/brief/style.css']),
      'sources/packs/bill.yaml': String(contents['sources/packs/bill.yaml']).replace(
        'press: {',
        'press: { template: plain,',
      ),
    };
  };

  test('writes nothing where something that it would keep was changed by hand', async () => {
    const before = new Map(await whole()).set('bill/mp.txt', new TextEncoder().encode('edited'));
    for (const narrowed of [{ audiences: ['press'] }, { formats: ['html'] as const }]) {
      const world = memoryWorld(project(), { before });
      await expect(build(world, request(narrowed))).rejects.toMatchObject({
        message: expect.stringMatching(/^`bill\/mp\.txt` is not asked for, and can't be kept/u),
      });
      expect(world.written).toBeNull();
    }
    const world = memoryWorld(project(), { before });
    await build(world, request({ formats: ['html', 'text'] }));
    expect(textOf(world.written, 'bill/mp.txt')).not.toBe('edited');
  });

  test('writes nothing over what another version of despatch made, unless all of it is made anew', async () => {
    const before = new Map(await whole()).set(
      'manifest.json',
      new TextEncoder().encode('{"despatch": "0.0.1", "documents": [{}]}'),
    );
    const world = memoryWorld(project(), { before });
    await expect(build(world, request({ audiences: ['press'] }))).rejects.toMatchObject({
      message: expect.stringContaining('another version'),
    });
    expect(world.written).toBeNull();
    await build(world, request({ formats: ['html', 'pdf', 'text'] }));
    expect(textOf(world.written, 'manifest.json')).toContain('"1.2.3"');
  });

  test('for what there is not is wrong use, and nothing is written', async () => {
    const world = memoryWorld(project());
    await expect(build(world, request({ packs: ['bil'] }))).rejects.toThrow(UsageError);
    await expect(build(world, request({ audiences: ['mps'] }))).rejects.toMatchObject({
      remedy: 'Did you mean `mp`?',
    });
    expect(world.written).toBeNull();
  });
});

test('check counts what it read, writes nothing and tells what is due for review', async () => {
  const contents = project();
  const file = 'sources/library/okoro-2025.md';
  contents[file] = String(contents[file]).replace('priority=1}', 'priority=1 review=2025-02-01}');
  const world = memoryWorld(contents);
  const early = await check(world, { documents: false, today });
  expect(early).toEqual({ value: { sources: 1, passages: 3, documents: 2, printed: false }, messages: [] });
  const late = await check(world, { documents: false, today: '2025-02-01' });
  expect(late.messages.map(({ rule }) => rule)).toEqual(['review-due']);
  expect(world.written).toBeNull();
});

test('explain gives the reason for every passage of the library', async () => {
  const { value } = await explain(memoryWorld(project()), 'bill', 'mp');
  expect(value?.reasons).toEqual([
    { passage: 'investigations-growth', slot: 'facts', because: 'chosen', why: 'named by the pack' },
    {
      passage: 'local-capacity',
      slot: 'asks',
      because: 'chosen',
      why: 'number 1 of 1 that fit: priority 3, source of 2025-01-10',
    },
    {
      passage: 'okoro-on-help',
      slot: 'facts',
      because: 'chosen',
      why: 'number 1 of 1 that fit: priority 3, source of 2025-01-10',
    },
  ]);
  await expect(explain(memoryWorld(project()), 'bill', 'mps')).rejects.toThrow(
    'There is no edition `mps` in the pack `bill`',
  );
});

describe('faults that show after loading', () => {
  const rules = async (change: (contents: Record<string, string>) => void) => {
    const contents = withText() as Record<string, string>;
    change(contents);
    const world = memoryWorld(contents);
    const { value, messages } = await build(world, request());
    expect(value).toBeNull();
    expect(world.written).toBeNull();
    return messages.map(({ rule, place }) => `${rule} ${place ? showPlace(place) : ''}`);
  };
  const edit = (file: string, from: string | RegExp, to: string) => (contents: Record<string, string>) => {
    const before = contents[file] ?? '';
    contents[file] = before.replace(from, to);
    expect(contents[file]).not.toBe(before);
  };

  test.each([
    [
      'a template that does not compile',
      edit('templates/brief/page.hbs', '{{/each}}', '{{/if}}'),
      ['template-syntax templates/brief/page.hbs:5:18'],
    ],
    [
      'a partial that does not compile',
      edit('templates/partials/slot.hbs', '{{title}}', '{{title}'),
      ['template-syntax templates/partials/slot.hbs:1:1'],
    ],
    [
      'a template that reads what the view lacks',
      edit('templates/brief/page.hbs', '{{date.text}}', '{{date.long}}'),
      ['template-view templates/brief/page.hbs:6:37'],
    ],
    [
      'a partial that reads what the view lacks',
      edit('templates/partials/notes.hbs', '{{html}}', '{{citation}}'),
      ['template-view templates/partials/notes.hbs:1:83'],
    ],
    [
      'a style sheet that is not there',
      (contents: Record<string, string>) => void delete contents['templates/brief/style.css'],
      ['style-sheet templates/brief/style.css:1:1'],
    ],
    [
      'a font that is not there',
      edit('templates/styles/fonts.css', 'latin-400', 'latin-450'),
      ['style-sheet templates/styles/fonts.css:1:67'],
    ],
    [
      'a style sheet from the web',
      edit('templates/brief/style.css', '../styles/fonts.css', 'https://e.org/x.css'),
      ['style-sheet templates/brief/style.css:1:1'],
    ],
    [
      'a filter that makes pictures of texts',
      edit('templates/brief/style.css', 'body {', 'p { filter: grayscale(1); } body {'),
      ['style-sheet templates/brief/style.css:2:5'],
    ],
    [
      'a slot that the page does not place',
      edit('templates/brief/page.hbs', '{{> slot slot=slots.facts}}', ''),
      ['slot-not-placed templates/brief/page.hbs:1:1'],
    ],
    [
      'a slot below its minimum',
      edit('templates/brief/template.yaml', 'kinds: [ask], min: 1', 'kinds: [ask], min: 2'),
      ['slot-minimum sources/packs/bill.yaml:8:3', 'slot-minimum sources/packs/bill.yaml:12:3'],
    ],
    [
      'a named passage that may not be used',
      edit('sources/library/okoro-2025.md', 'priority=1', 'priority=1 status=draft'),
      ['named-passage sources/packs/bill.yaml:11:27'],
    ],
    [
      'a page without its desk',
      (contents: Record<string, string>) => void delete contents['templates/site/desk.hbs'],
      ['missing-file templates/site/desk.hbs:1:1'],
    ],
  ])('%s', async (_what, change, expected) => expect(await rules(change)).toEqual(expected));
});
