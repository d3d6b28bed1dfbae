/** Projects on disk as large as some have to be read: this repository's own sources and templates, with more packs and sources. */

import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PACK = 'sources/packs/childrens-wellbeing-bill.yaml';

/** The first pack of this repository, up to its editions, and what its edition for members says, its annex apart. */
const bill = (): { readonly head: string; readonly edition: string } => {
  const text = readFileSync(PACK, 'utf8');
  const [, head = '', edition = ''] = /^([^]*?editions:\n) {2}mp:\n([^]*?)^ {2}minister:/mu.exec(text) ?? [];
  return { head, edition: edition.replace('    annex: true\n', '') };
};

/** This repository's project without its packs. */
const withoutPacks = (root: string): void => {
  for (const folder of ['sources', 'templates']) cpSync(folder, join(root, folder), { recursive: true });
  rmSync(join(root, 'sources/packs'), { recursive: true });
  mkdirSync(join(root, 'sources/packs'));
};

const ranged = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join('');

/** The table of recipients: its rows have a name and a figure of their own, and one that nothing shows. */
const SEATS = 'sources/data/seats.csv';

/** Writes a project of one pack with a one-page brief for each of so many recipients; gives the path of their table. */
export const writeBriefs = (root: string, count: number): string => {
  withoutPacks(root);
  const { head, edition } = bill();
  const merged = edition
    .replace('headline: D', 'recipients: seats\n    headline: In :field[name], d')
    .replace('slots:\n', 'slots:\n      local: { max: 0 }\n')
    .concat('    summary: In :field[name] homes for children are :field[full] full.\n');
  writeFileSync(join(root, PACK), `${head}  mp:\n${merged}`);
  const rows = ranged(count, (index) => `S${index},Seat ${index},${index % 100}.${index % 10},${index}\n`);
  mkdirSync(join(root, 'sources/data'), { recursive: true });
  writeFileSync(join(root, SEATS), `code,seat,full,spare\n${rows}`);
  const columns =
    '{ full: { column: full, label: Homes full, unit: "%", source: jones-clauses-2025, period: 2024 } }';
  writeFileSync(
    join(root, SEATS.replace('.csv', '.yaml')),
    `title: Homes by seat\nkey: code\nname: seat\nnation: England\ncolumns: ${columns}\n`,
  );
  return join(root, SEATS);
};

const NOTE = 'sources/library/own-note.md';

/** Adds a brief that alone shows a passage; gives the path of the file that the passage is in. */
export const writeOwnBrief = (root: string): string => {
  const { edition } = bill();
  const own = edition.replace('[investigations-growth-2011', '[only-here');
  writeFileSync(join(root, PACK), `  own:\n    audience: mp\n${own}`, { flag: 'a' });
  const text = 'In 2024 there were 1,234 homes for children in England.';
  writeFileSync(
    join(root, NOTE),
    `---\ntitle: A note of its own\npublisher: Office of Homes\nissued: 2024-05-01\ntype: report\ntopics: inspection\n---\n
::::statistic{#only-here period=2024 area=England unit=homes locator="page 1" priority=1}\n${text}\n::::\n`,
  );
  return join(root, NOTE);
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
