/** What makes a folder a project of npm: files that may be there already, and are then added to. */

import { isDeepStrictEqual } from 'node:util';
import { slugOf } from '../load/meant.ts';
import type { Publisher } from './example.ts';

/** A file that may be there already: what it becomes; null where it may stay as it is. */
export type Supplement = (before: string | null) => string | null;

/** The supplements by path, for a project of a publisher that is built by this version of despatch. */
export const supplements = (
  { name, short }: Publisher,
  version: string,
): Readonly<Record<string, Supplement>> => ({
  'package.json': (before) =>
    packageJson(before, [slugOf(short), 'briefings'].filter(Boolean).join('-'), version),
  '.gitignore': (before) => withLines(before, ['node_modules/', '/output/']),
  'README.md': (before) => (before === null ? readme(name) : null),
});

interface NpmPackage {
  name?: string;
  private?: boolean;
  scripts?: Record<string, string>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

/** @throws SyntaxError where the file is no JSON. */
const packageJson = (before: string | null, name: string, version: string): string | null => {
  const about: NpmPackage = before === null ? { name, private: true } : parsed(before);
  const { scripts, dependencies, devDependencies } = about;
  about.scripts = { build: 'despatch build', check: 'despatch check', ...scripts };
  if (!dependencies?.['despatch'] && !devDependencies?.['despatch'])
    about.dependencies = { ...dependencies, despatch: `^${version}` };
  return isDeepStrictEqual(about, before === null ? null : parsed(before)) ? null : jsonText(about, before);
};

/** JSON indented as it was before, with rows that end as they did. */
const jsonText = (value: object, before: string | null): string => {
  const indent = /^[ \t]+(?=")/mu.exec(before ?? '')?.[0] ?? '  ';
  return `${JSON.stringify(value, null, indent)}\n`.replaceAll('\n', rowEnd(before));
};

const rowEnd = (before: string | null): string => (before?.includes('\r\n') ? '\r\n' : '\n');

const parsed = (text: string): NpmPackage => {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new SyntaxError('no object');
  return value;
};

const withLines = (before: string | null, lines: readonly string[]): string | null => {
  const there = (before ?? '').split(/\r?\n/u);
  const missing = lines.filter((line) => !there.includes(line));
  if (!missing.length) return null;
  const end = rowEnd(before);
  const head = before && !before.endsWith('\n') ? before + end : (before ?? '');
  return head + missing.map((line) => line + end).join('');
};

const readme = (name: string): string => `# Briefings of ${name}

Passages and their sources are in \`sources/library\`, what is made of them in \`sources/packs\`. To build the documents:

    npm install
    npm run build

Open \`output/index.html\` in a browser: it lists every document. What comes with the project is an example: write your
own name and address into \`sources/organisation.yaml\`, and your own sources and packs in place of those in
\`sources/library\` and \`sources/packs\`. Each build replaces what it has made in \`output\`: change nothing there.
`;
