import { expect, test } from 'vitest';
import { LIGHT } from '../../src/model/colours.ts';
import type { Message } from '../../src/diagnostics/message.ts';
import { Assets } from '../../src/render/assets.ts';
import { paletteStyle } from '../../src/render/palette.ts';
import { Sheets } from '../../src/render/sheets.ts';
import { bundleStyle } from '../../src/render/style.ts';
import { FRESH } from '../../src/world/readings.ts';
import { memoryFiles } from '../project.ts';

/** What is said of a sheet. */
const said = async (css: string, contents: Record<string, string> = {}): Promise<readonly string[]> => {
  const messages: Message[] = [];
  const bundling = {
    sheets: new Sheets(memoryFiles({ ...contents, 'a.css': css }), { read: async () => null }, FRESH),
    assets: new Assets(),
    palette: LIGHT,
  };
  await bundleStyle('a.css', 'a', bundling, (message) => void messages.push(message));
  return messages.map(({ text }) => text);
};

test.each([
  'p { filter: blur(1px) }',
  '@media print { p { mask-image: linear-gradient(red, blue) } }',
  '@media screen, print { p { -webkit-mask: none } }',
])('%s would print texts as pictures, and is refused', async (css) => {
  expect(await said(css)).toEqual([expect.stringMatching(/makes pictures of texts in print/u)]);
});

test.each([
  '@media screen { p { filter: blur(1px) } }',
  '@media only screen and (min-width: 1px) { p { backdrop-filter: none } }',
  'p { color: red }',
])('%s is left alone', async (css) => expect(await said(css)).toEqual([]));

test('an archived original is not taken along', async () => {
  const drawn = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><path d="M0 0h2v1H0z"/></svg>';
  const sheet = (folder: string) => `p { background: url("sources/${folder}/a.svg") }`;
  const files = { 'sources/originals/a.svg': drawn, 'sources/images/a.svg': drawn };
  expect(await said(sheet('images'), files)).toEqual([]);
  expect(await said(sheet('originals'), files)).toHaveLength(1);
});

/** What comes of a sheet with these beside it, without the colours that it begins with. */
const bundled = async (contents: Record<string, string>) => {
  const assets = new Assets();
  const font = new TextEncoder().encode('font');
  const sheets = new Sheets(memoryFiles(contents), { read: async () => font }, FRESH);
  const { path } = await bundleStyle('a/a.css', 'a', { sheets, assets, palette: LIGHT }, (message) => {
    throw new Error(message.text);
  });
  const css = new TextDecoder().decode(assets.all().get(path)).slice(paletteStyle(LIGHT).length);
  return { css, assets: [...assets.all().keys()].slice(0, -1) };
};

const FONT = 'npm:@fontsource/one/files/one.woff2';

test('imports are put in where they stand, addresses become assets, and nothing else is another', async () => {
  const written = `p { --address-0: "address-1"; color: red } @import "../b.css"; @font-face { src: url("${FONT}") }
    @import '../c.css'; i { background: url(#address-0), URL("../pic.svg") }`;
  const { css, assets } = await bundled({
    'a/a.css': written,
    'b.css': '@import "c.css"; b { fill: url("#x") } /*! kept */ /* gone */',
    'c.css': `u{}@font-face{src:url(${FONT})}`,
    'pic.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
  });
  const [font = '', picture = ''] = assets.map((path) => path.replace('assets/', ''));
  expect([font, picture]).toEqual([
    expect.stringMatching(/^one-\w{10}\.woff2$/u),
    expect.stringMatching(/^pic-\w{10}\.svg$/u),
  ]);
  const face = `@font-face{src:url(${font})}`;
  expect(css).toBe(
    `p{--address-0:"address-1";color:red}u{}${face}b{fill:url(#x)}/*! kept */${face}u{}${face}i{background:url(#address-0),url(${picture})}`,
  );
});
