import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

// TypeScript in the repository, JavaScript in the package.
const ENTRY = fileURLToPath(new URL(`./in-page/index${extname(import.meta.url)}`, import.meta.url));

/** Bundles what runs in the page as one script. */
export const inPageScript = async (): Promise<string> => {
  const { build, stop } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [ENTRY],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'esnext',
    tsconfigRaw: {},
    logLevel: 'silent',
  });
  await stop();
  return outputFiles[0]?.text ?? '';
};
