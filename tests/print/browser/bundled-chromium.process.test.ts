import {
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findBrowser } from '../../../src/print/browser/find-browser.ts';
import { newFolder, onLinux } from '../press.ts';
import { bareMachine, bundleOf, fault, only, program } from './bare-machine.ts';

/** What is unpacked is a script, and is run. */

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
