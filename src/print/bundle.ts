import { fileURLToPath } from 'node:url';

/** Bundles a program for browsers as one script, and the style sheets that it imports as one. */
export const bundle = async (entry: URL): Promise<{ readonly script: string; readonly style: string }> => {
  const { build, stop } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(entry)],
    bundle: true,
    write: false,
    outdir: 'out',
    format: 'iife',
    target: 'esnext',
    tsconfigRaw: {},
    logLevel: 'silent',
  });
  await stop();
  const text = (ending: string): string => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  return { script: text('.js'), style: text('.css') };
};
