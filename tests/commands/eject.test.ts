import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { eject } from '../../src/commands/eject.ts';
import { PACKAGE } from '../../src/world/package.ts';
import { filesBelow, onDisk } from '../on-disk.ts';

const project = { 'sources/organisation.yaml': 'name: Us' };

describe('what comes with despatch is copied', () => {
  test.each([
    [
      'handout',
      ['templates/handout/page.hbs', 'templates/handout/style.css', 'templates/handout/template.yaml'],
    ],
    ['templates/handout/page.hbs', ['templates/handout/page.hbs']],
    ['partials/masthead', ['templates/partials/masthead.hbs']],
    ['partials/masthead.hbs', ['templates/partials/masthead.hbs']],
    ['styles/tokens', ['templates/styles/tokens.css']],
    ['site/desk', ['templates/site/desk.css', 'templates/site/desk.hbs']],
  ])('by the name %s', async (name, expected) => {
    const root = await onDisk(project);
    expect(await eject(root, name)).toEqual(expected);
    expect([...(await filesBelow(root)).keys()]).toEqual([...Object.keys(project), ...expected]);
    for (const path of expected)
      expect(await readFile(join(root, path), 'utf8')).toBe(await readFile(join(PACKAGE, path), 'utf8'));
  });

  test('a folder whole', async () => {
    const root = await onDisk(project);
    expect((await eject(root, 'partials/')).length).toBeGreaterThan(20);
  });
});

describe('nothing is copied', () => {
  test.each([
    ['over what is there', 'handout', /is a file in the way: `templates\/handout\/style\.css`/u],
    ['by a mistyped name', 'hand-out', /No template `hand-out` comes with despatch/u],
    ['from elsewhere', '../package', /No template `\.\.\/package`/u],
    ['by no name', '', /No template ``/u],
    ['of what is no template', 'specimens', /No template `specimens`/u],
  ])('%s', async (_, name, told) => {
    const before = { ...project, 'templates/handout/style.css': 'mine' };
    const root = await onDisk(before);
    await expect(eject(root, name)).rejects.toThrow(told);
    expect([...(await filesBelow(root)).keys()]).toEqual(Object.keys(before));
  });

  test('into a folder that is no project', async () => {
    await expect(eject(await onDisk({}), 'handout')).rejects.toThrow(/no project.*no folder `sources`/u);
    await expect(eject('/nowhere', 'handout')).rejects.toThrow(/There is no folder/u);
  });

  test('of a mistyped name, with the one that was meant, or what there is', async () => {
    const root = await onDisk(project);
    await expect(eject(root, 'partials/mast-head')).rejects.toMatchObject({
      remedy: 'Did you mean `partials/masthead`?',
    });
    await expect(eject(root, 'xyz')).rejects.toMatchObject({
      remedy: expect.stringMatching(/^Write `annex`, `councillor-pack`, .* or `styles`, or a file in one/u),
    });
  });
});
