/** Every page of an output runs nothing and asks for none but the files of the output, whoever wrote its template. */

import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { build } from '../../src/commands/build.ts';
import { parsePage } from '../../src/render/page.ts';
import { writePage } from '../../src/render/write-page.ts';
import { addPolicy } from '../../src/render/policy.ts';
import { despatch } from '../cli/command.ts';
import { filesBelow } from '../on-disk.ts';
import { baseProject, type Contents } from '../project.ts';
import { sealedBrowser } from './sealed-browser.ts';
import { memoryWorld } from '../world.ts';
import { unlikePages } from '../unlike-pages.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const open = sealedBrowser();

const built = async (contents: Contents) => {
  const world = memoryWorld(contents);
  const { messages } = await build(world, {
    packs: [],
    audiences: [],
    formats: ['html'],
    version: '1',
    today: '2025-01-16',
  });
  return { files: world.written, rules: new Set(messages.map(({ rule }) => rule)), messages };
};

test('every page of our own packs', async () => {
  const out = join(await mkdtemp(join(tmpdir(), 'despatch-sealed-')), 'output');
  const root = await mkdtemp(join(tmpdir(), 'despatch-sealed-'));
  for (const part of ['sources', 'templates'])
    await cp(join(ROOT, part), join(root, part), { recursive: true });
  const { status, err } = await despatch(root, ['build', '--format', 'html', '--out', out]);
  expect(status, err).toBe(0);
  const files = await filesBelow(out);
  const pages = unlikePages(files.keys());
  expect(pages).toContain('index.html');
  for (const page of pages) expect(await open(files, page), page).toEqual([]);
});

const OUT = 'https://example.org';

/** Markup that makes a browser ask for something, or run something. */
const MARKUP = [
  `<script>fetch("${OUT}/a")</script>`,
  `<script src="${OUT}/a.js"></script>`,
  `<svg><script>fetch("${OUT}/a")</script></svg>`,
  `<p><img alt="" src="x" onerror='fetch("${OUT}/a")'></p>`,
  `<details open ontoggle='fetch("${OUT}/a")'><summary>a</summary></details>`,
  `<a href="java\nscript:fetch('${OUT}/a')">go</a>`,
  `<a href=" &#1;javascript:fetch('${OUT}/a')">go</a>`,
  `<a href="java&Tab;script:fetch('${OUT}/a')">go</a>`,
  `<iframe src="${OUT}/a"></iframe>`,
  `<iframe srcdoc="<img src='${OUT}/a.png'>"></iframe>`,
  `<object data="${OUT}/a.svg"></object>`,
  `<embed src="${OUT}/a.svg">`,
  `<img alt="" src="${OUT}/a.png">`,
  '<img alt="" src="//example.org/a.png">',
  '<img alt="" src="\\\\example.org/a.png">',
  '<img alt="" src="ht\ntps:\\\\example.org\\a.png">',
  '<img alt="" src="/a.png">',
  '<img alt="" src="../../a.png">',
  `<img alt="" srcset="none.png 1x, ${OUT}/a.png 2x">`,
  `<picture><source srcset="${OUT}/a.png"><img alt="" src="x"></picture>`,
  `<video poster="${OUT}/a.png"></video>`,
  `<video src="${OUT}/a.mp4"></video>`,
  `<audio src="${OUT}/a.mp3" preload="auto"></audio>`,
  `<table background="${OUT}/a.png"><tr><td>a</td></tr></table>`,
  `<input type="image" src="${OUT}/a.png" alt="a">`,
  `<svg><image href="${OUT}/a.png" width="9" height="9"/></svg>`,
  `<svg><image xlink:href="${OUT}/a.png" width="9" height="9"/></svg>`,
  `<svg><filter id="f"><feImage href="${OUT}/a.png"/></filter><rect width="9" height="9" filter="url(#f)"/></svg>`,
  `<svg><rect width="9" height="9" fill="url(${OUT}/a.svg#a)"/></svg>`,
  `<p style="background: url(${OUT}/a.png)">a</p>`,
  `<p style="background: image-set('${OUT}/a.png' 1x)">a</p>`,
  `<p style="--a: '${OUT}/a.png'; background: image-set(var(--a) 1x)">a</p>`,
  `<style>body { background: u\\72l(${OUT}/a.png) }</style>`,
  `<style>@\\69mport "${OUT}/a.css";</style>`,
  `<div data-web><img alt="" src="${OUT}/a.png"></div>`,
  `<link rel="stylesheet" href="${OUT}/a.css">`,
  `<link rel="PreLoad" as="image" href="${OUT}/a.png">`,
  `<link rel="modulepreload" href="${OUT}/a.js">`,
  `<meta http-equiv="refresh" content="0;url=${OUT}/">`,
  `<svg><style><a title="</style><img src='${OUT}/a.png'>"></a></style></svg>`,
  `<svg><style><!--</style><img src="${OUT}/a.png">--></style></svg>`,
];

/** CSS that makes a browser ask for something. */
const CSS = [
  `p { background: url(${OUT}/a.png) }`,
  'p { background: url("//example.org/a.png") }',
  'p { background: URL( "\\68ttps://example.org/a.png" ) }',
  `p { background: u\\72l(${OUT}/a.png) }`,
  `p { background: \\75 rl("${OUT}/a.png") }`,
  `p { background: image-set("${OUT}/a.png" 1x) }`,
  `p { background: -webkit-image-set(url(${OUT}/a.png) 1x) }`,
  `p { --a: url(${OUT}/a.png); background: var(--a) }`,
  `p { --a: "${OUT}/a.png"; background: image-set(var(--a) 1x) }`,
  `p { background: var(--none, url(${OUT}/a.png)) }`,
  `@media (prefers-color-scheme: dark) { p { background: url(${OUT}/a.png) } }`,
  `p::before { content: url(${OUT}/a.png) }`,
  `@supports (display: block) { p { border-image: url(${OUT}/a.png) 1 } }`,
  `p { & { background: url(${OUT}/a.png) } }`,
  `@layer a { p { background: url(${OUT}/a.png) } }`,
  `@container (min-width: 0) { p { background: url(${OUT}/a.png) } } body { container-type: inline-size }`,
  `@font-face { font-family: A; src: url(${OUT}/a.woff2) } p { font-family: A }`,
  `@property --p { syntax: "*"; inherits: false; initial-value: url(${OUT}/a.png) } p { background: var(--p) }`,
];

/** A page as a template might write it, with its CSS in it. */
const bare = (markup: string, css = ''): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>a</title><style>${css}</style></head><body><h1>a</h1><p>a</p>${markup}</body></html>`;

const PAGE = 'pack/a.html';

/** What a browser asks for that nothing holds back. */
const asked = (page: string): Promise<readonly string[]> => open(new Map([[PAGE, page]]), PAGE);

describe.each(MARKUP)('%s', (markup) => {
  test('would ask for something', async () => {
    expect(await asked(bare(markup))).not.toEqual([]);
  });
  test('is refused in every template, the desk’s too, and nothing is written', async () => {
    for (const path of ['templates/brief/page.hbs', 'templates/site/desk.hbs']) {
      const contents = baseProject();
      contents[path] = contents[path]?.replace('</body>', `${markup}</body>`) ?? '';
      const { rules, files } = await built(contents);
      expect(rules, path).toContain('unsafe-markup');
      expect(files).toBeNull();
    }
  });
});

describe.each(CSS)('%s', (css) => {
  test('would ask for something', async () => {
    expect(await asked(bare('', css))).not.toEqual([]);
  });
  test.each([
    ['templates/brief/style.css', 'style-sheet'],
    ['templates/styles/fonts.css', 'style-sheet'],
    ['templates/site/desk.css', 'style-sheet'],
  ])('is refused in %s, and nothing is written', async (path, rule) => {
    const contents = baseProject();
    const { rules, files } = await built({ ...contents, [path]: `${contents[path]}\n${css}\n` });
    expect([...rules]).toEqual([rule]);
    expect(files).toBeNull();
  });
  test('is refused in the page', async () => {
    const contents = baseProject();
    const page =
      contents['templates/brief/page.hbs']?.replace('</head>', `<style>${css}</style></head>`) ?? '';
    expect([...(await built({ ...contents, 'templates/brief/page.hbs': page })).rules]).toEqual([
      'unsafe-markup',
    ]);
  });
});

test('a browser that is told our policy asks nothing of others, even by what the check would refuse', async () => {
  // What sends a reader elsewhere is no loading, and no policy of a page holds it.
  const markup = MARKUP.filter((one) => !one.includes('http-equiv'));
  for (const page of [...markup.map((one) => bare(one)), bare('', CSS.join('\n'))]) {
    const parsed = parsePage(page);
    addPolicy(parsed, []);
    const told = await asked(writePage(parsed));
    const answered = told.filter(
      (one) => !/Content Security Policy/u.test(one) && !one.startsWith('http://despatch'),
    );
    expect(answered, page).toEqual([]);
  }
});
