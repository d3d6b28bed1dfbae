import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/commands/check.ts';
import { create, type NewSort } from '../../src/commands/create.ts';
import { diskWorld } from '../../src/commands/disk-world.ts';
import { init } from '../../src/commands/init.ts';
import { UsageError } from '../../src/diagnostics/usage.ts';
import type { Message } from '../../src/diagnostics/message.ts';
import type { World } from '../../src/world/world.ts';
import { filesBelow, onDisk } from '../on-disk.ts';
import { baseProject, type Contents } from '../project.ts';
import { sharedReadings } from '../readings.ts';

const TODAY = '2026-05-04';

const example = async (): Promise<string> => {
  const root = await onDisk({});
  await init(root, {}, '1.0.0');
  return root;
};

const base = (over: Contents = {}): Promise<string> => onDisk({ ...baseProject(), ...over });

const worldOf = (root: string): World => ({ ...diskWorld({ root, cache: null }), readings: sharedReadings });

const make = (root: string, sort: NewSort, title: string): Promise<readonly string[]> =>
  create(worldOf(root), root, sort, { title, today: TODAY });

const checked = async (root: string): Promise<readonly Message[]> =>
  (await check(worldOf(root), { documents: false, today: TODAY })).messages.filter(
    ({ rule }) => rule !== 'unused-passages',
  );

describe.each([
  ['the example', example],
  ['a small project', base],
])('in %s', (_, project) => {
  test.each([
    ['source', 'Survey: of “2025”', ['sources/library/survey-of-2025.md']],
    ['pack', 'What’s next?', ['sources/packs/what-s-next.yaml']],
    [
      'template',
      'Letter & more',
      ['template.yaml', 'style.css', 'page.hbs'].map((name) => `templates/letter-more/${name}`),
    ],
  ] as const)('a new %s is free of faults, and so is a second one', async (sort, title, paths) => {
    const root = await project();
    const before = [...(await filesBelow(root)).keys()];
    expect(await make(root, sort, title)).toEqual(paths);
    expect([...(await filesBelow(root)).keys()].toSorted()).toEqual([...before, ...paths].toSorted());
    await make(root, sort, `${title} again`);
    expect(await checked(root)).toEqual([]);
    await expect(make(root, sort, title)).rejects.toThrow(/already/u);
  });
});

describe('a new source', () => {
  test('has a passage that no document takes up, with an id that is free', async () => {
    const root = await base({
      'sources/library/other.md':
        '---\ntitle: Other\nissued: 2025\ntype: report\n---\n\n::::ask{#survey-1 to=Leeds topics=funding}\nOpen homes.\n::::\n',
    });
    const [path = ''] = await make(root, 'source', 'Survey');
    expect(await readFile(join(root, path), 'utf8')).toContain('{#survey-2 status=draft');
  });

  test('leaves out what the project has nothing for', async () => {
    const root = await base({ 'sources/vocabulary.yaml': '', 'sources/audiences.yaml': '' });
    const [path = ''] = await make(root, 'source', 'Survey');
    const text = await readFile(join(root, path), 'utf8');
    expect(text).toMatch(/^# topics:/mu);
    expect(text).not.toContain('wording');
  });
});

describe('a new pack', () => {
  const editions = async (root: string, title: string): Promise<string> => {
    const [path = ''] = await make(root, 'pack', title);
    return readFile(join(root, path), 'utf8');
  };

  test('is for those audiences whose templates the library can fill, on the topic that fills most', async () => {
    const text = await editions(
      await base({
        'sources/audiences.yaml': `${baseProject()['sources/audiences.yaml']}peer: { name: peers, template: councillor-pack }\nmember: { name: members }\n`,
        'sources/vocabulary.yaml': `${baseProject()['sources/vocabulary.yaml']}`.replace(
          'topics:\n',
          'topics:\n  empty: Empty\n',
        ),
      }),
      'Next',
    );
    expect(text).toContain('topics: [children]');
    expect(text.match(/^ {2}[a-z]+:$/gmu)).toEqual(['  mp:', '  press:']);
  });

  test('is for all where the library has too little for any, and the check says what is missing', async () => {
    const { 'sources/packs/bill.yaml': _, ...others } = baseProject();
    const empty = '---\ntitle: Empty\nissued: 2025\ntype: report\n---\n';
    const root = await onDisk({ ...others, 'sources/library/okoro-2025.md': empty });
    const text = await editions(root, 'Next');
    expect(text).toContain('topics: [children, funding]');
    expect(text.match(/^ {2}[a-z]+:$/gmu)).toEqual(['  mp:', '  press:']);
    expect(new Set((await checked(root)).map(({ rule }) => rule))).toEqual(new Set(['slot-minimum']));
  });
});

test.each([
  ['source', '*bold*', /can't be a title: Markdown/u],
  ['pack', '<b>', /can't be a title/u],
  ['template', 'a **b**', /can't be a title/u],
  ['source', 'Ωμέγα', /No name can be made of `Ωμέγα`/u],
  ['pack', '  ', /No name can be made/u],
  ['pack', 'index', /`index` is a name that despatch needs itself/u],
  ['template', 'handout', /There is a template `handout` already/u],
  ['template', 'partials', /`partials` is a name that despatch needs itself/u],
] as const)('a %s called %j is refused, and nothing is written', async (sort, title, told) => {
  const root = await base();
  const before = [...(await filesBelow(root)).keys()];
  const failing = make(root, sort, title);
  await expect(failing).rejects.toThrow(UsageError);
  await expect(failing).rejects.toThrow(told);
  expect([...(await filesBelow(root)).keys()]).toEqual(before);
});

test.each([
  [{ 'sources/vocabulary.yaml': 'topics: {}\n' }, /no topic for a pack/u],
  [{ 'sources/audiences.yaml': 'mp: { name: MPs }\n' }, /No audience has a template/u],
])('a pack needs a topic and a template: %j', async (over, told) => {
  await expect(make(await base(over), 'pack', 'Next')).rejects.toThrow(told);
});
