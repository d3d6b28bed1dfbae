/** Projects on disk as large as some have to be read: this repository's own sources and templates, with more packs and sources. */

import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PACK = 'sources/packs/childrens-wellbeing-bill.yaml';

/** The first pack of this repository, up to its editions, and what its edition for members says. */
const bill = (): { readonly head: string; readonly edition: string } => {
  const text = readFileSync(PACK, 'utf8');
  const [, head = '', edition = ''] = /^([^]*?editions:\n) {2}mp:\n([^]*?)^ {2}minister:/mu.exec(text) ?? [];
  return { head, edition };
};

/** This repository's project without its packs. */
const withoutPacks = (root: string): void => {
  for (const folder of ['sources', 'templates']) cpSync(folder, join(root, folder), { recursive: true });
  rmSync(join(root, 'sources/packs'), { recursive: true });
  mkdirSync(join(root, 'sources/packs'));
};

const ranged = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join('');

/** Writes a project of one pack with so many one-page briefs, each with a headline of its own; gives the pack's path. */
export const writeBriefs = (root: string, count: number): string => {
  withoutPacks(root);
  const { head, edition } = bill();
  const briefs = ranged(
    count,
    (index) =>
      `  mp-${index}:\n    audience: mp\n${edition.replace('headline: D', `headline: Brief ${index}, d`)}`,
  );
  writeFileSync(join(root, PACK), head + briefs);
  return join(root, PACK);
};

const PASSAGES = 10;

const source = (number: number): string => `---
title: Report ${number}
publisher: Group ${number}
issued: 2019-0${1 + (number % 9)}
type: report
topics: funding
---

${ranged(
  PASSAGES,
  (
    index,
  ) => `::::statistic{#report-${number}-${index} period=2019 area=England unit=children locator="page ${index + 1}" priority=5}
Report ${number} found that ${index + 2},${100 + number} children were helped by councils.
::::

`,
)}`;

/** Writes a project with so many sources of ten passages each besides our own, and so many packs of one edition. */
export const writeLibrary = (root: string, size: { sources: number; packs: number }): void => {
  withoutPacks(root);
  const { head, edition } = bill();
  for (let number = 0; number < size.sources; number += 1)
    writeFileSync(join(root, `sources/library/report-${number}.md`), source(number));
  for (let number = 0; number < size.packs; number += 1)
    writeFileSync(
      join(root, `sources/packs/pack-${number}.yaml`),
      `${head.replace(/^short:.*\n/mu, `short: pack-${number}\n`)}  mp:\n    audience: mp\n${edition}`,
    );
};
