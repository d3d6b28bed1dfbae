/**
 * What a save takes until the page that is shown is new, until it is new on paper, and until the project is checked: of this
 * repository's packs, and of a library of 10,000 passages. `npx vitest bench tests/preview`.
 */

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { diskWorld } from '../../src/commands/disk-world.ts';
import { Checking } from '../../src/preview/checking.ts';
import { editorOf } from '../../src/preview/editor.ts';
import { HeldFiles, heldPackages } from '../../src/preview/held-files.ts';
import type { PreviewState } from '../../src/preview/interface.ts';
import { Session } from '../../src/preview/session.ts';
import { tell } from '../cli/cost.ts';
import { writeLibrary } from '../large.ts';

const SAVES = 15;

/** The middle one. */
const median = (numbers: readonly number[]): number =>
  Math.round(numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0);

/** Milliseconds from a save on, the middle of many; and of the processor, until the page is shown. */
const saves = async (root: string, document: string, file: string, words: RegExp) => {
  const world = diskWorld({ root, cache: null });
  const files = new HeldFiles(world.files);
  const held = { ...world, files, packages: heldPackages(world.packages) };
  let hear = (_state: PreviewState): void => {};
  const session = new Session({
    world: held,
    editor: editorOf(root, files),
    checking: new Checking(held),
    today: () => '2025-01-16',
    tell: (state) => hear(state),
  });
  onTestFinished(() => session.close());
  const until = (isDone: (state: PreviewState) => boolean): Promise<void> =>
    new Promise((done) => {
      hear = (state) => {
        if (isDone(state)) done();
      };
      hear(session.state);
    });
  const isAtRest = ({ busy, open }: PreviewState): boolean =>
    busy === null && Boolean(open?.paper && !open.paper.isStale);
  session.refresh();
  await until(isAtRest);
  if (session.open(document)) await until((state) => state.open?.name === document && isAtRest(state));
  const found: { page: number; processor: number; paper: number; checked: number }[] = [];
  for (let save = 0; save < SAVES; save += 1) {
    const { page, paper } = session.state.open ?? {};
    writeFileSync(
      join(root, file),
      readFileSync(join(root, file), 'utf8').replaceAll(words, `experience ${save}`),
    );
    files.forget(file, false);
    const [began, used] = [performance.now(), process.cpuUsage()];
    const since = (): number => performance.now() - began;
    session.refresh();
    await until(({ open }) => (open?.page?.turn ?? 0) > (page?.turn ?? 0));
    const shown = { page: since(), processor: process.cpuUsage(used).user / 1000 };
    await until(({ open }) => !open?.paper?.isStale && (open?.paper?.turn ?? 0) > (paper?.turn ?? 0));
    const printed = { ...shown, paper: since() };
    await until(isAtRest);
    found.push({ ...printed, checked: since() });
  }
  const middle = (name: 'page' | 'processor' | 'paper' | 'checked'): number =>
    median(found.map((one) => one[name]));
  return {
    page: middle('page'),
    processor: middle('processor'),
    paper: middle('paper'),
    checked: middle('checked'),
  };
};

const newFolder = (): string => {
  const root = mkdtempSync(join(tmpdir(), 'despatch-save-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return root;
};

const SOURCE = 'sources/library/jones-clauses-2025.md';
const WORDS = /experience(?:d| \d+)(?= social)/gu;

test('a save of this repository’s packs', { timeout: 600_000 }, async () => {
  const root = newFolder();
  for (const folder of ['sources', 'templates']) cpSync(folder, join(root, folder), { recursive: true });
  const took = await saves(root, 'childrens-wellbeing-bill/mp', SOURCE, WORDS);
  tell(took);
  // The figures are for reading, the bound is for mistakes.
  expect(took.page).toBeLessThan(1_500);
});

test('a save in a library of 10,000 passages', { timeout: 600_000 }, async () => {
  const root = newFolder();
  writeLibrary(root, { sources: 1_000, packs: 1 });
  const took = await saves(root, '', SOURCE, WORDS);
  tell(took);
  expect(took.page).toBeLessThan(3_000);
});
