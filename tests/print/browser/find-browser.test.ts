import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findBrowser } from '../../../src/print/browser/find-browser.ts';
import { newFolder } from '../press.ts';
import { bareMachine, bundleOf, fault, only, program } from './bare-machine.ts';

const NONE = 'No browser was found to print with.';

describe('DESPATCH_CHROME', () => {
  test('names the browser, before all others', async () => {
    const path = program(join(newFolder(), 'my browser'));
    const machine = bareMachine({ variables: { DESPATCH_CHROME: path } });
    const found = await findBrowser(machine, { bundle: bundleOf('exit 0') });
    expect(found).toEqual({ path, origin: 'named', variables: {} });
  });

  test.each([
    ['does not exist', () => join(newFolder(), 'none')],
    ['is a folder', newFolder],
    [
      'may not be run',
      () => {
        const path = program(join(newFolder(), 'text'));
        chmodSync(path, 0o600);
        return path;
      },
    ],
  ])('is refused where its path %s', async (_, make) => {
    const path = make();
    const error = await fault(findBrowser(bareMachine({ variables: { DESPATCH_CHROME: path } })));
    expect(error.message).toContain(`DESPATCH_CHROME is \`${path}\``);
  });

  test('counts for nothing where it is empty', async () => {
    const machine = bareMachine({ variables: { DESPATCH_CHROME: '' } });
    const found = await findBrowser(machine, only('/opt/google/chrome/chrome'));
    expect(found.origin).toBe('installed');
  });
});

describe('a browser that Puppeteer has downloaded', () => {
  const build = (cache: string, path: string) => program(join(cache, path));

  test('is taken before an installed one: shells before full browsers, newer before older', async () => {
    const machine = bareMachine();
    const cache = join(machine.home, '.cache/puppeteer');
    const inner = 'chrome-headless-shell-linux64/chrome-headless-shell';
    build(cache, 'chrome/linux-156.0.1.0/chrome-linux64/chrome');
    build(cache, `chrome-headless-shell/linux-99.0.1.0/${inner}`);
    const newest = build(cache, `chrome-headless-shell/linux-153.0.1.0/${inner}`);
    build(cache, `chrome-headless-shell/mac-160.0.1.0/chrome-headless-shell-mac-x64/chrome-headless-shell`);
    const found = await findBrowser(machine, { bundle: null });
    expect(found).toEqual({ path: newest, origin: 'downloaded', variables: {} });
  });

  test.each([
    [
      'win32',
      'win64-153.0.1.0/chrome-headless-shell-win64/chrome-headless-shell.exe',
      'chrome-headless-shell',
    ],
    [
      'darwin',
      'mac_arm-153.0.1.0/chrome-headless-shell-mac-arm64/chrome-headless-shell',
      'chrome-headless-shell',
    ],
    ['win32', 'win64-153.0.1.0/chrome-win64/chrome.exe', 'chrome'],
    [
      'darwin',
      'mac_arm-153.0.1.0/chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      'chrome',
    ],
    ['linux', 'linux_arm-153.0.1.0/chrome-linux-arm64/chrome', 'chrome'],
  ] as const)('is found on %s in %s', async (platform, path, name) => {
    const cache = newFolder();
    const machine = bareMachine({ platform, variables: { PUPPETEER_CACHE_DIR: cache } });
    const expected = build(cache, `${name}/${path}`);
    expect(await findBrowser(machine, { bundle: null })).toMatchObject({
      path: expected,
      origin: 'downloaded',
    });
  });

  test('is passed over where its download was broken off', async () => {
    const machine = bareMachine();
    mkdirSync(join(machine.home, '.cache/puppeteer/chrome/linux-153.0.1.0/chrome-linux64'), {
      recursive: true,
    });
    expect((await fault(findBrowser(machine, only()))).message).toBe(NONE);
  });
});

describe('an installed browser', () => {
  const windows = {
    ProgramFiles: 'C:\\Program Files',
    'ProgramFiles(x86)': 'C:\\Program Files (x86)',
    LOCALAPPDATA: 'C:\\Users\\Ann\\AppData\\Local',
  };

  test.each([
    ['win32', windows, 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'],
    ['win32', windows, 'C:\\Users\\Ann\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe'],
    ['win32', windows, 'C:\\Users\\Ann\\AppData\\Local\\Chromium\\Application\\chrome.exe'],
    ['win32', {}, 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
    ['darwin', {}, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    ['darwin', {}, '/Users/ann/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
    ['linux', { PATH: '/usr/local/bin:/usr/bin' }, '/usr/bin/chromium-browser'],
    ['linux', {}, '/opt/microsoft/msedge/msedge'],
  ] as const)('is found on %s', async (platform, variables, path) => {
    const machine = bareMachine({ platform, variables, home: '/Users/ann' });
    expect(await findBrowser(machine, only(path))).toEqual({ path, origin: 'installed', variables: {} });
  });

  test('is Chrome rather than Chromium, and Chromium rather than Edge', async () => {
    const bins = ['microsoft-edge', 'chromium', 'google-chrome'].map((name) => `/usr/bin/${name}`);
    const machine = bareMachine({ variables: { PATH: '/usr/bin' } });
    expect(await findBrowser(machine, only(...bins))).toMatchObject({ path: '/usr/bin/google-chrome' });
    expect(await findBrowser(machine, only(...bins.slice(0, 2)))).toMatchObject({
      path: '/usr/bin/chromium',
    });
  });

  test('is not looked for in folders that PATH names from the working folder', async () => {
    const machine = bareMachine({ variables: { PATH: '.:node_modules/.bin:' } });
    const paths = ['chromium', './chromium', 'node_modules/.bin/chromium', '/chromium'];
    expect((await fault(findBrowser(machine, only(...paths)))).message).toBe(NONE);
  });
});

test('without any browser the remedy is one command, then DESPATCH_CHROME', async () => {
  const error = await fault(findBrowser(bareMachine(), only()));
  expect(error.message).toBe(NONE);
  expect(error.remedy).toMatch(
    /^Run `npx puppeteer browsers install chrome-headless-shell`\. .*DESPATCH_CHROME/,
  );
});
