import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openBrowser } from '../browser.ts';
import { below, running } from '../cli/processes.ts';
import { onDisk } from '../on-disk.ts';
import { baseProject } from '../project.ts';
import { faultsOf, openScreen, startDev, untilShown } from './dev.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

const SOURCE = 'sources/library/okoro-2025.md';
const PACK = 'sources/packs/bill.yaml';

/** A project on disk, with so much below its facts that a page has to be scrolled to see it. */
const project = async (over: Record<string, string> = {}) => {
  const contents = baseProject();
  contents['templates/brief/style.css'] += '@media screen { section { min-height: 60rem; } }\n';
  const root = await onDisk({ ...contents, ...over });
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const change = async (file: string, edit: (text: string) => string): Promise<void> =>
    writeFile(join(root, file), edit(await readFile(join(root, file), 'utf8')));
  return { root, change };
};

const scrollOf = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      document.querySelector<HTMLIFrameElement>('.frames iframe:not(.coming)')?.contentWindow?.scrollY ?? 0,
  );

const topOf = (page: Page, id: string): Promise<number | undefined> =>
  page.evaluate(
    (of) =>
      document
        .querySelector<HTMLIFrameElement>('.frames iframe:not(.coming)')
        ?.contentDocument?.querySelector(`[data-of="${of}"]`)
        ?.getBoundingClientRect().top,
    id,
  );

describe('despatch dev', () => {
  test('shows what is saved where the page was scrolled to, as a web page and on paper', async () => {
    const { root, change } = await project();
    const page = await openScreen(browser, await startDev(root), 'bill/mp');
    await untilShown(page, '152%');
    await page.evaluate(() =>
      document.querySelector<HTMLIFrameElement>('.frames iframe')?.contentWindow?.scrollTo(0, 900),
    );
    const [scroll, top] = [await scrollOf(page), await topOf(page, 'investigations-growth')];
    expect(scroll).toBe(900);
    const picture = await page.$eval('.pages img', (image) => image.getAttribute('src'));
    // A long passage above moves nothing of what is in sight.
    await change(SOURCE, (text) =>
      text
        .replace('152%', '153%')
        .replace(
          "Fund councils to run children's homes of their own again.",
          `Fund councils to run ${'many '.repeat(15)} homes.`,
        ),
    );
    await untilShown(page, '153%');
    expect(await topOf(page, 'investigations-growth')).toBeCloseTo(top ?? 0, 0);
    await page.waitForFunction(
      (before) => document.querySelector('.pages img')?.getAttribute('src') !== before,
      {},
      picture,
    );
    expect(await page.$eval('.gauge', (gauge) => gauge.textContent)).toMatch(/Pages1 of 1.*Type/u);
    expect(faultsOf(page)).toEqual([]);
  });

  test('an error is told with its place, and the last good page stays until it is mended', async () => {
    const { root, change } = await project();
    const page = await openScreen(browser, await startDev(root), 'bill/mp');
    await change(PACK, (text) => text.replace('date: 2025-01-16', 'date: ['));
    await page.waitForSelector('.messages [open] .error .place');
    expect(
      await page.$eval('.messages .place', (place) => [place.textContent, place.getAttribute('href')]),
    ).toEqual([
      expect.stringMatching(/^sources\/packs\/bill\.yaml:3:\d+$/u),
      expect.stringMatching(/^vscode:\/\/file\/.*\/sources\/packs\/bill\.yaml:3:\d+$/u),
    ]);
    expect(await page.$eval('.banner', (banner) => (banner as HTMLElement).hidden)).toBe(false);
    await untilShown(page, '152%');
    await change(PACK, (text) => text.replace('date: [', 'date: 2025-01-16'));
    await page.waitForFunction(() => document.querySelector<HTMLElement>('.banner')?.hidden);
    expect(faultsOf(page)).toEqual([]);
  });

  test('opens another document', async () => {
    const { root } = await project();
    const page = await openScreen(browser, await startDev(root), 'bill/press');
    await untilShown(page, 'Embargo');
    await page.click('.documents button');
    await page.waitForFunction(() => location.hash === '#bill/mp');
    expect(await untilShown(page, 'rose by 152%')).toBe(true);
  });

  test('folders may go and come again', async () => {
    const { root, change } = await project();
    const page = await openScreen(browser, await startDev(root), 'bill/mp');
    const away = await mkdtemp(join(tmpdir(), 'despatch-away-'));
    onTestFinished(() => rm(away, { recursive: true, force: true }));
    await rename(join(root, 'sources'), join(away, 'sources'));
    await page.waitForSelector('.messages [open] .error');
    await cp(join(away, 'sources'), join(root, 'sources'), { recursive: true });
    await page.waitForFunction(() => document.querySelector<HTMLElement>('.banner')?.hidden);
    await change(SOURCE, (text) => text.replace('152%', '154%'));
    expect(await untilShown(page, '154%')).toBe(true);
  });

  test('of a hundred saves a second the last is shown', async () => {
    const { root, change } = await project();
    const page = await openScreen(browser, await startDev(root), 'bill/mp');
    for (let save = 1; save <= 100; save += 1) {
      await change(SOURCE, (text) => text.replace(/\*\*\d+%\*\*/u, `**${save}%**`));
      await new Promise((wake) => setTimeout(wake, 10));
    }
    expect(await untilShown(page, 'rose by 100%')).toBe(true);
    expect(faultsOf(page)).toEqual([]);
  });

  test('a project without packs says what to do, and shows the first that is written', async () => {
    const contents = baseProject();
    const pack = contents[PACK] ?? '';
    delete contents[PACK];
    const root = await onDisk(contents);
    onTestFinished(() => rm(root, { recursive: true, force: true }));
    const { address } = await startDev(root);
    const page = await browser.newPage();
    onTestFinished(() => page.close());
    await page.goto(address);
    await page.waitForFunction(() =>
      document.querySelector('.empty')?.textContent.includes('sources/packs/'),
    );
    await mkdir(join(root, 'sources/packs'));
    await writeFile(join(root, PACK), pack);
    expect(await untilShown(page, '152%')).toBe(true);
  });

  test.runIf(process.platform === 'linux')(
    'a browser that is killed prints the next page all the same',
    async () => {
      const { root, change } = await project();
      const dev = await startDev(root);
      const page = await openScreen(browser, dev, 'bill/mp');
      const printers = below(dev.process.pid ?? 0).filter(
        ({ args }) => args.includes('--user-data-dir=') && !args.includes('--type='),
      );
      expect(printers.length).toBeGreaterThan(0);
      for (const { pid } of printers) process.kill(pid, 'SIGKILL');
      const picture = await page.$eval('.pages img', (image) => image.getAttribute('src'));
      await change(SOURCE, (text) => text.replace('152%', '155%'));
      await untilShown(page, '155%');
      await page.waitForFunction(
        (before) => document.querySelector('.pages img')?.getAttribute('src') !== before,
        {},
        picture,
      );
    },
  );

  test.runIf(process.platform === 'linux')(
    'ends with all that it has begun, and leaves nothing behind',
    async () => {
      const { root } = await project();
      const temp = await mkdtemp(join(tmpdir(), 'despatch-dev-'));
      onTestFinished(() => rm(temp, { recursive: true, force: true }));
      const dev = await startDev(root, [], { TMPDIR: temp });
      await openScreen(browser, dev, 'bill/mp');
      const begun = below(dev.process.pid ?? 0);
      expect(begun.length).toBeGreaterThan(1);
      expect(await dev.end()).toBe(0);
      // One that has ended has no arguments any more, until it is cleared away.
      const left = () => new Set(running().flatMap(({ pid, args }) => (args ? [pid] : [])));
      await expect.poll(() => begun.filter(({ pid }) => left().has(pid))).toEqual([]);
      expect(await readdir(temp)).toEqual([]);
      expect((await readdir(root)).toSorted()).toEqual(['sources', 'templates']);
    },
  );

  test('a port in use is told, and the next one taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await new Promise((ready) => other.once('listening', ready));
    const { port } = other.address() as { port: number };
    const { root } = await project();
    const dev = await startDev(root, ['--port', String(port)]);
    expect(dev.address).not.toContain(`:${port}/`);
    expect(dev.said()).toContain(`Port ${port} is in use`);
  });
});
