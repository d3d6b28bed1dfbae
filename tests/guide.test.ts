import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { program } from '../src/cli/program.ts';
import { Terminal } from '../src/cli/terminal.ts';
import { PACKAGE } from '../src/world/package.ts';
import { guideTables } from './guide-tables.ts';

/** Chapters by their files' names. UPDATE_EXPECTED=1 writes what is made of tables into them. */
const FOLDER = join(PACKAGE, 'docs', 'guide');
const chapters = new Map(
  readdirSync(FOLDER)
    .toSorted()
    .map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')]),
);

const tables = await guideTables();

/** What stands between two marks, with the blanks around it. */
const between = (mark: string): RegExp =>
  new RegExp(`(<!-- ${mark} -->)(\\s*)(.*?)(\\s*)(<!-- /${mark} -->)`, 'su');

const chapterWith = (mark: string): [string, string] => {
  const found = [...chapters].find(([, text]) => between(mark).test(text));
  if (!found) throw new Error(`no chapter has ${mark}`);
  return found;
};

const update = (mark: string, made: string): void => {
  const [name, text] = chapterWith(mark);
  const blank = made.includes('\n') ? '\n' : '';
  const written = text.replace(between(mark), (_, open: string, _a, _b, _c, close: string) =>
    [open, made, close].join(blank),
  );
  writeFileSync(join(FOLDER, name), written);
  chapters.set(name, written);
};

describe('the guide', () => {
  test.each(Object.entries(tables))('has the table of %s as the code has it', (mark, made) => {
    if (process.env['UPDATE_EXPECTED']) update(mark, made);
    expect(between(mark).exec(chapterWith(mark)[1])?.[3]).toBe(made);
  });

  test('marks nothing else as made', () => {
    const marks = [...chapters.values()].flatMap((text) =>
      Array.from(text.matchAll(/<!-- ([a-z ]+) -->/gu), ([, mark = '']) => mark),
    );
    expect(marks.toSorted()).toEqual(Object.keys(tables).toSorted());
  });

  test('has every chapter in its list, and one heading at the head of each', () => {
    const listed = Array.from(
      (chapters.get('index.md') ?? '').matchAll(/\]\((\w+\.md)\)/gu),
      ([, name]) => name,
    );
    expect(new Set([...listed, 'index.md'])).toEqual(new Set(chapters.keys()));
    for (const [name, text] of chapters) {
      const prose = text.replaceAll(/^```.*?^```$/gmsu, '');
      expect([name, prose.match(/^# /gmu)?.length, text.startsWith('# ')]).toEqual([name, 1, true]);
    }
  });

  test('tells what each command does', () => {
    const commands = program(new Terminal(process)).commands.map((command) => command.name());
    const told = Array.from(
      (chapters.get('commands.md') ?? '').matchAll(/^\| `despatch (\w+)/gmu),
      ([, name]) => name,
    );
    expect(new Set(told)).toEqual(new Set(commands));
  });

  test('leads to files that there are', () => {
    for (const [name, text] of chapters)
      for (const [, link = ''] of text.replaceAll(/^```.*?^```$/gmsu, '').matchAll(/\]\(([^)#:\s]+)\)/gu))
        expect([name, link, readFileSync(join(FOLDER, link), 'utf8').length > 0]).toEqual([name, link, true]);
  });
});
