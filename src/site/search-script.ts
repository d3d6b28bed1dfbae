import { extname } from 'node:path';
import { bundle } from '../bundling/bundle.ts';
import { lazy } from '../model/memo.ts';
import type { PageScript } from '../render/scripts.ts';

// TypeScript in the repository, JavaScript in the package.
const ENTRY = new URL(`./in-page/index${extname(import.meta.url)}`, import.meta.url);

/** What searches, bundled once in a process: it is always the same. */
export const searchScript: () => Promise<PageScript> = lazy(async () => ({
  property: 'dataSearch',
  code: (await bundle(ENTRY, true)).script,
}));
