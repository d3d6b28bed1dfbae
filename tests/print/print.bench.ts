/**
 * What it takes to print a document and to finish its PDF, beside what the browser takes for the same page alone:
 * `npx vitest bench tests/print`.
 */

import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { finishPdf } from '../../src/pdf/finish.ts';
import { strangeFonts } from '../../src/pdf/facts/fonts.ts';
import { fontNames } from '../pdf/font-names.ts';
import { readPdf } from '../pdf/read-pdf.ts';
import { openBareTab, PAPER, withFonts } from './bare.ts';
import { BOLD, jobOf, newFolder, openPress, pageOf, REGULAR } from './press.ts';

const facts =
  '<li><b>152%</b> more investigations than fourteen years ago<sup><a href="#n">1</a></sup></li>'.repeat(6);
const asks =
  '<p>Fund councils to rebuild their own children’s homes, and keep the people who know them.</p>'.repeat(6);
const STYLE = '@page { @bottom-center { content: "Page " counter(page); font: 9pt Sans } }';
const brief = pageOf(
  `<h1>Keep experienced social workers with families</h1><h2>What we ask</h2>${asks}<h2>The facts</h2><ul>${facts}</ul>
  <table><tr><th>Area<th>Rate</tr>${'<tr><td>Leeds<td>12%</tr>'.repeat(8)}</table>
  <section class="notes"><ol><li id="n" style="font-size: 9pt">Jones 2025, item 4</ol></section>`,
  STYLE,
);

/** A pack with a table of contents, tables and notes: two sections fill a page and a half or so. */
const pack = (sections: number): string => {
  const numbers = Array.from({ length: sections }, (_, index) => index + 1);
  const entries = numbers.map((number) => `<li><a href="#s${number}">Section ${number}</a></li>`);
  const bodies = numbers.map(
    (
      number,
    ) => `<section><h2 id="s${number}">Section ${number}</h2>${asks}<p>See <a href="https://example.org/${number}">the
    paper</a><sup><a role="doc-noteref" href="#n${number}">${number}</a></sup>.</p><ul>${facts.replaceAll('#n', `#n${number}`)}</ul>
    <table><caption>Rates</caption><thead><tr><th scope="col">Area<th scope="col">Rate</thead>
    ${'<tr><th scope="row">Leeds<td>12%</tr>'.repeat(12)}</table></section>`,
  );
  const notes = numbers.map(
    (number) => `<li id="n${number}" role="doc-endnote">Jones 2025, item ${number}</li>`,
  );
  return pageOf(
    `<h1>Pack</h1><nav role="doc-toc"><ol>${entries.join('')}</ol></nav>${bodies.join('')}<ol>${notes.join('')}</ol>`,
    `${STYLE} td, th { border: 1px solid } table { width: 100% }`,
  );
};

const PROPERTIES = {
  title: 'Briefing',
  author: null,
  subject: null,
  keywords: [],
  language: 'en-GB',
  date: '2025-01-16',
};

const middle = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

/** How long some work takes each time, in milliseconds, when it is warm. */
const timed = async (runs: number, work: () => Promise<unknown>): Promise<number[]> => {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.slice(Math.floor(runs / 4));
};

test('a brief of one page', async ({ bench }) => {
  const { printer } = await openPress();
  const job = jobOf(brief);
  const { bytes, marks } = await printer.print(job);
  const finished = await finishPdf(bytes, PROPERTIES, marks);
  const names = await fontNames([REGULAR[1], BOLD[1]]);
  // A character that is missing would take longer than all the rest.
  expect(strangeFonts(await readPdf(finished), names)).toEqual([]);

  const page = await openBareTab();
  const inline = withFonts(brief);
  await bench('bare: the same content printed again', () => page.pdf(PAPER)).run();
  await bench('bare: set the content, print', () =>
    page.setContent(inline).then(() => page.pdf(PAPER))).run();
  await bench('print', () => printer.print(job)).run();
  await bench('inspect', () => readPdf(finished).then((read) => strangeFonts(read, names))).run();
});

test(
  'finishing takes little beside printing, and its time grows with the pages',
  { timeout: 600_000 },
  async () => {
    const page = await openBareTab();
    const { printer } = await openPress();
    const rows = [];
    for (const [html, runs] of [
      [brief, 60],
      [pack(38), 12],
      [pack(380), 4],
    ] as const) {
      const { bytes, marks } = await printer.print(jobOf(html));
      const { pages } = await readPdf(bytes);
      const folder = newFolder();
      writeFileSync(join(folder, 'printed.pdf'), bytes);
      writeFileSync(join(folder, 'marks.json'), JSON.stringify(marks));
      await page.setContent(withFonts(html), { timeout: 0 });
      const bare = middle(await timed(runs, () => page.pdf({ ...PAPER, timeout: 0 })));
      const script = fileURLToPath(new URL('./finish-times.ts', import.meta.url));
      const { stdout } = await promisify(execFile)(process.execPath, [script, folder, String(runs)]);
      const finish = middle(JSON.parse(stdout) as number[]);
      rows.push({ pages: pages.length, bare, finish, share: finish / bare });
    }
    process.stdout.write(`${rows.map((row) => JSON.stringify(row)).join('\n')}\n`);
    expect(rows).toHaveLength(3);
  },
);
