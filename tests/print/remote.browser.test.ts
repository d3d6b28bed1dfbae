import { launch, type Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OutsideError } from '../../src/diagnostics/outside.ts';
import { findBrowser } from '../../src/print/browser/find-browser.ts';
import { remoteBrowsers, versionsOf } from '../../src/print/browser/remote.ts';
import type { Printed } from '../../src/world/world.ts';
import { openPrinter } from '../../src/print/printer.ts';
import { despatch } from '../cli/command.ts';
import { filesBelow, onDisk } from '../on-disk.ts';
import { baseProject } from '../project.ts';
import { jobOf, openThisPrinter, pageOf, thisMachine } from './press.ts';

/** A browser of this machine as others would be reached, with the flags that decide how letters come out. */
const startBrowser = async (): Promise<Browser> => {
  const { path: executablePath, variables } = await findBrowser(thisMachine());
  return launch({
    executablePath,
    headless: 'shell',
    args: ['--no-sandbox', '--font-render-hinting=none', '--disable-gpu', '--lang=en-GB'],
    env: { ...process.env, ...variables },
  });
};

let one: Browser;
let two: Browser;
beforeAll(async () => {
  [one, two] = await Promise.all([startBrowser(), startBrowser()]);
});
afterAll(async () => {
  await Promise.all([one, two].map((browser) => browser?.close()));
});

/** The browser's clock goes when a PDF is finished. */
const undated = ({ bytes }: Printed): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replaceAll(/D:\d{14}/gu, '');

const machine = thisMachine();
const printerOf = (endpoints: readonly string[]) =>
  openPrinter({ browser: { origin: 'remote', endpoints }, machine, note: () => {} });

describe('browsers that run elsewhere', () => {
  const jobs = ['one', 'two', 'three', 'four'].map((name) =>
    jobOf(pageOf(`<h1>${name}</h1><p>${'A paragraph that wraps. '.repeat(40)}</p>`)),
  );

  test('print what one that was started here prints, side by side, and are left as they were', async () => {
    const here = await openThisPrinter();
    const expected = await Promise.all(jobs.map((job) => here.print(job)));
    await here.close();
    const tabs = (await one.pages()).length;
    const printer = await printerOf([one.wsEndpoint(), two.wsEndpoint(), two.wsEndpoint()]);
    const printed = await Promise.all(jobs.map((job) => printer.print(job)));
    await printer.close();
    expect(printed.map(undated)).toEqual(expected.map(undated));
    expect([one.connected, (await one.pages()).length, one.browserContexts().length]).toEqual([
      true,
      tabs,
      1,
    ]);
  });

  test('build a project by the command line, without one of this machine', async () => {
    const [near, far] = [await onDisk(baseProject()), await onDisk(baseProject())];
    expect((await despatch(near, ['build'])).status).toBe(0);
    const ended = await despatch(far, ['build'], {
      DESPATCH_BROWSER_WS: `${one.wsEndpoint()}, ${two.wsEndpoint()}`,
      DESPATCH_CHROME: '/nowhere',
    });
    expect(ended.err).toBe('');
    const [expected, found] = await Promise.all([near, far].map((folder) => filesBelow(`${folder}/output`)));
    expect(found?.get('bill/mp.pdf')).toEqual(expected?.get('bill/mp.pdf'));
  });

  test('are known by their versions, each once', async () => {
    const endpoints = [one.wsEndpoint(), two.wsEndpoint(), one.wsEndpoint()];
    expect(await versionsOf({ origin: 'remote', endpoints })).toEqual([await one.version()]);
  });

  test('are named where they do not answer', async () => {
    const third = await startBrowser();
    const endpoint = third.wsEndpoint();
    const { host } = new URL(endpoint);
    const printer = await printerOf([endpoint]);
    await third.close();
    const gone = printer.print(jobOf('<p>Gone</p>')).catch((fault: unknown) => fault);
    expect(await gone).toMatchObject({ message: `The browser at \`${host}\` does not answer.` });
    expect(await gone).toBeInstanceOf(OutsideError);
    await printer.close();
    const folder = await onDisk(baseProject());
    const { status, err } = await despatch(folder, ['build'], { DESPATCH_BROWSER_WS: endpoint });
    expect([status, err.split('\n')[0]]).toEqual([3, `error: The browser at \`${host}\` does not answer.`]);
  });
});

test.each([
  [undefined, null],
  [' ', null],
  ['ws://a:1/x', ['ws://a:1/x']],
  ['ws://a:1/x,wss://b/y?token=z ws://a:1/x', ['ws://a:1/x', 'wss://b/y?token=z', 'ws://a:1/x']],
])('DESPATCH_BROWSER_WS=%s names %s', (value, endpoints) => {
  const remote = remoteBrowsers({ variables: value === undefined ? {} : { DESPATCH_BROWSER_WS: value } });
  expect(remote?.endpoints ?? null).toEqual(endpoints);
});

test.each(['http://a:9222', 'a:9222', 'ws://', '9222'])('%s is refused, with what to write', (value) => {
  expect(() => remoteBrowsers({ variables: { DESPATCH_BROWSER_WS: value } })).toThrow(
    `DESPATCH_BROWSER_WS names \`${value}\`, which is no address of a websocket`,
  );
});
