import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect } from 'vitest';
import { OutsideError } from '../../../src/diagnostics/outside.ts';
import type { Bundle } from '../../../src/print/browser/bundled-chromium.ts';
import type { Machine } from '../../../src/print/browser/machine.ts';
import { newFolder, thisMachine } from '../press.ts';

/** A machine without a browser. */
export const bareMachine = (changes: Partial<Machine> = {}): Machine =>
  thisMachine({
    variables: {},
    platform: 'linux',
    arch: 'x64',
    home: newFolder(),
    temp: newFolder(),
    ...changes,
  });

/** Only these paths are programs. */
export const only = (...paths: string[]) => ({
  bundle: null,
  isProgram: (path: string) => Promise.resolve(paths.includes(path)),
});

/** Writes a program. */
export const program = (path: string, text = '#!/bin/sh\n'): string => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text, { mode: 0o700 });
  return path;
};

/** A package whose browser is a shell script: it answers every question with success, or with `status`. */
export const bundleOf = (script: string): Bundle => {
  const folder = newFolder();
  writeFileSync(join(folder, 'chromium.br'), brotliCompressSync(`#!/bin/sh\n${script}\n`));
  // An empty archive.
  writeFileSync(join(folder, 'al2023.tar.br'), brotliCompressSync(Buffer.alloc(1024)));
  return { folder, version: '1.2.3' };
};

/** What the search complains of. */
export const fault = (search: Promise<unknown>): Promise<OutsideError> =>
  search.then(
    () => expect.fail('A browser was found'),
    (error: unknown) => {
      if (error instanceof OutsideError) return error;
      throw error;
    },
  );
