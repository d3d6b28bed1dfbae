import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { bundle } from '../../src/bundling/bundle.ts';

test('programs are bundled each by itself, whoever else bundles; one with a fault harms no other', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'despatch-bundle-'));
  const entries = await Promise.all(
    ['one', 'two', 'three', 'four'].map(async (name) => {
      const file = join(folder, `${name}.ts`);
      await writeFile(file, name === 'two' ? 'const {' : `const said: string = '${name}';\nalert(said);\n`);
      return file;
    }),
  );
  const scripts = await Promise.allSettled(entries.map((entry) => bundle(pathToFileURL(entry), true)));
  expect(scripts.map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
  expect(scripts.map((one) => ('value' in one ? one.value.script : ''))).toEqual([
    expect.stringContaining('"one"'),
    '',
    expect.stringContaining('"three"'),
    expect.stringContaining('"four"'),
  ]);
});
