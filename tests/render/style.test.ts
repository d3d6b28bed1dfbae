import { expect, test } from 'vitest';
import { LIGHT } from '../../src/model/colours.ts';
import type { Message } from '../../src/diagnostics/message.ts';
import { Assets } from '../../src/render/assets.ts';
import { bundleStyle } from '../../src/render/style.ts';
import { memoryFiles } from '../project.ts';

/** What is said of a sheet. */
const said = async (css: string): Promise<readonly string[]> => {
  const messages: Message[] = [];
  const shelves = {
    files: memoryFiles({ 'a.css': css }),
    packages: { read: async () => null },
    assets: new Assets(),
    palette: LIGHT,
  };
  await bundleStyle('a.css', 'a', shelves, (message) => void messages.push(message));
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
