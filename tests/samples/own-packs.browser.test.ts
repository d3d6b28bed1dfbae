import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Root } from 'hast';
import { HtmlValidate } from 'html-validate';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { decodeQR } from 'qr/decode.js';
import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, test } from 'vitest';
import { diskFiles } from '../../src/world/disk-files.ts';
import { load } from '../../src/load/load.ts';
import { KINDS } from '../../src/model/kind.ts';
import type { PdfFacts } from '../../src/pdf/index.ts';
import { readPdf } from '../pdf/read-pdf.ts';
import type { Manifest } from '../../src/model/manifest.ts';
import { documentName } from '../../src/model/document-key.ts';
import { despatch } from '../cli/command.ts';
import { pageImage } from '../pdf/copies/image.ts';
import { filesBelow } from '../on-disk.ts';
import { elementsOf, saidIn, textOf } from '../pdf/said.ts';
import { pageTexts } from '../specimens/page-text.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const NOTICE = 'Sample made with despatch from public material; not issued by the Labour Social Work Group';

const PACKS = {
  'adult-social-care': ['mp', 'shadow-minister', 'councillor', 'press', 'conference'],
  'childrens-wellbeing-bill': ['mp', 'minister', 'councillor', 'press', 'conference'],
  'social-work-workforce': ['mp', 'shadow-minister', 'councillor', 'press', 'conference'],
};
const DOCUMENTS = Object.entries(PACKS).flatMap(([pack, editions]) =>
  editions.map((edition) => `${pack}/${edition}`),
);
/** Those that are in large print too: every handout, and one pack for councillors. */
const LARGE = [
  'adult-social-care/conference',
  'childrens-wellbeing-bill/councillor',
  'childrens-wellbeing-bill/conference',
  'social-work-workforce/conference',
];

/** Those with an evidence annex. */
const ANNEXED = ['childrens-wellbeing-bill/mp'];

/** The numbers of pages that each template's documents may have. */
const PAGES: Readonly<Record<string, readonly number[]>> = {
  'one-page-brief': [1],
  'ministerial-brief': [1],
  'councillor-pack': [4, 8],
  'news-release': [1, 2],
  handout: [2],
};

let files: ReadonlyMap<string, Buffer>;
let manifest: Manifest;
let said: string;
beforeAll(async () => {
  const out = join(await mkdtemp(join(tmpdir(), 'despatch-own-')), 'output');
  const { status, err } = await despatch(ROOT, ['build', '--out', out]);
  said = err;
  expect(status).toBe(0);
  files = await filesBelow(out);
  manifest = JSON.parse(text('manifest.json')) as Manifest;
});

const text = (path: string): string => files.get(path)?.toString() ?? '';
const bytes = (path: string): Uint8Array => new Uint8Array(files.get(path) ?? []);

/** A PDF's text, a string a page, white space folded. */
const pdfText = async (path: string): Promise<string[]> => {
  const { text: pages } = await extractText(await getDocumentProxy(bytes(path)));
  return pages.map((page) => page.replace(/\s+/gu, ' '));
};

/** A page's words in reading order, without what is for the web alone or hidden. */
const pageWords = (html: string): string =>
  html
    .replace(/^.*<body[^>]*>/su, '')
    .replace(/<script>.*?<\/script>/gsu, '')
    .replace(/<(nav|div|p|a|span|section)[^>]*(?:data-web|aria-hidden="true")[^>]*>.*?<\/\1>/gsu, '')
    .replace(/<[^>]+>/gu, '');

/** Stands for the page number behind an entry of the contents, which only print has. */
const PAGE_NUMBER = '\uE000';

/** What is read of a page in print, blocks apart by a space. */
const readingOf = (html: string): string =>
  unified()
    .use(rehypeParse)
    .parse(html)
    .children.map((node) => readingOfNode(node))
    .join('');

const LINES = new Set([
  'a',
  'abbr',
  'b',
  'cite',
  'code',
  'em',
  'i',
  'q',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'wbr',
]);

const readingOfNode = (node: Root['children'][number], inContents = false): string => {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element' || ['head', 'script', 'svg'].includes(node.tagName)) return '';
  const { dataWeb, dataCapitals, ariaHidden } = node.properties;
  if (dataWeb !== undefined || ariaHidden === 'true') return '';
  const contents = inContents || String(node.properties['className']) === 'contents';
  const inner = node.children.map((child) => readingOfNode(child, contents)).join('');
  if (node.tagName === 'li' && contents) return ` ${inner} ${PAGE_NUMBER} `;
  const said = dataCapitals === undefined ? inner : inner.toUpperCase();
  return LINES.has(node.tagName) ? said : ` ${said} `;
};

/** A text with the page numbers that another has in the same places. */
const withNumbersOf = (said: string, expected: string): string => {
  let text = expected;
  for (let at = text.indexOf(PAGE_NUMBER); at >= 0; at = text.indexOf(PAGE_NUMBER))
    text = text.replace(PAGE_NUMBER, /^\d+/u.exec(said.slice(at))?.[0] ?? 'no number');
  return text;
};

test('our own packs build without an error or a warning', () => {
  expect(said.replace(/^note: the browser prints without its sandbox.*\n/mu, '')).toBe('');
  expect(manifest.documents.map(documentName)).toEqual(
    DOCUMENTS.flatMap((name) => [
      name,
      ...(LARGE.includes(name) ? [`${name}-large-print`] : []),
      ...(ANNEXED.includes(name) ? [`${name}-annex`] : []),
    ]),
  );
});

test('every document has its formats, and the manifest the hash of each file', () => {
  const formats = {
    'news-release': ['html', 'pdf', 'text'],
    handout: ['html', 'pdf', 'copies'],
    'councillor-pack': ['html', 'pdf', 'copies'],
  };
  for (const { template, variant, files: own, sha256 } of manifest.documents) {
    // Copies for print are the standard document's.
    const expected = Reflect.get(formats, variant === 'standard' ? template : variant) ?? ['html', 'pdf'];
    expect(Object.keys(own)).toEqual(expected);
    for (const path of Object.values({ ...own, ...own.copies, copies: undefined })) {
      if (path === undefined) continue;
      expect(files.has(path)).toBe(true);
      expect(sha256[path]).toMatch(/^[0-9a-f]{64}$/u);
    }
  }
});

describe.each(DOCUMENTS)('the PDF of %s', (name) => {
  let facts: PdfFacts;
  beforeAll(async () => {
    facts = await readPdf(bytes(`${name}.pdf`));
  });
  const entry = () => manifest.documents.find((one) => documentName(one) === name);

  test('is of its template’s size, of as many pages as the manifest says, within its contract', () => {
    const handout = entry()?.template === 'handout';
    expect(facts.pages.length).toBe(entry()?.pages);
    expect(PAGES[entry()?.template ?? '']).toContain(facts.pages.length);
    for (const { width, height } of facts.pages) {
      expect(width).toBeCloseTo(handout ? 148 : 210, 0);
      expect(height).toBeCloseTo(handout ? 210 : 297, 0);
    }
  });

  test('says its title, author, language, and is tagged', () => {
    expect(facts.title).toContain(entry()?.title);
    expect(facts).toMatchObject({ author: 'Labour Social Work Group', language: 'en-GB', tagged: true });
  });

  test('has an outline of its headings, the headline first', () => {
    expect(facts.outline[0]).toEqual({ title: entry()?.title, level: 1 });
    expect(facts.outline.length).toBeGreaterThan(4);
  });

  test('holds nothing but embedded fonts of the family', () => {
    expect(facts.fonts.length).toBeGreaterThan(0);
    for (const font of facts.fonts) {
      expect(font.name).toMatch(/^Source(?:Sans|Serif)/u);
      expect(font.embedded).toBe(true);
    }
  });

  test('reads as its page does, in the order of its structure', async () => {
    // Capitals that style has made are capitals of the PDF.
    const fold = (words: string): string =>
      words
        .replaceAll(/[\s\u00AD]+/gu, ' ')
        .trim()
        .toLowerCase();
    const said = await saidIn(bytes(`${name}.pdf`));
    // Pages for notes, at the end, are of paper alone.
    const words = fold(textOf(said)).replace(/(?: your notes)+$/u, '');
    expect(words).toBe(withNumbersOf(words, fold(readingOf(text(`${name}.html`)))));
    // Every item of a numbered list says its number.
    for (const { dict, kids } of elementsOf(said, 'L')) {
      if (!String(dict).includes('/Decimal')) continue;
      const labels = kids
        .flatMap((item) => elementsOf(item, 'LI').slice(0, 1))
        .map(({ kids: [label] }) => label);
      labels.forEach((label, index) => {
        const number =
          typeof label === 'object' && label.type === 'Lbl' ? label.kids.map(String).join('') : '';
        expect(number.trim()).toMatch(new RegExp(`^${index + 1}\\.?$`, 'u'));
      });
    }
  });

  test('has links that lead somewhere', () => {
    const links = facts.pages.flatMap(({ links: own }) => own);
    expect(links.some((link) => 'page' in link)).toBe(true);
    for (const link of links) {
      if ('address' in link) expect(link.address).toMatch(/^(?:https:\/\/|mailto:)/u);
      else expect(link.page).toBeGreaterThan(0);
    }
  });

  test('has page x of y, title and date in the foot of each page, and the notice on each', async () => {
    const pages = await pdfText(`${name}.pdf`);
    pages.forEach((page, index) => {
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
      expect(page).toMatch(/ · as at \d{1,2} [A-Z][a-z]+ 20\d\d/u);
      expect(page).toContain(NOTICE);
    });
  });

  test('holds every word of the web page', async () => {
    const printed = (await pdfText(`${name}.pdf`)).join(' ').replace(/\s/gu, '');
    const words = pageWords(text(`${name}.html`))
      .replaceAll('&#x26;', '&')
      .split(/\s+/u)
      .filter(Boolean);
    expect(words.length).toBeGreaterThan(150);
    const said = printed.toLowerCase();
    // Words that the page sets in capitals are none in its markup.
    expect(words.filter((word) => !said.includes(word.toLowerCase()))).toEqual([]);
  });

  test('is small: below 60 kB, a pack of many pages below 120', () => {
    const most = facts.pages.length > 2 ? 120_000 : 60_000;
    expect(bytes(`${name}.pdf`).length).toBeLessThan(most);
  });
});

const entryOf = (wanted: string) => manifest.documents.find((one) => documentName(one) === wanted);

describe.each(ANNEXED)('the evidence annex of %s', (name) => {
  test('is of the passages that there was room for in the document, and of no others', () => {
    expect(entryOf(name)?.fit?.dropped).not.toEqual([]);
    expect(entryOf(`${name}-annex`)).toMatchObject({ variant: 'annex', passages: entryOf(name)?.passages });
  });

  test('says what the document says, each passage under a number of its own', async () => {
    const [annex = '', own = ''] = await Promise.all(
      [`${name}-annex`, name].map(async (one) => (await pdfText(`${one}.pdf`)).join(' ')),
    );
    const { passages = [], version = '' } = entryOf(name) ?? {};
    for (const printed of [annex, own]) expect(printed).toContain(`version ${version}`);
    passages.forEach((_, index) => expect(annex).toMatch(new RegExp(` ${index + 1}\\. \\p{Lu}`, 'u')));
    expect(annex).not.toContain(` ${passages.length + 1}. `);
    for (const said of ['Only 32.2% of child protection investigations', 'three quarters of children’s'])
      for (const printed of [annex, own]) expect(printed.replaceAll('\u00A0', ' ')).toContain(said);
  });
});

describe.each(LARGE)('the large print of %s', (name) => {
  test('holds the passages of the standard document, and no others', () => {
    expect(entryOf(`${name}-large-print`)).toMatchObject({
      variant: 'large-print',
      passages: entryOf(name)?.passages,
    });
  });

  test('is on A4, in Atkinson Hyperlegible Next of 16pt and more, upright', async () => {
    const pdf = bytes(`${name}-large-print.pdf`);
    const [facts, pages] = await Promise.all([readPdf(pdf), pageTexts(pdf)]);
    expect(facts.pages.length).toBe(entryOf(`${name}-large-print`)?.pages);
    for (const { width, height } of facts.pages) {
      expect(width).toBeCloseTo(210, 0);
      expect(height).toBeCloseTo(297, 0);
    }
    expect(facts.fonts.map((font) => font.name.replace(/^\w+\+/u, '')).toSorted()).toEqual([
      'AtkinsonHyperlegibleNext-Bold',
      'AtkinsonHyperlegibleNext-Regular',
    ]);
    expect(Math.min(...pages.flatMap(({ runs }) => runs.map(({ size }) => size)))).toBeGreaterThan(15.99);
  });

  test('has the notice, page x of y and its date on each page', async () => {
    const pages = await pdfText(`${name}-large-print.pdf`);
    pages.forEach((page, index) => {
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
      expect(page).toMatch(/as at \d{1,2} [A-Z][a-z]+ 20\d\d/u);
      expect(page).toContain(NOTICE);
    });
  });

  test('is named, with its address, in the printed standard document', async () => {
    const printed = (await pdfText(`${name}.pdf`)).join(' ').replace(/\s/gu, '');
    expect(printed).toContain(`Largeprint:example.org/${name}-large-print.html`);
  });
});

test("the release's text is for an email: wrapped, with notes, ENDS and the notice", () => {
  const release = text('childrens-wellbeing-bill/press.txt');
  // An address can't be wrapped.
  const long = release.split('\n').filter((line) => line.length > 72 && !/^\s*<?https?:\S+$/.test(line));
  expect(long).toEqual([]);
  for (const part of [
    'NEWS RELEASE',
    '\nENDS\n',
    'Notes to editors',
    '[1]',
    '\n1. Ray Jones',
    'briefings@example.org',
  ])
    expect(release).toContain(part);
  expect(release.replace(/\s+/gu, ' ')).toContain(NOTICE);
});

test('passages for other readers reach no file of the press', () => {
  const others = ['What assessment has she made', 'A family that starts to struggle'];
  for (const phrase of others) {
    expect(text('childrens-wellbeing-bill/mp.html')).toContain(phrase);
    expect(text('childrens-wellbeing-bill/press.html')).not.toContain(phrase);
    expect(text('childrens-wellbeing-bill/press.txt')).not.toContain(phrase);
  }
});

test('a second build in another folder gives the same bytes, every file', async () => {
  const out = join(await mkdtemp(join(tmpdir(), 'despatch-again-')), 'elsewhere');
  await despatch(ROOT, ['build', '--out', out], { SOURCE_DATE_EPOCH: '1800000000', TZ: 'Pacific/Auckland' });
  const again = await filesBelow(out);
  expect([...again.keys()]).toEqual([...files.keys()]);
  expect([...again].filter(([path, own]) => !files.get(path)?.equals(own)).map(([path]) => path)).toEqual([]);
});

test.each(['conference.pdf', 'conference-office.pdf', 'mp.pdf'])(
  'the QR code of %s can be read',
  async (file) => {
    const path = `childrens-wellbeing-bill/${file}`;
    const { pages } = await readPdf(bytes(path));
    const image = await pageImage(bytes(path), pages.length - 1, 6);
    expect(decodeQR(image)).toBe('https://example.org/cwb');
  },
);

test('pages lead to files that are there, from disk', () => {
  for (const [path, own] of files) {
    if (!path.endsWith('.html')) continue;
    for (const [, address = ''] of own.toString().matchAll(/(?:href|src)="([^"#:]+)"/gu)) {
      const target = new URL(address, `file:///${path}`).pathname.slice(1);
      expect(files.has(target), `${path} leads to ${address}`).toBe(true);
    }
  }
});

test('every page is valid HTML', async () => {
  const rules = new HtmlValidate({
    extends: ['html-validate:standard', 'html-validate:a11y'],
    // The serialiser decides on these forms.
    rules: {
      'doctype-style': 'off',
      'attr-quotes': 'off',
      'no-trailing-whitespace': 'off',
      'long-title': 'off',
    },
  });
  for (const [path, own] of files) {
    if (!path.endsWith('.html')) continue;
    const { results } = await rules.validateString(own.toString());
    expect(
      results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line }) => `${path}:${line} ${ruleId}: ${message}`),
      ),
    ).toEqual([]);
  }
});

const VERBATIM = join(ROOT, '../shared/tools/no-verbatim.mjs');
test.runIf(existsSync(VERBATIM))(
  'no sentence is copied from the documents that the facts come from',
  async () => {
    await expect(promisify(execFile)(process.execPath, [VERBATIM, ROOT])).resolves.toMatchObject({
      stdout: '',
    });
  },
);

test('the library holds what an officer of such a group has', async () => {
  const { value: project } = await load(diskFiles(ROOT));
  const passages = [...project.passages.values()];
  expect(project.sources.size).toBeGreaterThanOrEqual(14);
  expect(passages.length).toBeGreaterThanOrEqual(120);
  expect(project.vocabulary.topics.size).toBeGreaterThanOrEqual(25);
  expect(project.vocabulary.abbreviations.size).toBeGreaterThanOrEqual(40);
  const kinds = new Set(passages.map(({ kind }) => kind));
  expect(KINDS.map(({ id }) => id).filter((id) => !kinds.has(id))).toEqual([]);
});

test('what is left out as doubtful says why in a comment before it', async () => {
  const library = [...(await filesBelow(join(ROOT, 'sources/library'))).values()].map(String);
  for (const text of library)
    for (const { index } of text.matchAll(/^::::.*status=draft/gmu)) {
      const before = text.slice(0, index).trimEnd();
      expect(before.endsWith('-->'), before.slice(-80)).toBe(true);
    }
});
