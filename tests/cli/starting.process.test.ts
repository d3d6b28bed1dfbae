import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { onDisk } from '../on-disk.ts';
import { despatch } from './command.ts';

describe('init', () => {
  test('asks nothing without a terminal, says what it wrote and what is next', async () => {
    const root = await onDisk({});
    const { status, out, err } = await despatch(root, ['init', 'ours']);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(/^ours\/sources\/organisation\.yaml$/mu);
    expect(out).toMatch(/Next:\n {2}cd ours\n {2}npm install\n {2}npx despatch build\n$/u);
    const built = await despatch(join(root, 'ours'), ['build', '--format', 'html', '--strict']);
    expect({ status: built.status, err: built.err }).toEqual({ status: 0, err: '' });
    const again = await despatch(root, ['init', 'ours', '--yes']);
    expect(again.status).toBe(2);
    expect(again.err).toMatch(/error: There are 6 files in the way: .*\n {2}Nothing was written/u);
  });

  test('names a folder with spaces so that the line can be typed as it stands', async () => {
    const { out } = await despatch(await onDisk({}), ['init', 'our own/briefings', '--yes']);
    expect(out).toMatch(/\n {2}cd "our own\/briefings"\n/u);
  });

  test('begins in the folder where it runs, and names what is next there', async () => {
    const root = await onDisk({ 'node_modules/despatch/package.json': '{}' });
    const { out } = await despatch(root, ['init', '--yes']);
    expect(out).toMatch(/^sources\/organisation\.yaml$/mu);
    expect(out).toMatch(/Next:\n {2}npx despatch build\n$/u);
    expect(await readdir(root)).toContain('package.json');
  });
});

test('eject says what it copied', async () => {
  const root = await onDisk({ 'sources/organisation.yaml': 'name: Us' });
  const { status, out, err } = await despatch(root, ['eject', 'partials/masthead']);
  expect({ status, out, err }).toEqual({ status: 0, out: 'templates/partials/masthead.hbs\n', err: '' });
});

test('new says what it wrote, from wherever it runs, or what there is to ask for', async () => {
  const root = await onDisk({});
  await despatch(root, ['init', 'ours']);
  const args = ['new', 'pack', 'What is next', '--root', 'ours', '--now', '2026-05-04'];
  const { status, out, err } = await despatch(root, args);
  expect({ status, out, err }).toEqual({
    status: 0,
    out: 'ours/sources/packs/what-is-next.yaml\n',
    err: '',
  });
  const wrong = await despatch(root, ['new', 'pak', 'x', '--root', 'ours']);
  expect(wrong.status).toBe(2);
  expect(wrong.err).toMatch(/nothing new of the sort `pak`\n {2}Did you mean `pack`\?/u);
});

test('schema says what it wrote, or that there is nothing to write', async () => {
  const root = await onDisk({});
  await despatch(root, ['init', 'ours']);
  const args = ['schema', '--root', 'ours'];
  expect(await despatch(root, args)).toEqual({
    status: 0,
    out: 'All schemas are as they should be\n',
    err: '',
  });
  await rm(join(root, 'ours/sources/.schemas/pack.json'));
  expect((await despatch(root, args)).out).toBe('ours/sources/.schemas/pack.json\n');
});
