/**
 * Times how long it takes to finish a printed document, in milliseconds: a process of its own, as loops over bytes take
 * ten times as long where modules are loaded as vitest does. Takes a folder with `printed.pdf` and `marks.json`, and how
 * often to finish it.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Marks } from '../../src/model/mark.ts';
import { finishPdf } from '../../src/pdf/finish.ts';

const [folder = '', runs = '1'] = process.argv.slice(2);
const bytes = new Uint8Array(readFileSync(join(folder, 'printed.pdf')));
const marks = JSON.parse(readFileSync(join(folder, 'marks.json'), 'utf8')) as Marks;
const properties = {
  title: 'Briefing',
  author: null,
  subject: null,
  keywords: [],
  language: 'en-GB',
  date: '2025-01-16',
};

const times: number[] = [];
for (let run = 0; run < Number(runs); run += 1) {
  const start = performance.now();
  await finishPdf(bytes, properties, marks);
  times.push(performance.now() - start);
}
// The first ones are not warm yet.
process.stdout.write(JSON.stringify(times.slice(Math.floor(times.length / 4))));
