/** Bundles a program that runs in a page. */

import { fileURLToPath } from 'node:url';

/** The one before: esbuild has one service for all, and whoever stops it stops what others are at. */
let last: Promise<unknown> = Promise.resolve();

/** A program as one classic script, and the style sheets that it imports as one. */
export interface PageProgram {
  readonly script: string;
  readonly style: string;
}

/** Bundles the program at `entry`. */
export const bundle = (entry: URL, minify = false): Promise<PageProgram> => {
  const program = last.then(() => bundled(entry, minify));
  last = program.catch(() => {});
  return program;
};

const bundled = async (entry: URL, minify: boolean): Promise<PageProgram> => {
  const { build, stop } = await import('esbuild');
  try {
    const { outputFiles } = await build({
      entryPoints: [fileURLToPath(entry)],
      bundle: true,
      write: false,
      outdir: 'out',
      format: 'iife',
      target: minify ? 'es2022' : 'esnext',
      minify,
      tsconfigRaw: {},
      logLevel: 'silent',
    });
    const text = (ending: string): string =>
      outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
    return { script: text('.js'), style: text('.css') };
  } finally {
    await stop();
  }
};
