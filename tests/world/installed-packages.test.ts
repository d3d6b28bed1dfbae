import { expect, test } from 'vitest';
import { installedPackages } from '../../src/world/installed-packages.ts';

test.each([
  ['that programs may import', '@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2', true],
  ['that they may not', 'dictionary-en-gb/index.aff', true],
  ['that is not there', 'dictionary-en-gb/index.xyz', false],
  ['of no package', 'dictionary-xx/index.aff', false],
  ['outside packages', 'dictionary-en-gb/../../package.json', false],
])('a file %s', async (_name, specifier, isThere) => {
  expect((await installedPackages('.').read(specifier)) !== null).toBe(isThere);
});
