import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Printed, Printer, PrintJob } from '../../src/world/world.ts';
import { finishPdf } from '../../src/pdf/finish.ts';
import { readPdf } from './read-pdf.ts';
import { BOLD, font, jobOf, openPress, pageOf, REGULAR } from '../print/press.ts';

const PROPERTIES = {
  title: 'Briefing',
  author: 'Labour Social Work Group',
  subject: null,
  keywords: ['children', 'child protection'],
  language: 'en-GB',
  date: '2025-01-16',
};

const TABLE = `<table><caption>Rates</caption><thead><tr><th scope="col">Area</th><th scope="col">Rate</th></tr></thead>
<tbody><tr><th scope="row">Leeds</th><td>12%</td></tr><tr><th scope="row" id="york">York</th><td headers="york">9%</td>
</tr></tbody></table>`;

const drawing = (colour: string): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9" fill="${colour}"/></svg>`,
  );

/**
 * A page with all that Chrome numbers, loads late or chooses by the width of its tab: tables, links, a font of its
 * margin boxes only, a picture of several files.
 */
const page = (text: string): PrintJob => {
  const body =
    `<h1>${text}</h1><p><b>Councils</b> need <a href="#rates">homes</a>, <a href="https://example.org/">now</a>.</p>` +
    `<h2 id="rates" style="break-before: page">Rates</h2>${TABLE}<svg role="img" viewBox="0 0 9 9"><title>Box</title>
    <rect width="9" height="9"/></svg><img srcset="../assets/small.svg 300w, ../assets/large.svg 700w" sizes="100vw">`;
  const style =
    '@font-face { font-family: Late; src: url(../assets/late.woff2) }' +
    '@page { @bottom-center { content: "Page " counter(page); font: 9pt Late } }';
  const assets = new Map([REGULAR, BOLD]);
  assets.set('assets/late.woff2', font('latin-600-normal'));
  assets.set('assets/small.svg', drawing('red')).set('assets/large.svg', drawing('blue'));
  return jobOf(pageOf(body, style), assets);
};

const THE_PAGE = page('Keep social workers');

const print = (printer: Printer, job: PrintJob): Promise<Printed> => printer.print(job);

const sum = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const finished = async ({ bytes, marks }: Pick<Printed, 'bytes' | 'marks'>): Promise<string> =>
  sum(await finishPdf(bytes, PROPERTIES, marks));

test('a page has the same bytes first, after others, in another browser, on another day', async () => {
  const [{ printer }, { printer: other }] = [await openPress(), await openPress()];
  const first = await print(printer, THE_PAGE);
  const expected = await finished(first);
  // The margin boxes' own font is there, though it loads late: equal bytes without it would prove little.
  expect((await readPdf(first.bytes)).fonts).toHaveLength(3);

  for (const text of ['One', 'Two', 'Three']) await print(printer, page(text));
  await print(printer, jobOf(pageOf(TABLE.repeat(20), '@page { size: A6; margin: 5mm }')));
  const later = await print(printer, THE_PAGE);
  expect(sum(later.bytes)).not.toBe(sum(first.bytes));
  expect(await finished(later)).toBe(expected);

  // This browser begins with another page.
  await print(other, page('Other'));
  expect(await finished(await print(other, THE_PAGE))).toBe(expected);

  const text = Buffer.from(first.bytes).toString('latin1');
  const tomorrow = text.replaceAll(/\(D:\d{14}/g, '(D:20991231235959');
  expect(tomorrow).not.toBe(text);
  expect(await finished({ ...first, bytes: Buffer.from(tomorrow, 'latin1') })).toBe(expected);
});

test('a page has its background for wide views after a narrow page as well', async () => {
  const style = '@media (min-width: 600px) { h1 { background: url(../assets/wide.svg) } }';
  const job = jobOf(pageOf('<h1>Wide</h1>', style), new Map([BOLD, ['assets/wide.svg', drawing('blue')]]));
  const narrow = jobOf(pageOf('<h1>Narrow</h1>', '@page { size: A6; margin: 5mm }'), job.assets);
  const expected = await finished(await print((await openPress()).printer, job));
  const { printer } = await openPress();
  await print(printer, narrow);
  expect(await finished(await print(printer, job))).toBe(expected);
});

test('pages that are asked for at once have the bytes that they have alone', async () => {
  const { printer } = await openPress();
  const jobs = [page('One'), THE_PAGE, page('Two'), THE_PAGE];
  const together = await Promise.all(jobs.map((job) => print(printer, job)));
  const alone: Printed[] = [];
  for (const job of jobs) alone.push(await print((await openPress()).printer, job));
  expect(await Promise.all(together.map(finished))).toEqual(await Promise.all(alone.map(finished)));
});

test('another page has other bytes, and another identifier', async () => {
  const { printer } = await openPress();
  const { bytes, marks } = await print(printer, THE_PAGE);
  const sums = [
    await finished({ bytes, marks }),
    await finished(await print(printer, page('Keep other workers'))),
    sum(await finishPdf(bytes, { ...PROPERTIES, date: '2025-01-17' }, marks)),
  ];
  expect(new Set(sums).size).toBe(3);
});
