import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { OutsideError } from '../../../src/diagnostics/outside.ts';
import { findBrowser } from '../../../src/print/browser/find-browser.ts';
import type { Bundle } from '../../../src/print/browser/bundled-chromium.ts';
import type { Machine } from '../../../src/print/browser/machine.ts';
import { newFolder, onLinux, thisMachine } from '../press.ts';

const bareMachine = (changes: Partial<Machine> = {}): Machine =>
  thisMachine({
    variables: {},
    platform: 'linux',
    arch: 'x64',
    home: newFolder(),
    temp: newFolder(),
    ...changes,
  });

/** Only these paths are programs. */
const only = (...paths: string[]) => ({
  bundle: null,
  isProgram: (path: string) => Promise.resolve(paths.includes(path)),
});

const program = (path: string, text = '#!/bin/sh\n'): string => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text, { mode: 0o700 });
  return path;
};

/** A package whose browser is a shell script: it answers every question with success, or with `status`. */
const bundleOf = (script: string): Bundle => {
  const folder = newFolder();
  writeFileSync(join(folder, 'chromium.br'), brotliCompressSync(`#!/bin/sh\n${script}\n`));
  // An empty archive.
  writeFileSync(join(folder, 'al2023.tar.br'), brotliCompressSync(Buffer.alloc(1024)));
  return { folder, version: '1.2.3' };
};

/** What the search complains of. */
const fault = (search: Promise<unknown>): Promise<OutsideError> =>
  search.then(
    () => expect.fail('A browser was found'),
    (error: unknown) => {
      if (error instanceof OutsideError) return error;
      throw error;
    },
  );

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

describe.runIf(onLinux)('the bundled browser', () => {
  test('is unpacked into a private folder that is named after its version', async () => {
    const cache = newFolder();
    const found = await findBrowser(bareMachine({ variables: { XDG_CACHE_HOME: cache } }), {
      bundle: bundleOf('exit 0'),
    });
    const path = join(cache, 'despatch', 'chromium-1.2.3', 'chromium');
    expect(found).toEqual({ path, origin: 'bundled', variables: {} });
    expect(statSync(join(cache, 'despatch')).mode & 0o777).toBe(0o700);
    expect(statSync(path).mode & 0o777).toBe(0o700);
    expect(readdirSync(join(cache, 'despatch'))).toEqual(['chromium-1.2.3']);
  });

  test('lies below the home folder where no cache is named, or a relative one', async () => {
    for (const variables of [{}, { XDG_CACHE_HOME: 'cache' }]) {
      const machine = bareMachine({ variables });
      const { path } = await findBrowser(machine, { bundle: bundleOf('exit 0') });
      expect(path).toBe(join(machine.home, '.cache/despatch/chromium-1.2.3/chromium'));
    }
  });

  test('lies among the temporary files where the home folder cannot be written to', async () => {
    const machine = bareMachine({ home: program(join(newFolder(), 'a-file')), user: 7 });
    const { path } = await findBrowser(machine, { bundle: bundleOf('exit 0') });
    expect(path).toBe(join(machine.temp, 'despatch-7/chromium-1.2.3/chromium'));
  });

  test('is not unpacked through a link, nor into an unsafe place without a safe one', async () => {
    const machine = bareMachine({ home: '', user: 7 });
    symlinkSync(newFolder(), join(machine.temp, 'despatch-7'));
    const error = await fault(findBrowser(machine, { bundle: bundleOf('exit 0') }));
    expect(error.remedy).toContain('XDG_CACHE_HOME');
  });

  test('makes an open folder of its own private again', async () => {
    const machine = bareMachine();
    mkdirSync(join(machine.home, '.cache/despatch'), { recursive: true, mode: 0o777 });
    await findBrowser(machine, { bundle: bundleOf('exit 0') });
    expect(statSync(join(machine.home, '.cache/despatch')).mode & 0o777).toBe(0o700);
  });

  test('is unpacked once: what lies there is used', async () => {
    const [machine, bundle] = [bareMachine(), bundleOf('exit 0')];
    const { path } = await findBrowser(machine, { bundle });
    const before = statSync(path);
    expect((await findBrowser(machine, { bundle })).path).toBe(path);
    expect(statSync(path).ino).toBe(before.ino);
  });

  test('is whole where a former unpacking was killed half-way, whose remains go after an hour', async () => {
    const machine = bareMachine();
    const cache = join(machine.home, '.cache/despatch');
    for (const name of ['old', 'new']) {
      program(join(cache, `chromium-1.2.3.part-${name}`, 'chromium'), '#!/bin/sh\nex');
    }
    const hours = new Date(Date.now() - 2 * 3_600_000);
    utimesSync(join(cache, 'chromium-1.2.3.part-old'), hours, hours);
    const { path } = await findBrowser(machine, { bundle: bundleOf('exit 0') });
    expect(readFileSync(path, 'utf8')).toBe('#!/bin/sh\nexit 0\n');
    expect(readdirSync(cache).sort()).toEqual(['chromium-1.2.3', 'chromium-1.2.3.part-new']);
  });

  test('leaves nothing behind where it is damaged', async () => {
    const [machine, bundle] = [bareMachine(), bundleOf('exit 0')];
    const file = join(bundle.folder, 'chromium.br');
    writeFileSync(file, readFileSync(file).subarray(0, 10));
    const error = await fault(findBrowser(machine, { bundle }));
    expect(error.message).toContain('could not be unpacked');
    expect(readdirSync(join(machine.home, '.cache/despatch'))).toEqual([]);
  });

  test('gets libraries of its own where the machine lacks them, before those that the user names', async () => {
    const machine = bareMachine({ variables: { LD_LIBRARY_PATH: '/opt/lib' } });
    const bundle = bundleOf('case "$LD_LIBRARY_PATH" in */lib:*) exit 0;; esac; exit 127');
    const { variables } = await findBrowser(machine, { bundle });
    const libraries = join(machine.home, '.cache/despatch/chromium-1.2.3-libraries/lib');
    expect(variables).toEqual({ LD_LIBRARY_PATH: `${libraries}:/opt/lib` });
  });

  test('is passed over where it cannot run even so, and on other systems', async () => {
    const chrome = '/opt/google/chrome/chrome';
    for (const bundle of [bundleOf('exit 127'), null]) {
      expect(await findBrowser(bareMachine(), { ...only(chrome), bundle })).toMatchObject({ path: chrome });
    }
    const arm = bareMachine({ arch: 'arm64' });
    expect(await findBrowser(arm, { ...only(chrome), bundle: bundleOf('exit 0') })).toMatchObject({
      path: chrome,
    });
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
