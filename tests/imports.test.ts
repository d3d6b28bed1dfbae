import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';

const SRC = join(dirname(fileURLToPath(import.meta.url)), '../src');
const files = globSync('**/*.ts', { cwd: SRC }).toSorted();

/** What each file of `src/` imports: local files by path from `src/`, packages by name. */
const imports = new Map(
  files.map((file) => {
    const text = readFileSync(join(SRC, file), 'utf8');
    const names = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/gu)].map((found) => found[1] ?? '');
    return [file, names.map((name) => (name.startsWith('.') ? posix.join(posix.dirname(file), name) : name))];
  }),
);

/** The folder of a file; files at the top of `src/` call the stages. */
const folder = (file: string): string => (file.includes('/') ? (file.split('/')[0] ?? '') : 'top');

const local = (file: string): readonly string[] =>
  (imports.get(file) ?? []).filter((name) => name.endsWith('.ts'));

/** What each folder may import besides itself. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  model: [],
  sealing: [],
  citation: ['model'],
  pictures: ['model', 'sealing'],
  load: ['model', 'pictures'],
  select: ['model'],
  compose: ['model', 'citation'],
  render: ['model', 'pictures', 'sealing'],
  fit: ['model'],
  print: ['model'],
  pdf: ['model'],
  check: ['model'],
  publish: ['model'],
  top: ['model', 'load', 'select', 'compose', 'render', 'fit', 'print', 'pdf', 'check', 'publish'],
  cli: ['model', 'load', 'render', 'print', 'publish', 'top'],
};

describe('import rules', () => {
  test('every folder has a rule', () => {
    expect([...new Set(files.map(folder))].toSorted()).toEqual(Object.keys(MAY).toSorted());
  });

  test('stages know the model and themselves', () => {
    const wrong = files.flatMap((file) =>
      local(file)
        .filter((name) => folder(name) !== folder(file) && !MAY[folder(file)]?.includes(folder(name)))
        .map((name) => `${file} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  test('no file imports itself over others', () => {
    const cycles: string[] = [];
    const done = new Set<string>();
    const walk = (file: string, above: readonly string[]): void => {
      if (above.includes(file)) cycles.push([...above.slice(above.indexOf(file)), file].join(' → '));
      if (above.includes(file) || done.has(file)) return;
      local(file).forEach((name) => walk(name, [...above, file]));
      done.add(file);
    };
    files.forEach((file) => walk(file, []));
    expect(cycles).toEqual([]);
  });

  test('every import leads to a file', () => {
    expect(files.flatMap(local).filter((name) => !files.includes(name))).toEqual([]);
  });

  const only = (pattern: RegExp, where: string): readonly string[] =>
    files.filter((file) => folder(file) !== where && imports.get(file)?.some((name) => pattern.test(name)));

  test('the browser is for print, PDF structure for pdf, the command line for cli', () => {
    expect(only(/^(?:puppeteer|@puppeteer|@sparticuz)/u, 'print')).toEqual([]);
    expect(only(/^(?:@cantoo\/pdf-lib|fontkit)/u, 'pdf')).toEqual([]);
    expect(only(/^commander$/u, 'cli')).toEqual([]);
  });

  test('only cli touches the process and the console', () => {
    const wrong = files.filter(
      (file) =>
        folder(file) !== 'cli' &&
        /(?<![.\w])(?:process|console)\s*[.[]/u.test(
          readFileSync(join(SRC, file), 'utf8').replace(/^\s*(?:\/\/|\*|\/\*).*$/gmu, ''),
        ),
    );
    expect(wrong).toEqual([]);
  });
});
