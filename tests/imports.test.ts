import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';

const TESTS = dirname(fileURLToPath(import.meta.url));
const SRC = join(TESTS, '../src');

const ANY_IMPORT = /(?:from|import)\s*\(?\s*'([^']+)'/gu;

/** What is still imported when types are gone. */
const IMPORT_THAT_RUNS =
  /(?:^(?:import|export)\s(?!type\b)(?:[^'=;]*\sfrom\s)?|\bimport\s*\()\s*'([^']+)'/gmu;

/** What each file below a folder imports: local files by path from there, packages by name. */
const importsBelow = (
  cwd: string,
  form = ANY_IMPORT,
  folders: readonly string[] = ['.'],
): ReadonlyMap<string, readonly string[]> => {
  const globs = folders.map((folder) => posix.join(folder, '**/*.ts'));
  const files = globSync(globs, { cwd, ignore: 'builds/**' }).toSorted();
  return new Map(
    files.map((file) => {
      const text = readFileSync(join(cwd, file), 'utf8');
      const names = [...text.matchAll(form)].map((found) => found[1] ?? '');
      return [
        file,
        names.map((name) => (name.startsWith('.') ? posix.join(posix.dirname(file), name) : name)),
      ];
    }),
  );
};

const imports = importsBelow(SRC);
const files = [...imports.keys()];

/** The folder of a file; `index.ts` alone stands at the top of `src/`. */
const folder = (file: string): string => (file.includes('/') ? (file.split('/')[0] ?? '') : 'top');

const local = (file: string): readonly string[] =>
  (imports.get(file) ?? []).filter((name) => name.endsWith('.ts'));

/** What calls the stages may import any. */
const STAGES = [
  'diagnostics',
  'model',
  'world',
  'load',
  'select',
  'merge',
  'prose',
  'compose',
  'render',
  'fit',
  'print',
  'pdf',
  'rules',
  'evidence',
  'publish',
  'secrecy',
  'site',
];

/** What each folder may import besides itself. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  diagnostics: [],
  model: ['diagnostics'],
  world: ['diagnostics', 'model'],
  sealing: [],
  bundling: [],
  citation: ['model'],
  charts: ['model'],
  pictures: ['model', 'sealing'],
  originals: ['model'],
  load: ['diagnostics', 'model', 'world', 'pictures', 'originals'],
  select: ['diagnostics', 'model'],
  merge: ['model'],
  prose: ['diagnostics', 'model'],
  compose: ['diagnostics', 'model', 'citation'],
  render: ['diagnostics', 'model', 'world', 'pictures', 'charts', 'rules', 'sealing'],
  fit: ['model'],
  print: ['diagnostics', 'model', 'world', 'bundling'],
  pdf: ['diagnostics', 'model'],
  rules: ['diagnostics', 'model', 'world'],
  evidence: ['diagnostics', 'model', 'rules'],
  publish: ['diagnostics', 'model', 'world'],
  secrecy: ['diagnostics', 'model', 'world', 'select', 'pdf'],
  guide: ['diagnostics', 'model', 'world', 'load', 'render'],
  start: ['diagnostics', 'model', 'world', 'load'],
  site: ['diagnostics', 'model', 'world', 'select', 'merge', 'citation', 'compose', 'render', 'bundling'],
  produce: STAGES,
  edit: ['diagnostics', 'model', 'load'],
  preview: [...STAGES, 'produce', 'edit', 'bundling'],
  commands: [...STAGES, 'produce', 'start', 'edit', 'preview'],
  top: ['diagnostics', 'model', 'world', 'load', 'commands'],
  cli: ['diagnostics', 'model', 'world', 'commands', 'start'],
};

/** The process or the console in code. */
const STRAY = /(?<![.\w])(?:process\b|console\s*[.[])/u;

describe('import rules', () => {
  test('every folder has a rule', () => {
    expect([...new Set(files.map(folder))].toSorted()).toEqual(Object.keys(MAY).toSorted());
  });

  test('folders know what is below them and themselves', () => {
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

  test('the package of PDFs is used through its index', () => {
    const wrong = files.flatMap((file) =>
      local(file)
        .filter((name) => folder(name) === 'pdf' && folder(file) !== 'pdf' && name !== 'pdf/index.ts')
        .map((name) => `${file} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  test('what runs in the page is a script of its own, known by its interface', () => {
    const isInPage = (file: string): boolean => /^(?:print|site)\/in-page\//u.test(file);
    const values = (file: string): readonly string[] => {
      const text = readFileSync(join(SRC, file), 'utf8');
      return [...text.matchAll(/^import (?!type\b)[^']*'([^']+)'/gmu)].map(([, name = '']) => name);
    };
    const beyond = files
      .filter(isInPage)
      .flatMap((file) => values(file).filter((name) => !/^(?:\.\/[\w-]+\.ts|minisearch)$/u.test(name)));
    const into = files.filter((file) => !isInPage(file)).flatMap((file) => local(file).filter(isInPage));
    expect(beyond).toEqual([]);
    expect([...new Set(into)]).toEqual(['print/in-page/interface.ts', 'site/in-page/interface.ts']);
  });

  test('no two files mean two things by one type', () => {
    const declared = new Map<string, string[]>();
    for (const file of files)
      for (const [, name = ''] of readFileSync(join(SRC, file), 'utf8').matchAll(
        /^(?:export )?(?:abstract )?(?:interface|type|class) (\w+)(?=\s*(?:[<={]|extends|implements))/gmu,
      ))
        declared.set(name, [...(declared.get(name) ?? []), file]);
    expect(declared.size).toBeGreaterThan(300);
    expect([...declared].filter(([, places]) => places.length > 1)).toEqual([]);
  });

  const only = (pattern: RegExp, where: string): readonly string[] =>
    files.filter((file) => folder(file) !== where && imports.get(file)?.some((name) => pattern.test(name)));

  test('the browser is for print, PDF structure for pdf, the command line for cli', () => {
    expect(only(/^(?:puppeteer|@puppeteer|@sparticuz)/u, 'print')).toEqual([]);
    expect(only(/^esbuild/u, 'bundling')).toEqual([]);
    expect(only(/^(?:@cantoo\/pdf-lib|fontkit)/u, 'pdf')).toEqual([]);
    expect(only(/^commander$/u, 'cli')).toEqual([]);
  });

  test('only the command line and the world on disk touch the process, and only the first the console', () => {
    const wrong = files.filter(
      (file) =>
        folder(file) !== 'cli' &&
        (file === 'commands/disk-world.ts' ? /(?<![.\w])console\s*[.[]/u : STRAY).test(
          readFileSync(join(SRC, file), 'utf8').replace(/^\s*(?:\/\/|\*|\/\*).*$/gmu, ''),
        ),
    );
    expect(wrong).toEqual([]);
  });
});

describe('tests', () => {
  const tests = importsBelow(TESTS);
  /** With all files of `src/` that they run. */
  const running = importsBelow(TESTS, IMPORT_THAT_RUNS, ['.', '../src']);

  /** All that a file imports, over other files too. */
  const reached = (file: string, from = tests, found = new Set<string>()): ReadonlySet<string> => {
    for (const name of from.get(file) ?? []) {
      if (found.has(name)) continue;
      found.add(name);
      reached(name, from, found);
    }
    return found;
  };

  /** Those of one sort, e.g. `.build`; all that have none are unit tests. */
  const named = (sort: string): readonly string[] =>
    [...tests.keys()].filter((file) => /^[^.]+((?:\.\w+)?)\.test\.ts$/u.exec(file)?.[1] === sort);

  test('lie in folders of the same names as what they test', () => {
    const other = new Set(['.', 'samples', 'specimens']);
    const every = [...tests.keys()].filter((file) => file.endsWith('.test.ts'));
    const folders = every.map((file) => posix.dirname(file));
    expect(folders.filter((folder) => !other.has(folder) && !existsSync(join(SRC, folder)))).toEqual([]);
  });

  test('are of one of four sorts', () => {
    const every = [...tests.keys()].filter((file) => file.endsWith('.test.ts'));
    expect(
      every.filter((file) => !['', '.build', '.process', '.browser'].flatMap(named).includes(file)),
    ).toEqual([]);
  });

  test('that start something say so in their names', () => {
    const starts = (file: string): boolean =>
      ['node:child_process', 'puppeteer'].some((name) => reached(file).has(name));
    expect(['', '.build'].flatMap(named).filter(starts)).toEqual([]);
  });

  test('that take whole projects through the stages say so in their names, and no others', () => {
    // The command line names all commands; who asks it for their words runs none.
    const others = new Map([...running].filter(([file]) => file !== '../src/cli/program.ts'));
    const plans = (file: string): boolean => reached(file, others).has('../src/produce/planner.ts');
    expect(named('').filter(plans)).toEqual([]);
    expect(named('.build').filter((file) => !plans(file))).toEqual([]);
  });
});
