import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { describe, expect, test } from 'vitest';
import { PACKAGE } from '../src/world/package.ts';
import { installed, pack, runIn } from './package.ts';

const packed = await pack();

/** The Node that runs the tests, and the one that the machine has where it is another. */
const NODES = [...new Set([process.execPath, '/usr/bin/node', '/usr/local/bin/node'])].filter(existsSync);

describe('the package', () => {
  test('holds what a project needs, and nothing else', () => {
    const sorts = new Set(
      packed.paths.map((path) =>
        path
          .replace(/^dist\/guide-pages\/.*/u, 'dist/guide-pages/*')
          .replace(/^dist\/.*\.(d\.ts|js)$/u, 'dist/*.$1'),
      ),
    );
    const others = [...sorts].filter(
      (path) => !/^(?:docs|templates|src\/start\/(?:example|template))\//u.test(path),
    );
    expect(others.toSorted()).toEqual([
      'ARCHITECTURE.md',
      'LICENSE',
      'README.md',
      'dist/*.d.ts',
      'dist/*.js',
      'dist/guide-pages/*',
      'dist/preview/ui/screen.css',
      'package.json',
      'src/model/languages/en.ts',
      'src/render/view.ts',
    ]);
    expect(packed.paths).toContain('src/start/example/sources/packs/saturdays.yaml');
    expect(packed.paths).toContain('templates/handout/page.hbs');
    expect(packed.paths).toContain('dist/guide-pages/index.html');
  });

  test('is small', () => {
    expect(packed.size).toBeLessThan(1_200_000);
  });

  test('has nothing that publint finds', async () => {
    const bytes = await readFile(packed.tarball);
    const tarball = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    const { messages, pkg } = await publint({ pack: { tarball }, level: 'warning' });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  test('has every file that its Markdown leads to', async () => {
    for (const file of packed.paths.filter((path) => /^(?:docs\/.*|[^/]+)\.md$/u.test(path))) {
      const prose = (await readFile(join(PACKAGE, file), 'utf8')).replaceAll(/^```.*?^```$/gmsu, '');
      const links = Array.from(prose.matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/gu), ([, path = '']) => path);
      expect([
        file,
        links.filter((link) => !packed.paths.includes(posix.join(posix.dirname(file), link))),
      ]).toEqual([file, []]);
    }
  });
});

/** The guide's program, which is printed as it is to be typed. */
const example = async (): Promise<string> =>
  /^```ts\n(import .*?)^```$/msu.exec(
    await readFile(join(PACKAGE, 'docs', 'guide', 'commands.md'), 'utf8'),
  )?.[1] ?? '';

describe('a project that has it installed', () => {
  test.each(NODES)('begins and builds with %s', async (node) => {
    const root = await installed(packed);
    const main = join('node_modules', '.bin', 'despatch');
    const begun = await runIn(root, node, [main, 'init', '--yes']);
    expect(begun).toMatchObject({ status: 0, err: '' });
    const built = await runIn(root, node, [main, 'build', '--strict']);
    expect(built).toMatchObject({ status: 0 });
    expect(built.err.replace(/^note: .*\n/u, '')).toBe('');
    expect(await readdir(join(root, 'output', 'saturdays'))).toEqual(
      expect.arrayContaining(['councillor.pdf', 'press.txt', 'resident.html']),
    );
    const again = await runIn(root, node, [main, 'build', '--strict']);
    expect(again.out).toBe(built.out);
    const guide = await runIn(root, node, [main, 'guide']);
    expect(existsSync(fileURLToPath(guide.out.trim()))).toBe(true);
    const ejected = await runIn(root, node, [main, 'eject', 'partials/masthead']);
    expect(ejected).toMatchObject({ status: 0, out: 'templates/partials/masthead.hbs\n' });
    await writeFile(join(root, 'templates', 'partials', 'foot.hbs'), '{{strange}}\n');
    const told = await runIn(root, node, [main, 'check']);
    expect(told.err).toContain('templates/partials/foot.hbs:1:3: error');
  });

  test.each(['nodenext', 'bundler'])('has types, as %s finds them', async (moduleResolution) => {
    const root = await installed(packed);
    expect(await example()).toContain('await build(');
    await writeFile(join(root, 'consumer.mts'), CONSUMER);
    await writeFile(
      join(root, 'example.mts'),
      `declare const console: { log(...said: unknown[]): void };\n${await example()}`,
    );
    await writeFile(
      join(root, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: {
          module: moduleResolution === 'nodenext' ? 'nodenext' : 'esnext',
          moduleResolution,
          target: 'es2022',
          strict: true,
          noEmit: true,
          types: [],
          skipLibCheck: false,
        },
        files: ['consumer.mts', 'example.mts'],
      }),
    );
    const tsc = join(PACKAGE, 'node_modules', 'typescript', 'bin', 'tsc');
    expect(await runIn(root, process.execPath, [tsc, '-p', '.'])).toEqual({ status: 0, out: '', err: '' });
  });
});

/** A program that uses all that the package has for programs, and is wrong where a type is. */
const CONSUMER = `import { build, check, diskWorld, explain, load, type Built, type Message, type Project } from 'despatch';

const world = diskWorld({ root: '.', progress: (begun, all, name) => void [begun + all, name.length] });
const project: Project = (await load(world.files)).value;
const titles: readonly string[] = [...project.packs.values()].map(({ title }) => title);
const request = { packs: titles, audiences: [], formats: ['html'], version: '1', today: '2026-05-04' } as const;
const { value, messages } = await build(world, request);
const built: Built | null = value;
const places = messages.map(({ place, severity }: Message) => [place?.file ?? '', severity] as const);
const pages: number = built?.made.reduce((sum, { pages }) => sum + (pages ?? 0), places.length) ?? 0;
const checked = await check(world, { documents: false, today: '2026-05-04' });
const reasons = (await explain(world, 'pack', 'edition')).value?.reasons.map(({ why }) => why) ?? [];
export const told: readonly (string | number)[] = [pages, checked.value?.sources ?? 0, ...reasons];
// @ts-expect-error a format that there is none
await build(world, { ...request, formats: ['docx'] });
// @ts-expect-error what is told has no such member
messages.map(({ colour }) => colour);
`;
