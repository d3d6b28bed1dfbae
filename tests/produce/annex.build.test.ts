import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { build } from '../../src/commands/build.ts';
import type { Request } from '../../src/commands/request.ts';
import type { Manifest } from '../../src/model/manifest.ts';
import { sha256 } from '../../src/model/hash.ts';
import { diskStore } from '../../src/world/disk-store.ts';
import { ANNEX_PARTS } from '../annex-parts.ts';
import { loadShared } from '../readings.ts';
import { baseProject, memoryFiles } from '../project.ts';
import { buildRequest, memoryWorld, textOf } from '../world.ts';

const PACK = 'sources/packs/bill.yaml';
const LIBRARY = 'sources/library/okoro-2025.md';

/** The base project in web pages, whose edition for members has an annex unless the pack says something else. */
const project = (
  pack: (text: string) => string = (text) => text.replace('  mp:\n', '  mp:\n    annex: true\n'),
) => {
  const contents: Record<string, string> = { ...ANNEX_PARTS, ...baseProject() };
  contents['templates/brief/template.yaml'] += 'formats: [html, text]\n';
  contents[PACK] = pack(contents[PACK] ?? '');
  return contents;
};

const request = (over: Partial<Request> = {}): Request =>
  buildRequest({ formats: ['html', 'text'], ...over });

const built = async (contents: Record<string, string | Uint8Array>) => {
  const world = memoryWorld(contents);
  const { messages } = await build(world, request());
  expect(messages).toEqual([]);
  const manifest = JSON.parse(textOf(world.written, 'manifest.json')) as Manifest;
  return { world, manifest, page: (path: string) => textOf(world.written, path) };
};

/** The words of a page, each block on a line. */
const wordsOf = (html: string): string =>
  html
    .replace(/<head>.*<\/head>/su, '')
    .replaceAll(/<\/?(?:p|li|h\d|dt|dd|div|section|article|ul|dl)\b[^>]*>/gu, '\n')
    .replaceAll(/<[^>]+>/gu, '')
    .replaceAll('\u00A0', ' ')
    .replaceAll(/\s*\n\s*/gu, '\n');

describe('an edition with an annex', () => {
  test('has a document of its own for it, in the formats that have pages', async () => {
    const { manifest } = await built(project());
    expect(manifest.documents.map(({ variant, title, files }) => [variant, title, files])).toEqual([
      ['standard', 'Keep families together', { html: 'bill/mp.html', text: 'bill/mp.txt' }],
      ['annex', 'Evidence for “Keep families together”', { html: 'bill/mp-annex.html' }],
      ['standard', 'The Bill at Second Reading', { html: 'bill/press.html', text: 'bill/press.txt' }],
    ]);
  });

  test('that the pack asks for, or not this one', async () => {
    const annexes = async (pack: (text: string) => string) =>
      (await built(project(pack))).manifest.documents.flatMap(({ variant, edition }) =>
        variant === 'annex' ? [edition] : [],
      );
    const all = (text: string) => text.replace('\neditions:', '\nannex: true\neditions:');
    expect(await annexes(all)).toEqual(['mp', 'press']);
    expect(await annexes((text) => all(text).replace('  mp:\n', '  mp:\n    annex: false\n'))).toEqual([
      'press',
    ]);
    expect(await annexes((text) => text.replace('\neditions:', '\nannex: false\neditions:'))).toEqual([]);
  });

  test('lists each passage with its words, source, place and checks, in the order of the document', async () => {
    const { page } = await built(project());
    const said = wordsOf(page('bill/mp-annex.html'));
    const places = [
      'Evidence for “Keep families together”',
      'What we ask',
      '1. Ask',
      'Fund councils to run children’s homes of their own again.',
      'Source',
      'Sam Okoro, What the Bill means for families (Social Workers for Children, 10 January 2025). https://example.org/bill (read on 12 January 2025)',
      'Checks passed',
      'On 16 January 2025 it was neither superseded nor withdrawn.',
      'The facts',
      '2. Statistic · Note 1',
      'Child protection investigations rose by 152%. England is counted from 2009 to 2024.',
      'Unit\n% change',
      'Period\n2009-10 to 2023-24',
      'Place in it\nitem 4',
      '3. Quotation · Note 2',
      '“Families meet us too late.”',
      'Said by\nSam Okoro, chair of the group, 10 January 2025',
      'Place in it\npage 2',
      'Archived original\nNot archived: the words quoted were not compared with their original.',
    ];
    let from = 0;
    for (const place of places) {
      expect(said.slice(from), `${place}, in ${said}`).toContain(`\n${place}\n`);
      from = said.indexOf(`\n${place}\n`, from) + place.length;
    }
    expect(said).not.toContain('The quotation stands');
  });

  test('says of a person whom the text names what they are, and not that they said it', async () => {
    const contents = project();
    const template = 'templates/brief/template.yaml';
    contents[template] = (contents[template] ?? '').replace('kinds: [ask', 'kinds: [spokesperson, ask');
    contents[LIBRARY] += '\n::::spokesperson{#lee role="Chair, after four"}\nJo Lee\n::::\n';
    const { page } = await built(contents);
    const said = wordsOf(page('bill/mp-annex.html'));
    expect(said).toContain('\nJo Lee\nSpokesperson\nChair, after four\n');
    expect(said).not.toContain('Said by\nChair');
  });

  test('has the hash of an archived original, and not where it lies', async () => {
    const original = 'So it is. Families meet us too late.\n';
    const contents = project();
    contents['sources/originals/secret-folder-name.txt'] = original;
    contents[LIBRARY] = (contents[LIBRARY] ?? '').replace(
      '\ntype:',
      `\noriginal: { file: originals/secret-folder-name.txt, sha256: ${sha256(original)} }\ntype:`,
    );
    const { page, world } = await built(contents);
    const said = wordsOf(page('bill/mp-annex.html'));
    expect(said).toContain(`\nArchived original\nPlain text. SHA-256: ${sha256(original)}\n`);
    expect(said).toContain('\nThe quotation stands word for word in the archived original.\n');
    expect(
      [...(world.written?.keys() ?? [])].some((path) =>
        textOf(world.written, path).includes('secret-folder'),
      ),
    ).toBe(false);
  });

  test('has the other words of the document’s own reader alone', async () => {
    const { page } = await built(project((text) => text.replace('\neditions:', '\nannex: true\neditions:')));
    expect(page('bill/press-annex.html')).toContain('Ministers should pay');
    expect(page('bill/mp-annex.html')).not.toContain('Ministers should pay');
    expect(page('bill/press-annex.html')).not.toContain('Fund councils');
  });

  test('leads to it, and that back', async () => {
    const { page } = await built(project((text) => text.replace('\neditions:', '\nannex: true\neditions:')));
    expect(page('bill/press.html')).toContain('<a href="press-annex.html">Evidence for each statement</a>');
    expect(page('bill/press-annex.html')).toMatch(
      /It belongs to <a href="press\.html">The Bill at Second Reading<\/a>, version [0-9a-f]{7}\./u,
    );
    expect(page('index.html')).toContain('bill/press-annex.html');
  });

  test('is named with its address where everybody may read it, and nowhere else', async () => {
    const contents = project((text) => text.replace('\neditions:', '\nannex: true\neditions:'));
    contents['templates/brief/page.hbs'] = (contents['templates/brief/page.hbs'] ?? '').replace(
      '</footer>',
      '{{> evidence}}</footer>',
    );
    const { page } = await built(contents);
    expect(page('bill/press.html')).toContain(
      '<p>Evidence for each statement: <a href="https://example.org/bill/press-annex.html">example.org/',
    );
    expect(page('bill/mp.html')).not.toContain('Evidence for each statement:');
    expect(page('bill/press-annex.html')).not.toContain('Evidence for each statement');
  });

  test('belongs to the large print, where there is no other', async () => {
    const contents = project((text) =>
      text.replace('  mp:\n', '  mp:\n    variants: [large-print]\n    annex: true\n'),
    );
    const { page, manifest } = await built(contents);
    const [large] = manifest.documents;
    expect(large?.variant).toBe('large-print');
    expect(page('bill/mp-annex.html')).toContain(
      `<a href="mp-large-print.html">Keep families together</a>, version ${large?.version}.`,
    );
  });

  test('quotes what stands in another language in that', async () => {
    const contents = project();
    contents['sources/originals/kept.txt'] = 'Felly y mae. Mae teuluoedd yn aros.\n';
    contents[LIBRARY] = (contents[LIBRARY] ?? '')
      .replace(
        '\ntype:',
        `\nlanguage: cy\noriginal: { file: originals/kept.txt, sha256: ${sha256(contents['sources/originals/kept.txt'])} }\ntype:`,
      )
      .replace('Families meet us too late.', 'Mae teuluoedd yn aros.')
      .replace('#local-capacity ', '#local-capacity rests-on="Felly y mae" ');
    const { page } = await built(contents);
    expect(page('bill/mp-annex.html')).toContain('<dd><span lang="cy">“Felly y mae”</span></dd>');
    expect(page('bill/mp-annex.html')).toMatch(/<p lang="cy" id="okoro-on-help">“Mae teuluoedd/u);
  });

  test('says the version of its document, and has one of its own that changes with what it says', async () => {
    const versions = async (contents: Record<string, string>) => {
      const { manifest, page } = await built(contents);
      const [own, annex] = manifest.documents.map(({ version }) => version);
      expect(page('bill/mp-annex.html')).toContain(`, version ${own}.`);
      return [own, annex];
    };
    const [own, annex] = await versions(project());
    const reviewed = project();
    reviewed[LIBRARY] = (reviewed[LIBRARY] ?? '').replace(
      '#local-capacity ',
      '#local-capacity review=2026-01-01 ',
    );
    const [sameOwn, otherAnnex] = await versions(reviewed);
    expect(sameOwn).toBe(own);
    expect(otherAnnex).not.toBe(annex);
  });

  test('is marked as a draft and under embargo like its document', async () => {
    const { page } = await built(
      project((text) => text.replace('\neditions:', '\nstatus: draft\nannex: true\neditions:')),
    );
    expect(wordsOf(page('bill/mp-annex.html'))).toContain('Draft · Evidence annex for Members of Parliament');
    expect(wordsOf(page('bill/press-annex.html'))).toContain('Embargo: not for publication before 00:01');
  });

  test('is in the language of documents', async () => {
    const contents = project();
    contents['sources/organisation.yaml'] += 'language: cy\n';
    const { page } = await built(contents);
    const said = wordsOf(page('bill/mp-annex.html'));
    expect(said).toContain('\nTystiolaeth ar gyfer “Keep families together”\n');
    expect(said).toContain('\n2. Ystadegyn · Nodyn 1\n');
    expect(said).not.toMatch(/Evidence|Source|Checks|Statistic|Period/u);
  });
});

describe('the site', () => {
  const at = async (now: string) => {
    const contents = project((text) => text.replace('\neditions:', '\nannex: true\neditions:'));
    const world = memoryWorld(contents);
    await build(world, request({ now: Date.parse(now) }));
    return { page: (path: string) => textOf(world.written, path), paths: [...(world.written?.keys() ?? [])] };
  };

  test('has annexes of public documents alone, on the page of their pack under its headline', async () => {
    const { page, paths } = await at('2025-01-21');
    expect(paths.filter((path) => /^site\/.*annex\.html/u.test(path))).toEqual([
      'site/bill/press-annex.html',
    ]);
    expect(wordsOf(page('site/bill/index.html'))).toMatch(
      /\nThe Bill at Second Reading\nStandard print\nWeb page .*\nPlain text .*\nversion \w+\nEvidence for each statement\nWeb page /u,
    );
    expect(page('bill/press.html')).toContain('href="press-annex.html"');
  });

  test('has none before its document may be read', async () => {
    const { paths } = await at('2025-01-19');
    expect(paths.filter((path) => /^site\/.*annex\.html/u.test(path))).toEqual([]);
  });
});

describe('of an annex it is told', () => {
  test.each([
    ['what its page asks for in vain', '{{annex.nothing}}', 'template-view', /no `nothing` in `annex`/u],
    [
      'what it reads unasked',
      '{{#each annex.sections}}{{#each entries}}{{locator}}{{/each}}{{/each}}',
      'template-view',
      /`locator`/u,
    ],
    ['that its page leaves passages out', '<h1>{{headline}}</h1>', 'slot-not-placed', /bill\/mp-annex/u],
  ])('%s', async (_, markup, rule, said) => {
    const contents = project();
    contents['templates/annex/page.hbs'] =
      `{{#> page}}<main id="page--main"><h1>{{name}}</h1>${markup}</main>{{/page}}`;
    const { messages } = await build(memoryWorld(contents), request());
    const found = messages.find((message) => message.rule === rule);
    expect(found?.place?.file).toBe('templates/annex/page.hbs');
    expect(`${found?.text} ${found?.remedy}`).toMatch(said);
  });

  test.each([
    ['what is no yes or no', '  mp:\n    annex: yes please\n', 'bad-value', /`true` or `false`/u],
    [
      'that it is no variant to be listed',
      '  mp:\n    variants: [standard, annex]\n',
      'bad-value',
      /`standard` or `large-print`/u,
    ],
    [
      'that another edition has its name',
      '  mp-annex: { audience: mp }\n  mp:\n    annex: true\n',
      'same-path',
      /variant of `mp`/u,
    ],
  ])('%s', async (_, written, rule, said) => {
    const { messages } = await loadShared(memoryFiles(project((text) => text.replace('  mp:\n', written))));
    expect(messages).toMatchObject([{ rule }]);
    expect(`${messages[0]?.text} ${messages[0]?.remedy}`).toMatch(said);
  });
});

describe('an annex is made anew, and its document is not, where', () => {
  const ORIGINAL = 'So it is. Homes close too soon.\n';
  const statistic = (
    id: string,
    more: string,
    text: string,
    about = 'period=2023 area=England unit="% of homes"',
  ) => `::::statistic{#${id} ${about} locator="page 1" priority=1 ${more}}\n${text}\n::::\n\n`;
  const HEAD = `---\ntitle: Homes\npublisher: Office of Homes\nissued: 2024\ntype: report\ntopics: children\n`;
  const OTHERS = 'sources/library/others.md';
  const FACTS = 'sources/library/facts.md';
  const KEPT = 'sources/originals/kept.txt';

  /** A document of statistics and a quotation, beside passages that it may not hold. */
  const library = (): Record<string, string> => ({
    ...project((text) =>
      text
        .replace('  mp:\n', '  mp:\n    annex: true\n')
        .replace('{ passages: [investigations-growth], max: 2 }', '{ passages: [full, kept, left], max: 3 }'),
    ),
    'sources/organisation.yaml': `${baseProject()['sources/organisation.yaml']}rules: { changed-original: information, drifted-quotation: information, other-number: information, other-value: information, wrong-sum: information }\n`,
    [FACTS]: `${HEAD}original: { file: originals/kept.txt, sha256: ${sha256(ORIGINAL)} }\n---\n\n${
      statistic('full', 'measure="full homes" value=33', 'Of all homes 33% are full.') +
      statistic('left', 'value=67 derived="@all - 33%"', 'The others, 67%, have room.') +
      '::::quote{#kept speaker="Sam Okoro" role=chair said=2024 locator="page 1" priority=1}\nHomes close too soon.\n::::\n'
    }`,
    [OTHERS]: `${HEAD}---\n\n${statistic('all', 'value=100', 'Of all homes 100% are counted.')}${statistic('fuller', 'only=press', 'Homes are 36% full.')}`,
    [KEPT]: ORIGINAL,
  });

  const replace = (path: string, from: string, to: string) => (contents: Record<string, string>) => {
    expect(contents[path]).toContain(from);
    contents[path] = (contents[path] ?? '').replace(from, to);
  };

  test.each<[string, (contents: Record<string, string>) => void, gone: string, come: string]>([
    [
      'its original has changed',
      replace(KEPT, 'So it is.', 'So be it.'),
      'The archived original has not changed',
      sha256(ORIGINAL.replace('So it is.', 'So be it.')),
    ],
    [
      'the original says something else',
      replace(KEPT, 'soon', 'late'),
      'The quotation stands word for word',
      sha256(ORIGINAL.replace('soon', 'late')),
    ],
    [
      'another passage gives another value, for others alone',
      replace(OTHERS, 'only=press', 'only=press measure="full homes" value=36'),
      'No other current passage gives another value',
      '',
    ],
    [
      'another takes its place, for others alone',
      replace(OTHERS, 'only=press', 'only=press supersedes=full'),
      'gives another value for this measure, period and area.</li>\n<li>On 16',
      '',
    ],
    [
      'what a sum is derived from is another value',
      replace(OTHERS, 'value=100', 'value=99.9'),
      '100 (%',
      '99.9 (%',
    ],
    [
      'that may no longer be shown',
      replace(OTHERS, 'value=100', 'value=100 only=press'),
      '100 (% of homes)',
      'The sum was recomputed.',
    ],
    ['it no longer comes out', replace(OTHERS, 'value=100', 'value=98'), 'The sum was recomputed', ''],
  ])('%s', async (_, change, gone, come) => {
    const store = diskStore(join(await mkdtemp(join(tmpdir(), 'despatch-annex-')), 'store'));
    const contents = library();
    const first = memoryWorld(contents, { store });
    await build(first, request());
    change(contents);
    const before = first.written ?? new Map<string, Uint8Array>();
    const [again, clean] = [memoryWorld(contents, { before, store }), memoryWorld(contents)];
    await build(again, request());
    await build(clean, request());
    const page = (world: typeof first, path: string) => textOf(world.written, path);
    expect(page(again, 'bill/mp.html')).toBe(page(first, 'bill/mp.html'));
    expect(page(again, 'bill/mp-annex.html')).toBe(page(clean, 'bill/mp-annex.html'));
    expect(page(again, 'bill/mp-annex.html')).not.toBe(page(first, 'bill/mp-annex.html'));
    expect(page(first, 'bill/mp-annex.html')).toContain(gone);
    expect(page(again, 'bill/mp-annex.html')).not.toContain(gone);
    expect(page(again, 'bill/mp-annex.html')).toContain(come);
  });
});
