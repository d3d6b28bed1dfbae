import { expect, test } from 'vitest';
import { build } from '../../src/commands/build.ts';
import { MANIFEST } from '../../src/model/manifest.ts';
import { baseProject, type Contents } from '../project.ts';
import { buildRequest, memoryWorld, textOf } from '../world.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** What lies in the output folder after a build of a project over another's, in which somebody has put files. */
const built = async (contents: Contents, before: ReadonlyMap<string, Uint8Array>, packs: string[] = []) => {
  const world = memoryWorld(contents, { before });
  const request = buildRequest({ formats: ['html'], packs });
  const { value, messages } = await build(world, request);
  if (!value) throw new Error(messages.map(({ text }) => text).join('\n'));
  return world.written ?? new Map<string, Uint8Array>();
};

const OWN = { 'notes.txt': 'mine', 'bill/letter.docx': 'mine too', 'site/CNAME': 'example.org' };

const withOwn = (files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> =>
  new Map([...files, ...Object.entries(OWN).map(([path, text]) => [path, bytes(text)] as const)]);

test('what somebody has put into the output folder stays, from build to build', async () => {
  let files = await built(baseProject(), new Map());
  const made = [...files.keys()].toSorted();
  for (const packs of [[], ['bill'], []]) {
    files = await built(baseProject(), withOwn(files), packs);
    for (const [path, text] of Object.entries(OWN)) expect(textOf(files, path)).toBe(text);
  }
  expect([...files.keys()].toSorted()).toEqual([...made, ...Object.keys(OWN)].toSorted());
});

test('what despatch has made and makes no more goes', async () => {
  const pack = 'sources/packs/bill.yaml';
  const { [pack]: text = '', ...rest } = baseProject();
  const before = await built(baseProject(), new Map());
  const files = await built({ ...rest, 'sources/packs/other.yaml': text }, withOwn(before));
  const left = [...files.keys()].filter((path) => before.has(path) && path.startsWith('bill/'));
  expect(left).toEqual([]);
  expect(textOf(files, 'bill/letter.docx')).toBe('mine too');
});

test('a page of despatch takes the place of a file of its name', async () => {
  const before = await built(baseProject(), new Map());
  const manifest = JSON.parse(textOf(before, MANIFEST)) as { others: string[] };
  const others = manifest.others.filter((path) => path !== 'index.html');
  const changed = new Map(before)
    .set(MANIFEST, bytes(JSON.stringify({ ...manifest, others })))
    .set('index.html', bytes('mine'));
  expect(textOf(await built(baseProject(), changed), 'index.html')).toContain('<html');
});

test('where a build does not say what it made, all of it is taken to be made by it', async () => {
  const before = await built(baseProject(), new Map());
  const { others: _, ...manifest } = JSON.parse(textOf(before, MANIFEST)) as Record<string, unknown>;
  const older = new Map(withOwn(before)).set(MANIFEST, bytes(JSON.stringify(manifest)));
  expect((await built(baseProject(), older)).has('notes.txt')).toBe(false);
});
