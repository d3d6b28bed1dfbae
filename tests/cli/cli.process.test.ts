import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { filesBelow, onDisk } from '../on-disk.ts';
import { baseProject } from '../project.ts';
import { despatch } from './command.ts';

const library = 'sources/library/okoro-2025.md';
const HTML = ['--format', 'html'];
const unfitted = (names: string): string =>
  `Not fitted to pages, with all that was selected: ${names} (a build with PDFs finds what fits)\n`;

let root: string;
beforeAll(async () => {
  root = await onDisk(baseProject());
});

/** A copy of the base project with one file changed. */
const broken = (file: string, from: string, to: string): Promise<string> => {
  const contents = baseProject();
  const before = contents[file] ?? '';
  contents[file] = before.replace(from, to);
  expect(contents[file]).not.toBe(before);
  return onDisk(contents);
};

describe('a command that is done ends with 0', () => {
  test('build says what it made on standard output and nothing else', async () => {
    const { status, out, err } = await despatch(root, ['build', ...HTML]);
    expect(err).toBe('');
    expect(out).toBe(
      `bill/mp     html\nbill/press  html\n\n2 documents in output\n${unfitted('bill/mp, bill/press')}`,
    );
    expect(status).toBe(0);
    expect(await readdir(join(root, 'output'))).toEqual([
      'assets',
      'bill',
      'index.html',
      'manifest.json',
      'passages.html',
      'site',
    ]);
  });
  test('check counts and writes nothing', async () => {
    const folder = await onDisk(baseProject());
    expect(await despatch(folder, ['check'])).toEqual({
      status: 0,
      out: 'Checked 1 source, 3 passages, 2 documents\n',
      err: '',
    });
    expect(await readdir(folder)).not.toContain('output');
  });
  test('explain lists every passage with its reason, as text and as JSON', async () => {
    const { out } = await despatch(root, ['explain', 'bill', 'mp']);
    expect(out).toMatch(/^bill\/mp: One-page brief for mp, as at 16 January 2025$/mu);
    expect(out).toMatch(
      /^ {2}investigations-growth {2}named by the pack\n {25}okoro-2025, item 4; passes \d+ rules$/mu,
    );
    const { out: json } = await despatch(root, ['explain', 'bill', 'mp', '--json']);
    expect(JSON.parse(json)).toMatchObject({
      pack: 'bill',
      edition: 'mp',
      date: '2025-01-16',
      passages: expect.arrayContaining([
        expect.objectContaining({
          passage: 'investigations-growth',
          source: 'okoro-2025',
          locator: 'item 4',
          told: [],
        }),
      ]),
    });
    const { out: packs } = await despatch(root, ['explain']);
    expect(packs).toMatch(/^bill {2}mp, press {2}“The Bill at Second Reading”$/mu);
  });
  test('a narrowed build says what became of the others', async () => {
    const folder = await onDisk(baseProject());
    await despatch(folder, ['build', ...HTML]);
    await writeFile(
      join(folder, library),
      (await readFile(join(folder, library), 'utf8')).replace('rose by', 'grew by'),
    );
    const { out } = await despatch(folder, ['build', '--audience', 'press', '--format', 'html']);
    expect(out).toBe(
      `bill/press  html\n\n1 document in output\n${unfitted('bill/press')}1 other carried over unchanged, 1 of them out of date: bill/mp (build without names to renew them)\n`,
    );
  });
  test('help and version', async () => {
    expect((await despatch(root, ['--help'])).out).toContain('build [options] [pack...]');
    expect((await despatch(root, ['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/u);
  });
});

describe('input with errors ends with 1, every error with its place, and nothing is written', () => {
  test('as text, from wherever the command runs', async () => {
    const folder = await broken(library, 'statistic{', 'statistc{');
    const { status, out, err } = await despatch(join(folder, 'sources'), ['build', '--root', '..']);
    expect(status).toBe(1);
    expect(out).toBe('');
    expect(err).toMatch(/^library\/okoro-2025\.md:\d+:\d+: error: .*statistc.*\[[a-z-]+\]$/mu);
    expect(err).toContain('`statistic`');
    expect(err).not.toMatch(/\n\s+at /u);
    expect(await readdir(folder)).not.toContain('output');
  });
  test('as JSON', async () => {
    const folder = await broken(library, 'statistic{', 'statistc{');
    const { err } = await despatch(folder, ['check', '--reporter', 'json']);
    expect(JSON.parse(err)).toContainEqual(
      expect.objectContaining({ severity: 'error', place: expect.objectContaining({ file: library }) }),
    );
  });
  test('the earlier output stays', async () => {
    const folder = await onDisk(baseProject());
    await despatch(folder, ['build', ...HTML]);
    const before = await filesBelow(join(folder, 'output'));
    await writeFile(join(folder, library), 'no front matter');
    expect((await despatch(folder, ['build', ...HTML])).status).toBe(1);
    expect(await filesBelow(join(folder, 'output'))).toEqual(before);
    expect(await readdir(folder)).toEqual(['node_modules', 'output', 'sources', 'templates']);
  });
  test('warnings alone do not fail a command unless it is strict', async () => {
    const folder = await broken(library, 'priority=1}', 'priority=1 review=2020-01-01}');
    const relaxed = await despatch(folder, ['check']);
    expect(relaxed.status).toBe(0);
    expect(relaxed.err).toMatch(/warning: .*\[review-due\]\n.*\n.*\n.*\n1 warning\n$/u);
    expect((await despatch(folder, ['check', '--quiet'])).err).toBe('');
    expect((await despatch(folder, ['check', '--rule', 'no-topic,no-area'])).err).toBe('');
    expect((await despatch(folder, ['check', '--rule', 'review-due'])).err).toBe(relaxed.err);
    expect((await despatch(folder, ['check', '--strict', '--quiet'])).err).toBe(relaxed.err);
    expect((await despatch(folder, ['check', '--strict'])).status).toBe(1);
    expect((await despatch(folder, ['build', ...HTML, '--strict'])).status).toBe(1);
    expect(await readdir(folder)).not.toContain('output');
    expect((await despatch(folder, ['check', '--now', '2019-12-31'])).err).toBe('');
    expect((await despatch(folder, ['check'], { SOURCE_DATE_EPOCH: '1500000000' })).err).toBe('');
  });
});

describe('wrong use ends with 2 and says how to use it', () => {
  test.each([
    [['biuld'], /Did you mean build\?/u],
    [['build', '--audiense', 'mp'], /Did you mean --audience\?/u],
    [['guide', 'pack', 'rule'], /got 2: pack, rule\.\n {2}Write it as `despatch guide/u],
    [['guide', 'no-such'], /no rule `no-such`/u],
    [['guide', 'bad-value'], /`bad-value` is no rule: .*can’t be read/u],
    [['check', '--rule', 'stray-figur'], /no rule `stray-figur`\n {2}Did you mean `stray-figure`/u],
    [['impact'], /argument 'id'\n {2}Write it as `despatch impact \[options\] <id>`/u],
    [['build', 'bil'], /no pack `bil`\n {2}Did you mean `bill`\?/u],
    [['build', '--audience', 'mps'], /Did you mean `mp`\?/u],
    [['build', '--format', 'docx'], /no format `docx`\n {2}Write one or more of html, pdf, text/u],
    [['build', '--audience', ''], /empty name/u],
    [['build', '--root', 'nowhere'], /no folder `nowhere`/u],
    [['build', '--now', 'yesterday'], /`yesterday` is no date or time/u],
    [['explain', 'bill'], /has several editions\n {2}Name one after it: `mp` or `press`\./u],
    [['explain', 'bill', 'mps'], /Did you mean `mp`\?/u],
    [['build', '--out', '.'], /holds the project itself/u],
    [['build', '--out', 'sources/new'], /among the project's own files/u],
    [['check', '--reporter', 'xml'], /Allowed choices are text, json/u],
  ])('%s', async (args, text) => {
    const { status, out, err } = await despatch(root, args);
    expect(err).toMatch(text);
    expect(out).toBe('');
    expect(status).toBe(2);
  });
  test('a folder with files of other origin is replaced by force alone', async () => {
    const folder = await onDisk(baseProject());
    const mine = await onDisk({ 'letter.txt': 'keep' });
    const refused = await despatch(folder, ['build', ...HTML, '--out', mine]);
    expect(refused.status).toBe(2);
    expect(refused.err).toContain('--force');
    expect(await readdir(mine)).toEqual(['letter.txt']);
    expect((await despatch(folder, ['build', ...HTML, '--out', mine, '--force'])).status).toBe(0);
    expect(await readdir(mine)).toContain('manifest.json');
  });
  test('a folder of the project is not replaced, and force is not recommended', async () => {
    const folder = await onDisk({ ...baseProject(), 'images/letter.txt': 'keep' });
    for (const more of [[], ['--force']]) {
      const { status, err } = await despatch(folder, ['build', ...HTML, '--out', 'images', ...more]);
      expect(status).toBe(2);
      expect(err).toMatch(/among the project's files/u);
      expect(err).not.toContain('--force');
    }
    expect(await readdir(join(folder, 'images'))).toEqual(['letter.txt']);
  });
});

describe('what is missing outside ends with 3', () => {
  test('a browser that is not where DESPATCH_CHROME says', async () => {
    const { status, err } = await despatch(root, ['build'], { DESPATCH_CHROME: '/nowhere/chrome' });
    expect(status).toBe(3);
    expect(err).toContain('/nowhere/chrome');
    expect(err).not.toMatch(/\n\s+at /u);
  });
  test('an output folder that cannot be made', async () => {
    await writeFile(join(root, 'file'), '');
    const below = await despatch(root, ['build', ...HTML, '--out', 'file/below']);
    expect(below.status).toBe(3);
    expect(below.err).toMatch(/could not be written\n {2}Choose another folder/u);
  });
});

describe('a fault of despatch itself ends with 4 and asks for a report', () => {
  const failing = async (args: readonly string[]) => {
    let err = '';
    const host = Object.create(process, {
      stdout: {
        value: {
          write: () => {
            throw new TypeError('boom');
          },
        },
      },
      stderr: { value: { write: (text: string) => (err += text), isTTY: false } },
    }) as NodeJS.Process;
    return { status: await run([...args, '--root', root], host), err };
  };
  test('without a stack', async () => {
    const { status, err } = await failing(['check']);
    expect(status).toBe(4);
    expect(err).toMatch(/despatch itself failed: boom\n.*not of your files.*report/su);
    expect(err).not.toMatch(/\n\s+at /u);
  });
  test('with the stack where it is asked for', async () => {
    expect((await failing(['check', '--debug'])).err).toMatch(/TypeError: boom\n\s+at /u);
  });
});

test('whoever stops reading early is no fault', async () => {
  const { status, err } = await despatch(root, ['explain', 'bill', 'mp'], {}, (child) =>
    child.stdout?.destroy(),
  );
  expect(err).toBe('');
  expect(status).toBe(0);
});
