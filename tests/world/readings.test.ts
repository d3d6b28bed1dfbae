import { serialize } from 'node:v8';
import { expect, test } from 'vitest';
import { keptReadings } from '../../src/world/readings.ts';

/** A store that counts what is put into it. */
const shelf = (bytes: Uint8Array | null = null) => {
  const puts: Uint8Array[] = bytes ? [bytes] : [];
  return {
    puts,
    readings: async () => puts.at(-1) ?? null,
    keepReadings: async (some: Uint8Array) => void puts.push(some),
  };
};

type Asked = Readonly<Record<string, readonly [key: string, value: unknown, lasts?: boolean]>>;

/** Reads files in one round of a new process; gives what came of each, and which were read anew. */
const round = async (store: ReturnType<typeof shelf>, asked: Asked, code = 'code') => {
  const one = await keptReadings(store, async () => code).begin();
  const anew: string[] = [];
  const values = Object.entries(asked).map(([file, [key, value, lasts = true]]) =>
    one.of(
      file,
      key,
      () => (anew.push(file), value),
      () => lasts,
    ),
  );
  await one.end();
  return { anew, values };
};

const MAP = new Map([['a', { none: undefined, list: [1, null] }]]);

test('a reading is given as it was, by its key alone', async () => {
  const store = shelf();
  expect(await round(store, { a: ['1', MAP], b: ['1', null] })).toEqual({
    anew: ['a', 'b'],
    values: [MAP, null],
  });
  const again = await round(store, { a: ['1', 'other'], b: ['2', 'new'] });
  expect(again.anew).toEqual(['b']);
  expect(again.values).toStrictEqual([MAP, 'new']);
});

test('what a round does not ask for is gone, and so is all by another despatch', async () => {
  const store = shelf();
  await round(store, { a: ['1', 'secret'], b: ['1', 'kept'] });
  await round(store, { b: ['1', 'kept'] });
  expect(Buffer.from(store.puts.at(-1) ?? []).includes('secret')).toBe(false);
  expect((await round(store, { a: ['1', ''], b: ['1', ''] })).anew).toEqual(['a']);
  expect((await round(store, { b: ['1', ''] }, 'other')).anew).toEqual(['b']);
});

test('nothing is written where nothing has changed, nor what does not last', async () => {
  const store = shelf();
  await round(store, { a: ['1', 'a'], b: ['1', 'fleeting', false] });
  expect(store.puts).toHaveLength(1);
  expect((await round(store, { a: ['1', 'a'], b: ['1', 'fleeting', false] })).anew).toEqual(['b']);
  expect(store.puts).toHaveLength(1);
  expect(Buffer.from(store.puts[0] ?? []).includes('fleeting')).toBe(false);
});

test('a round that was not ended changes nothing', async () => {
  const store = shelf();
  const readings = keptReadings(store, async () => 'code');
  const broken = await readings.begin();
  broken.of(
    'a',
    '1',
    () => 'a',
    () => true,
  );
  expect(store.puts).toEqual([]);
  expect((await round(store, { a: ['1', 'a'] })).anew).toEqual(['a']);
});

test.each([
  ['of another version of Node', Buffer.from([0xff, 0x7f, 1, 2, 3])],
  ['something else', serialize(['code'])],
  ['nothing', serialize(null)],
])('what lies in the store and is %s counts for nothing', async (_what, bytes) => {
  const store = shelf(bytes);
  expect((await round(store, { a: ['1', 'a'] })).anew).toEqual(['a']);
  expect((await round(store, { a: ['1', 'a'] })).anew).toEqual([]);
});

test('what takes time is waited for once', async () => {
  const store = shelf();
  const read: string[] = [];
  const ask = async (key: string, value: string) => {
    const one = await keptReadings(store, async () => 'code').begin();
    const found = await one.awaited('a', key, async () => (read.push(value), value));
    await one.end();
    return found;
  };
  expect([await ask('1', 'a'), await ask('1', 'b'), await ask('2', 'c')]).toEqual(['a', 'a', 'c']);
  expect(read).toEqual(['a', 'c']);
});
