/** Bundles a program that runs in a page. */

import { fileURLToPath } from 'node:url';

/** How many are being bundled: esbuild runs one service for all of them, which the last one stops. */
let running = 0;

/** A program as one classic script, and the style sheets that it imports as one. */
export interface PageProgram {
  readonly script: string;
  readonly style: string;
}

/** Bundles the program at `entry`. */
export const bundle = async (entry: URL, minify = false): Promise<PageProgram> => {
  const { build, stop } = await import('esbuild');
  running += 1;
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
    running -= 1;
    if (!running) await stop();
  }
};
