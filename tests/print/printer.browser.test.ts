import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Printed } from '../../src/world/world.ts';
import { OutsideError } from '../../src/diagnostics/outside.ts';
import { readPdf } from '../pdf/read-pdf.ts';
import { findBrowser } from '../../src/print/browser/find-browser.ts';
import type { FoundBrowser } from '../../src/print/browser/machine.ts';
import { starter } from '../../src/print/starter.ts';
import { openPrinter } from '../../src/print/printer.ts';
import {
  jobOf,
  longPage,
  newFolder,
  onLinux,
  openPress,
  pageOf,
  pose,
  processesOf,
  REAL,
  thisMachine,
  until,
} from './press.ts';

const PAGE = jobOf(pageOf('<h1>Keep social workers</h1><p>Councils need homes.</p>'));

/** What a printer complains of. */
const fault = (printed: Promise<unknown>): Promise<OutsideError> =>
  printed.then(
    () => expect.fail('It was printed'),
    (error: unknown) => {
      if (error instanceof OutsideError) return error;
      throw error;
    },
  );

test('a printer clears what dead processes have left among the temporary files', async () => {
  const machine = thisMachine({ temp: newFolder(), processes: { own: process.pid, isAlive: () => false } });
  mkdirSync(join(machine.temp, 'despatch-1-AbCdEf'));
  const printer = await openPrinter({ browser: await findBrowser(machine), machine, note: () => {} });
  onTestFinished(() => printer.close());
  expect(readdirSync(machine.temp).filter((name) => name.startsWith('despatch-1-'))).toEqual([]);
});

test.runIf(onLinux)('a browser puts its temporary files where they go with it', async () => {
  const seen = join(newFolder(), 'seen');
  const { found } = await pose(`echo "$TMPDIR" >> '${seen}'\n${REAL}`);
  const { temp } = await openPress(found);
  const [folder = ''] = readFileSync(seen, 'utf8').split('\n');
  expect(folder.startsWith(join(temp, `despatch-${process.pid}-`)), folder).toBe(true);
});

describe('a printed page', () => {
  test('is a tagged PDF on the paper that its style names, with an outline', async () => {
    const { printer } = await openPress();
    const facts = await readPdf((await printer.print(PAGE)).bytes);
    expect(facts).toMatchObject({ tagged: true, language: 'en-GB', title: 'Briefing' });
    expect(facts.outline).toEqual([{ title: 'Keep social workers', level: 1 }]);
    expect(facts.pages).toEqual([{ width: 209.9, height: 297, links: [] }]);
  });

  test('is A4 where its style names no paper', async () => {
    const { printer } = await openPress();
    const { bytes } = await printer.print(jobOf('<!doctype html><title>t</title>'));
    const [page] = (await readPdf(bytes)).pages;
    expect(page?.width).toBeCloseTo(210, 0);
    expect(page?.height).toBeCloseTo(297, 0);
  });

  test('keeps its links: to places in it, to other addresses', async () => {
    const { printer } = await openPress();
    const body =
      '<p><a href="#facts">Facts</a> <a href="https://example.org/a">A</a></p>' +
      '<h2 id="facts" style="break-before: page">Facts</h2>';
    const { pages } = await readPdf((await printer.print(jobOf(pageOf(body)))).bytes);
    expect(pages[0]?.links).toEqual([{ place: 'facts', page: 2 }, { address: 'https://example.org/a' }]);
  });
});

test('each of the jobs that come at once is given its own page', async () => {
  const { printer } = await openPress();
  const titles = ['One', 'Two', 'Three', 'Four'];
  const printed = titles.map(async (title) => {
    const { bytes } = await printer.print(jobOf(pageOf(`<h1>${title}</h1>`)));
    return (await readPdf(bytes)).outline[0]?.title;
  });
  expect(await Promise.all(printed)).toEqual(titles);
});

test('a closed printer prints nothing, and may be closed twice', async () => {
  const { printer } = await openPress();
  await printer.close();
  await printer.close();
  await expect(printer.print(PAGE)).rejects.toThrow('closed');
});

describe.runIf(onLinux)('browsers', () => {
  test('are started as jobs need them, one for each core at most; closing ends them all', async () => {
    const { found, processes } = await pose(REAL);
    const { printer, temp } = await openPress(found);
    for (let jobs = 0; jobs < 2; jobs += 1) await printer.print(PAGE);
    expect(processes()).toHaveLength(1);
    await Promise.all([1, 2, 3, 4].map(() => printer.print(PAGE)));
    expect(processes()).toHaveLength(2);
    expect(readdirSync(temp)).toHaveLength(2);
    const long = [1, 2, 3].map(() => printer.print(jobOf(longPage())).catch((error: Error) => error));
    await new Promise((resolve) => setTimeout(resolve, 150));
    await printer.close();
    for (const one of await Promise.all(long)) expect(one).toBeInstanceOf(Error);
    // What was killed takes a moment to be gone.
    await until(() => processes().every((group) => processesOf(group).length === 0));
    expect(readdirSync(temp)).toEqual([]);
  });

  test('die one by one: the other goes on', async () => {
    const { found, processes } = await pose(REAL);
    const { printer } = await openPress(found);
    const printed = [1, 2].map(() => printer.print(jobOf(longPage())));
    await until(() => processes().length === 2);
    await new Promise((resolve) => setTimeout(resolve, 150));
    process.kill(processes()[0] ?? 0, 'SIGKILL');
    for (const { bytes } of await Promise.all(printed)) expect(bytes.length).toBeGreaterThan(1000);
    expect(processes()).toHaveLength(3);
    expect(processesOf(processes()[1] ?? 0).length).toBeGreaterThan(0);
  });
});

describe.runIf(onLinux)('a browser', () => {
  test('is not to blame where the script that runs in pages could not be made', async () => {
    const script = Promise.reject(new Error('not bundled'));
    script.catch(() => {});
    const machine = thisMachine({ temp: newFolder() });
    const start = starter(await findBrowser(machine), machine, () => {}, script);
    await expect(start()).rejects.toThrow(/^not bundled$/u);
  });

  const isPdf = ({ bytes }: Printed): boolean => Buffer.from(bytes.slice(0, 5)).toString() === '%PDF-';

  test('that is killed while it prints is started again for the page at hand', async () => {
    const { found, processes } = await pose(REAL);
    const { printer, temp } = await openPress(found);
    const printed = printer.print(jobOf(longPage()));
    await new Promise((resolve) => setTimeout(resolve, 150));
    process.kill(processes()[0] ?? 0, 'SIGKILL');
    expect(isPdf(await printed)).toBe(true);
    expect(processes()).toHaveLength(2);
    expect(isPdf(await printer.print(PAGE))).toBe(true);
    expect(processes()).toHaveLength(2);
    expect(readdirSync(temp)).toHaveLength(1);
  });

  test('whose tab crashes is started again', async () => {
    const { found, processes } = await pose(REAL);
    const { printer } = await openPress(found);
    const printed = printer.print(jobOf(longPage()));
    await new Promise((resolve) => setTimeout(resolve, 150));
    const [tab] = processesOf(processes()[0] ?? 0, '--type=renderer');
    process.kill(tab ?? 0, 'SIGKILL');
    expect(isPdf(await printed)).toBe(true);
    expect(processes()).toHaveLength(2);
  });

  test('that dies between two pages is started again', async () => {
    const { found, processes } = await pose(REAL);
    const { printer } = await openPress(found);
    await printer.print(PAGE);
    process.kill(processes()[0] ?? 0, 'SIGKILL');
    await until(() => processesOf(processes()[0] ?? 0).length === 0);
    expect(isPdf(await printer.print(PAGE))).toBe(true);
    expect(processes()).toHaveLength(2);
  });

  test('that dies again over the same page is given up, and the page is named', async () => {
    // It lives for long enough to open, and not to print.
    const { found, processes } = await pose('(sleep 1; kill -9 $$) & exec "$browser" --no-sandbox "$@"');
    const { printer, temp } = await openPress(found);
    const slow = jobOf(pageOf('<h2>Heading</h2><p>Councils need homes.</p>'.repeat(30_000)));
    const error = await fault(printer.print(slow));
    expect(error.message).toBe('The browser stopped while it printed `pack/mp.html`, at each of 3 tries.');
    expect(processes()).toHaveLength(3);
    expect(readdirSync(temp)).toEqual([]);
  });

  test('that does not answer is given up after the limit, which names the page; the next page is printed', async () => {
    const { found, processes } = await pose(REAL);
    const { printer } = await openPress(found, 1500);
    await printer.print(PAGE);
    process.kill(processes()[0] ?? 0, 'SIGSTOP');
    const error = await fault(printer.print(PAGE));
    expect(error.message).toBe('The browser took more than 1.5 s over `pack/mp.html`.');
    await until(() => processesOf(processes()[0] ?? 0).length === 0);
    expect(isPdf(await printer.print(PAGE))).toBe(true);
  });

  test.each([
    ['', PAGE, 1000],
    [', even while it prints', jobOf(longPage()), 100],
  ])('leaves no process and no file when it is closed%s', async (_, job, wait) => {
    const { found, processes } = await pose(REAL);
    const { printer, temp } = await openPress(found);
    const [browser = 0] = processes();
    expect(readdirSync(temp)).toHaveLength(1);
    const printed = printer.print(job).then(isPdf, (error: Error) => error.message);
    await Promise.race([printed, new Promise((resolve) => setTimeout(resolve, wait))]);
    await printer.close();
    // What a browser had started ends with it, on a busy machine a moment later.
    await until(() => processesOf(browser).length === 0);
    expect(readdirSync(temp)).toEqual([]);
    expect(typeof (await printed)).toBe(job === PAGE ? 'boolean' : 'string');
  });

  test('leaves no process and no file when it is closed while it is started again', async () => {
    const { found, processes } = await pose(REAL);
    const { printer, temp } = await openPress(found);
    process.kill(processes()[0] ?? 0, 'SIGKILL');
    const printed = printer.print(PAGE).catch((error: Error) => error);
    await until(() => processes().length === 2);
    await printer.close();
    // One that is killed before it has answered takes a moment to go.
    await until(() => processesOf(processes()[1] ?? 0).length === 0);
    expect(readdirSync(temp)).toEqual([]);
    expect(await printed).toBeInstanceOf(Error);
  });

  const openAs = (user: number, found: FoundBrowser) => openPress(found, 60_000, { user });

  test('runs in its sandbox where it can, without a note', async () => {
    const { found, log } = await pose(REAL);
    const { notes } = await openAs(1000, found);
    expect(notes).toEqual([]);
    expect(log()[0]).not.toMatch(/--no-sandbox/);
  });

  test('runs without its sandbox where it must, which is noted once', async () => {
    const { found, log, processes } = await pose(
      'case "$*" in *--no-sandbox*) exec "$browser" "$@";; esac; exit 1',
    );
    const { printer, notes } = await openAs(1000, found);
    expect(notes).toEqual([expect.stringContaining('without its sandbox')]);
    process.kill(processes()[1] ?? 0, 'SIGKILL');
    expect(isPdf(await printer.print(PAGE))).toBe(true);
    expect(log().map((line) => line.includes('--no-sandbox'))).toEqual([false, true, true]);
    expect(notes).toHaveLength(1);
  });

  test('is not tried in its sandbox by root, whom it refuses', async () => {
    const { found, log, processes } = await pose(REAL);
    const { printer, notes } = await openAs(0, found);
    process.kill(processes()[0] ?? 0, 'SIGKILL');
    expect(isPdf(await printer.print(PAGE))).toBe(true);
    expect(log().map((line) => line.includes('--no-sandbox'))).toEqual([true, true]);
    expect(notes).toEqual([expect.stringContaining('without its sandbox')]);
  });

  test('that has run in its sandbox is not run without', async () => {
    const { found, log, processes } = await pose(`[ -e "$0.once" ] && exit 1; touch "$0.once"; ${REAL}`);
    const { printer, notes } = await openAs(1000, found);
    process.kill(processes()[0] ?? 0, 'SIGKILL');
    expect((await fault(printer.print(PAGE))).message).toContain('does not start');
    expect(notes).toEqual([]);
    expect(log().some((line) => line.includes('--no-sandbox'))).toBe(false);
  });

  test('that cannot be loaded says why', async () => {
    const { found } = await pose('echo "error while loading shared libraries: libnss3.so" >&2; exit 127');
    const error = await fault(openPress(found));
    expect(error.message).toBe(
      `The browser \`${found.path}\` does not start: error while loading shared libraries: libnss3.so.`,
    );
    expect(error.remedy).toContain('DESPATCH_CHROME');
  });
});

describe.runIf(onLinux)('a command that prints', () => {
  const PRINT = fileURLToPath(new URL('./print-on.ts', import.meta.url));

  /** Starts a process that prints again and again; it runs in `folder`, and keeps its temporary files there. */
  const start = async (folder = newFolder()) => {
    const { found, processes } = await pose(REAL);
    const child = spawn(process.execPath, [PRINT, folder, found.path], { cwd: folder });
    const errors: Buffer[] = [];
    child.stderr.on('data', (data: Buffer) => errors.push(data));
    await once(child.stdout, 'data');
    return { child, folder, browser: processes()[0] ?? 0, errors };
  };

  test('that is interrupted leaves neither processes nor files', async () => {
    const { child, folder, browser, errors } = await start();
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([130, null]);
    expect(Buffer.concat(errors).toString()).toBe('');
    await until(() => processesOf(browser).length === 0);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('that is killed leaves no processes', async () => {
    const { child, browser } = await start();
    child.kill('SIGKILL');
    await until(() => processesOf(browser).length === 0);
    expect(child.signalCode ?? 'SIGKILL').toBe('SIGKILL');
  });

  test('runs no settings that lie in its working folder', async () => {
    const folder = newFolder();
    const settings = "require('node:fs').writeFileSync('has-run', ''); module.exports = {};";
    writeFileSync(join(folder, '.puppeteerrc.cjs'), settings);
    const { child } = await start(folder);
    child.kill('SIGINT');
    await once(child, 'exit');
    expect(existsSync(join(folder, 'has-run'))).toBe(false);
  });
});

test('nothing is fetched, not even from this machine', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  let calls = 0;
  server.on('connection', (socket) => {
    calls += 1;
    socket.destroy();
  });
  const { port } = server.address() as { port: number };
  const { printer } = await openPress();
  const there = `http://127.0.0.1:${port}`;
  const body = `<link rel="preconnect" href="${there}"><link rel="prefetch" href="${there}/b"><link rel="dns-prefetch"
    href="http://localhost:${port}"><link rel="stylesheet" href="${there}/c.css"><img src="${there}/d.png"><iframe
    src="${there}/e"></iframe><video src="${there}/f"></video><form action="${there}/g"></form>`;
  const { refused } = await printer.print(jobOf(pageOf(body)));
  server.close();
  expect(calls).toBe(0);
  expect(refused).toEqual(['b', 'c.css', 'd.png', 'e', 'f'].map((name) => `${there}/${name}`));
});
