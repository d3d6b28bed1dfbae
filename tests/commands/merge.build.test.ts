import { describe, expect, test } from 'vitest';
import { build } from '../../src/commands/build.ts';
import { merge } from '../../src/commands/merge.ts';
import type { Request } from '../../src/commands/request.ts';
import { UsageError } from '../../src/diagnostics/usage.ts';
import { baseProject } from '../project.ts';
import { buildRequest, memoryWorld } from '../world.ts';

const PACK = 'sources/packs/bill.yaml';

/** Five documents in four families, without PDFs. */
const project = (): Record<string, string> => ({
  ...baseProject(),
  'templates/brief/template.yaml': `${baseProject()['templates/brief/template.yaml']}formats: [html, text]\n`,
  'templates/styles/large-print.css': '@import "fonts.css"; body { font: 18pt "Source Sans 3"; }\n',
  [PACK]: `${baseProject()[PACK]}  second: { audience: press, variants: [standard, large-print] }
  third: { audience: mp, headline: Help them }
`,
});

const VERSION = { version: '1', today: '2025-01-16' };

/** What a build of one part gives. */
const partOf = async (shard: Request['shard'], contents = project(), engine = 'engine') => {
  const world = Object.assign(memoryWorld(contents), { engine: async () => engine });
  const { value, messages } = await build(world, buildRequest(shard ? { shard } : {}));
  expect(messages).toEqual([]);
  return { world, name: `part ${shard?.part}`, folder: world.output, made: value?.made ?? [] };
};

describe('parts of a build', () => {
  test.each([1, 2, 3, 4, 9])('of %i are merged into what one machine makes', async (of) => {
    const parts = [];
    for (let part = 1; part <= of; part += 1) parts.push(await partOf({ part, of }));
    const whole = await partOf(undefined);
    const merged = memoryWorld(project());
    const { value, messages } = await merge(merged, parts.toReversed(), VERSION);
    expect(messages).toEqual([]);
    expect(value?.made).toEqual(whole.made);
    expect(merged.written).toEqual(whole.world.written);
    // No document is made twice, and one that follows another is made with it.
    expect(parts.flatMap(({ made }) => made)).toHaveLength(5);
    const large = parts.find(({ made }) => made.some(({ variant }) => variant === 'large-print'));
    expect(large?.made.map(({ edition }) => edition)).toEqual(expect.arrayContaining(['second', 'second']));
  });

  test('hold their own documents alone, whatever lay in the folder', async () => {
    const { world } = await partOf(undefined);
    const { value } = await build(world, buildRequest({ shard: { part: 1, of: 2 } }));
    expect([value?.made.length, value?.carried, value?.lost]).toEqual([3, [], []]);
    expect(world.written?.has('bill/press.html')).toBe(false);
  });

  const halves = async () => [await partOf({ part: 1, of: 2 }), await partOf({ part: 2, of: 2 })] as const;
  const said = async (parts: Parameters<typeof merge>[1], contents = project()) => {
    const world = memoryWorld(contents);
    const fault = await merge(world, parts, VERSION).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(world.written).toBeNull();
    if (!(fault instanceof UsageError)) throw fault;
    return fault.message;
  };

  test('are refused where one is missing, twice there, or no build', async () => {
    const [one, two] = await halves();
    expect(await said([one])).toBe('The parts lack `bill/press` and 1 more');
    expect(await said([one, two, one])).toBe('`bill/mp` is in `part 1` and in `part 1`');
    const empty = { name: 'empty', folder: memoryWorld({}).output };
    expect(await said([one, empty])).toBe('There is no build in `empty`');
  });

  test('are refused where a file of one was changed or taken away', async () => {
    const [one, two] = await halves();
    one.world.written = new Map([...(one.world.written ?? []), ['bill/mp.html', new Uint8Array([1])]]);
    expect(await said([one, two])).toBe(
      '`bill/mp.html` in `part 1` was changed or taken away since it was built',
    );
  });

  test('are refused where a file is taken away while they are merged', async () => {
    const [one, two] = await halves();
    const folder = {
      ...one.folder,
      read: async (path: string) => (path === 'bill/mp.html' ? null : one.folder.read(path)),
    };
    expect(await said([{ ...one, folder }, two])).toBe(
      '`bill/mp.html` in `part 1` was changed or taken away since it was built',
    );
  });

  test('are refused where they are of other sources, or by another engine', async () => {
    const [one, two] = await halves();
    const contents = project();
    contents[PACK] = (contents[PACK] ?? '').replace('Help them', 'Help us');
    expect(await said([one, two], contents)).toMatch(
      /^`bill\/third` in `part \d` is not of the project as it is here/u,
    );
    const other = await partOf({ part: 2, of: 2 }, project(), 'another');
    expect(await said([one, other])).toMatch(
      /^`bill\/press` in `part 2` is not of the project as it is here/u,
    );
  });

  test('are refused where a format is missing', async () => {
    const html = memoryWorld(project());
    await build(html, buildRequest({ formats: ['html'] }));
    expect(await said([{ name: 'html', folder: html.output }])).toMatch(
      /^`bill\/mp` in `html` is not of the project/u,
    );
  });
});
