/**
 * Builds a pack of so many one-page briefs from nothing, then prints the very same pages with as many bare browsers: a
 * process of its own, as it is timed whole. Prints as JSON what each took, in milliseconds a brief, or in all where it says
 * so, and Node's memory.
 */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch } from 'puppeteer';
import { build } from '../../src/commands/build.ts';
import { diskWorld } from '../../src/commands/disk-world.ts';
import { machineOf } from '../../src/commands/machine-of.ts';
import { load } from '../../src/load/load.ts';
import { finishPdf, inspectPdf } from '../../src/pdf/index.ts';
import { findBrowser } from '../../src/print/browser/find-browser.ts';
import { draftAll } from '../../src/produce/drafts.ts';
import { fitDocument } from '../../src/produce/fit-document.ts';
import { propertiesOf } from '../../src/produce/print-and-finish.ts';
import { sideBySide } from '../../src/produce/side-by-side.ts';
import type { Printed, Printer, PrintJob, World } from '../../src/world/world.ts';
import { costOf } from '../cli/cost.ts';
import { writeBriefs, writeOwnBrief } from '../large.ts';

const count = Number(process.argv[2] ?? 100);
const folder = mkdtempSync(join(tmpdir(), 'despatch-briefs-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const took: Record<string, number> = {};

/** Does some work, and adds the time that it takes to a stage: milliseconds a brief, of so many. */
const timed = async <T>(stage: string, briefs: number, work: () => Promise<T>): Promise<T> => {
  const start = performance.now();
  try {
    return await work();
  } finally {
    took[stage] = (took[stage] ?? 0) + (performance.now() - start) / briefs;
  }
};

/** A page as it was printed at last. */
interface Page {
  readonly job: PrintJob;
  readonly printed: Printed;
}

const pages = new Map<string, Page>();

/** A printer whose pages are kept. */
const watched = (printer: Printer): Printer => ({
  ...printer,
  print: async (job) => {
    const printed = await printer.print(job);
    pages.set(job.path, { job, printed });
    return printed;
  },
});

const today = '2025-01-16';
const root = join(folder, 'project');
const table = writeBriefs(root, count);
const disk = diskWorld({ root });

const whole = async (): Promise<void> => {
  const world: World = { ...disk, openPrinter: async () => watched(await disk.openPrinter()) };
  const request = { packs: [], audiences: [], formats: [], version: '0', today };
  const { value, messages } = await build(world, request);
  if (value?.made.length !== count) throw new Error(JSON.stringify(messages[0]));
};

const PAPER = { tagged: true, outline: true, preferCSSPageSize: true, printBackground: true } as const;

/** Prints pages that lie in a folder as files, each with a tab that goes to it. */
const floor = async (site: string): Promise<void> => {
  const { path: executablePath, variables } = await findBrowser(machineOf(process));
  const args = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'];
  const env = { ...process.env, ...variables };
  const browsers = await Promise.all(
    Array.from({ length: disk.browsers }, () =>
      launch({ executablePath, headless: 'shell', pipe: true, args, env }),
    ),
  );
  const tabs = await Promise.all(browsers.map((browser) => browser.newPage()));
  await sideBySide([...pages.keys()], disk.browsers, async (path) => {
    const tab = tabs.pop();
    if (!tab) throw new Error('there is a tab for each page at hand');
    await tab.goto(pathToFileURL(join(site, path)).href);
    writeFileSync(join(site, `${path}.pdf`), await tab.pdf(PAPER));
    tabs.push(tab);
  });
  await Promise.all(browsers.map((browser) => browser.close()));
};

const writePages = (): string => {
  const site = join(folder, 'site');
  for (const { job } of pages.values())
    for (const [path, content] of [[job.path, job.html] as const, ...job.assets]) {
      mkdirSync(dirname(join(site, path)), { recursive: true });
      writeFileSync(join(site, path), content);
    }
  return site;
};

/** What each stage takes by itself, one brief after the other. */
const stages = async (): Promise<void> => {
  await timed('load', count, () => load(disk.files));
  const { value } = await timed('load and draft', count, () => draftAll({ ...disk, store: null }, today));
  const sample = [...(value?.drafts.values() ?? [])].slice(0, 50);
  const each = <T>(stage: string, work: () => Promise<T>) => timed(stage, sample.length, work);
  const printer = await disk.openPrinter();
  for (const draft of sample) {
    const page = pages.get(draft.rendered.path);
    if (!value || !page) throw new Error('every brief was printed');
    const press = { composer: value.composer, printer, print: async () => ({ pages: 1, messages: [] }) };
    await each('fit', () => fitDocument(draft, press));
    const { bytes, marks } = await each('print', () => printer.print(page.job));
    const finished = await each('finish', () => finishPdf(bytes, propertiesOf(draft), marks));
    await each('inspect', () => inspectPdf(finished));
  }
  await printer.close();
};

/** The command as it is run, in milliseconds for all briefs. */
const command = async (stage: string, ...args: string[]): Promise<void> => {
  took[stage] = (await costOf(['build', '--root', root, ...args])).seconds * 1000;
};

const edit = (file: string, from: string, to: string): void =>
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));

/** What it takes to build again with nothing, a row or a column changed, and pages alone from nothing. */
const again = async (): Promise<void> => {
  await command('first by command');
  await command('nothing changed, in all');
  edit(table, 'Seat 0,0.0', 'Seat 0,1.0');
  await command('one row changed, in all');
  const rows = readFileSync(table, 'utf8');
  writeFileSync(table, rows.replaceAll('\n', ',x\n').replace(',x', ',other'));
  await command('a column added that nothing shows, in all');
  await command(
    'pages alone from nothing, in all',
    '--format',
    'html',
    '--no-cache',
    '--out',
    join(folder, 'pages'),
  );
};

/** What it takes to build again with one passage changed that one brief alone shows. */
const afterEdit = async (): Promise<void> => {
  const note = writeOwnBrief(root);
  await command('one brief added, in all');
  edit(note, '1,234', '1,235');
  await command('one passage of one brief changed, in all');
};

await timed('build', count, whole);
const megabytes = process.resourceUsage().maxRSS / 1024;
await again();
const site = writePages();
await timed('floor', count, () => floor(site));
await stages();
await afterEdit();
process.stdout.write(JSON.stringify({ briefs: count, took, megabytes }));
