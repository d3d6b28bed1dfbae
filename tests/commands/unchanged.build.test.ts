import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { build } from '../../src/commands/build.ts';
import { check } from '../../src/commands/check.ts';
import { diskStore } from '../../src/world/disk-store.ts';
import type { Store } from '../../src/world/world.ts';
import { baseProject, memoryFiles, type Contents } from '../project.ts';
import { buildRequest, memoryWorld, type MemoryWorld } from '../world.ts';

const TEMPLATE = 'templates/brief/template.yaml';
const LIBRARY = 'sources/library/okoro-2025.md';

/** A passage that no pack can find. */
const LONE =
  '---\ntitle: Lone\npublisher: Group\nissued: 2024\ntype: report\n---\n\n::::context{#lone}\nNobody finds this.\n::::\n';

/** The base project without PDFs; something is told of it. */
const project = (): Record<string, string> => ({
  ...baseProject(),
  [TEMPLATE]: `${baseProject()[TEMPLATE]}formats: [html, text]\n`,
  [LIBRARY]: `${baseProject()[LIBRARY]}\n::::context{#spare topics=funding status=draft}\nA spare one.\n::::\n`,
  'sources/library/lone.md': LONE,
});

let store: Store;
beforeEach(async () => {
  store = diskStore(await mkdtemp(join(tmpdir(), 'despatch-unchanged-')));
});

/** A world that counts the passes over its files, over what another has written. */
const worldOf = (contents: Contents, before?: MemoryWorld) => {
  const begun: string[] = [];
  const world = memoryWorld(contents, {
    store,
    ...(before?.written ? { before: before.written } : {}),
  });
  const { output } = world;
  return Object.assign(world, {
    begun,
    output: {
      ...output,
      begin: async () => {
        begun.push('begun');
        return output.begin();
      },
    },
  });
};

describe('a whole build over its own output', () => {
  test('gives what it gave and what it told, and makes nothing', async () => {
    const first = worldOf(project());
    const made = await build(first, buildRequest());
    expect(made.messages.map(({ rule }) => rule)).toContain('no-topic');
    const again = worldOf(project(), first);
    expect(await build(again, buildRequest())).toEqual(made);
    expect([again.begun, again.written]).toEqual([[], null]);
  });

  const page = (text: string) => new TextEncoder().encode(text);
  type Case = readonly [string, (world: MemoryWorld, written: Map<string, Uint8Array>) => unknown];
  const CASES: readonly Case[] = [
    [
      'a file of the project is another',
      (world) =>
        Object.assign(world, {
          files: memoryFiles({ ...project(), 'sources/library/lone.md': LONE.replace('Lone', 'Alone') }),
        }),
    ],
    ['the engine is another', (world) => Object.assign(world, { engine: async () => 'another' })],
    ['a file of the output was edited', (_, written) => written.set('bill/mp.html', page('edited'))],
    ['one is gone', (_, written) => written.delete('bill/mp.txt')],
    ['one was put beside them', (_, written) => written.set('bill/notes.txt', page('mine'))],
  ];
  test.each(CASES)('is made where %s', async (_, change) => {
    const first = worldOf(project());
    await build(first, buildRequest());
    const written = new Map(first.written);
    const again = worldOf(project(), Object.assign(first, { written }));
    change(again, written);
    expect((await build(again, buildRequest())).value).not.toBeNull();
    expect(again.begun).toEqual(['begun']);
  });

  test.each([
    ['on another day', { today: '2025-01-17' }],
    ['by another version', { version: '2' }],
    ['where warnings are to stop it', { strict: true }],
    ['where it is narrowed', { audiences: ['mp'] }],
  ])('is made %s', async (_, over) => {
    const first = worldOf(project());
    await build(first, buildRequest());
    const again = worldOf(project(), first);
    await build(again, buildRequest(over));
    expect(again.begun).toEqual(['begun']);
  });
});

describe('over a table', () => {
  const CSV = 'sources/data/seats.csv';
  const YAML = 'sources/data/seats.yaml';
  const tables = (csv: string, yaml: string) => ({
    ...project(),
    'sources/packs/bill.yaml': (project()['sources/packs/bill.yaml'] ?? '').replace(
      /headline: .*/u,
      'recipients: seats\n    headline: In :field[name], :field[full] homes are full',
    ),
    [CSV]: csv,
    [YAML]: yaml,
  });
  const OF = 'title: Homes by seat\nkey: code\nname: seat\n';
  const COLUMN =
    'columns: { full: { column: full, label: Homes full, unit: homes, source: okoro-2025, period: 2024 } }\n';
  const ROWS = 'code,seat,spare,full\nA,Ashby,x,5\nB,Bourne,x,6\n';
  const before = tables(ROWS, OF + COLUMN);

  const begunAfter = async (csv: string, yaml: string): Promise<number> => {
    const first = worldOf(before);
    const { value } = await build(first, buildRequest());
    expect(value?.made.filter(({ recipient }) => recipient)).toHaveLength(2);
    const again = worldOf(tables(csv, yaml), first);
    expect((await build(again, buildRequest())).value).not.toBeNull();
    return again.begun.length;
  };

  test.each([
    ['a column comes that nothing names', ROWS.replaceAll('\n', ',y\n'), OF + COLUMN],
    ['it comes among the others', ROWS.replaceAll('x', 'x,y').replace('spare', 'spare,other'), OF + COLUMN],
    ['it goes', ROWS.replaceAll(/,(?:spare|x)/gu, ''), OF + COLUMN],
    ['one of its values is another', ROWS.replace('x', 'z'), OF + COLUMN],
    ['a description has more space', ROWS, OF + COLUMN.replace(' }\n', '  }\n')],
  ])('nothing is made where %s', async (_, csv, yaml) => {
    expect(await begunAfter(csv, yaml)).toBe(0);
  });

  test.each([
    ['a value is another', ROWS.replace('5', '7'), OF + COLUMN],
    ['a row goes', ROWS.replace(/B.*\n/u, ''), OF + COLUMN],
    ['a row comes', `${ROWS}C,Corby,x,1\n`, OF + COLUMN],
    ['rows change places', 'code,seat,spare,full\nB,Bourne,x,6\nA,Ashby,x,5\n', OF + COLUMN],
    ['a row lies on another line', ROWS.replace('B,', '\nB,'), OF + COLUMN],
    ['a label is another', ROWS, OF + COLUMN.replace('Homes full', 'Full')],
    [
      'another column is shown',
      ROWS.replace('x', '1').replace('x', '2'),
      OF + COLUMN.replace('column: full', 'column: spare'),
    ],
    [
      'a column is named',
      ROWS,
      `${OF}${COLUMN.replace(' }\n', ', spare: { column: spare, label: Spare, unit: text } }\n')}`,
    ],
    ['an editor writes beside it', ROWS, `${OF}# Ask them.\n${COLUMN}`],
  ])('all is made where %s', async (_, csv, yaml) => {
    expect(await begunAfter(csv, yaml)).toBe(1);
  });

  test('what was written while it was built is not taken for what was built', async () => {
    const files = { ...before };
    const first = worldOf(files);
    const { output } = first;
    first.output = {
      ...output,
      begin: () => {
        files[CSV] = ROWS.replace('5', '7');
        return output.begin();
      },
    };
    await build(first, buildRequest());
    const again = worldOf(files, first);
    await build(again, buildRequest());
    expect(again.begun).toEqual(['begun']);
  });

  test('a check in between changes nothing of that', async () => {
    const first = worldOf(before);
    await build(first, buildRequest());
    const again = worldOf(tables(ROWS.replaceAll('\n', ',y\n'), OF + COLUMN), first);
    await check(again, { documents: false, today: buildRequest().today });
    await build(again, buildRequest());
    expect(again.begun).toEqual([]);
  });
});

describe('between two moments of release', () => {
  // The press release may be read from 00:01 on, a spare passage from 09:00.
  const contents = {
    ...project(),
    [LIBRARY]: project()[LIBRARY]?.replace('status=draft', 'embargo=2025-01-20T09:00') ?? '',
  };
  const at = (time: string) => buildRequest({ today: '2025-01-20', now: Date.parse(`2025-01-20T${time}Z`) });
  test.each([
    ['00:00', '00:00', []],
    ['00:00', '00:01', ['begun']],
    ['00:01', '08:59', []],
    ['08:59', '00:01', []],
    ['00:01', '00:00', ['begun']],
    ['08:59', '09:00', ['begun']],
    ['09:00', '23:59', []],
  ])('from %s to %s', async (before, now, begun) => {
    const first = worldOf(contents);
    await build(first, at(before));
    const again = worldOf(contents, first);
    await build(again, at(now));
    expect(again.begun).toEqual(begun);
  });
});

test('a narrowed build is not kept in place of a whole one, and what failed is not kept', async () => {
  const first = worldOf(project());
  await build(first, buildRequest());
  const narrowed = worldOf(project(), first);
  await build(narrowed, buildRequest({ audiences: ['mp'] }));
  const failing = worldOf({ ...project(), [LIBRARY]: '---' }, first);
  expect((await build(failing, buildRequest())).value).toBeNull();
  const again = worldOf(project(), first);
  await build(again, buildRequest());
  expect(again.begun).toEqual([]);
});
