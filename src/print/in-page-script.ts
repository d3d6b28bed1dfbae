import { extname } from 'node:path';
import { bundle } from '../bundling/bundle.ts';

/** The program's first file, TypeScript in the repository and JavaScript in the package. */
const ENTRY = new URL(`./in-page/index${extname(import.meta.url)}`, import.meta.url);

/** Bundles what runs in the page as one script. */
export const inPageScript = async (): Promise<string> => (await bundle(ENTRY)).script;
