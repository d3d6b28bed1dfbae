import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  jsonSchema,
  SORTS_OF_FILES,
  type ProjectNames,
  type SortOfFile,
} from '../../src/load/json-schema.ts';
import { OPTIONS } from '../../src/load/options.ts';
import { PACKAGE } from '../../src/world/package.ts';
import { baseProject } from '../project.ts';

const NAMES: ProjectNames = {
  audience: ['mp', 'press'],
  kind: ['ask'],
  passage: ['known-passage'],
  printer: [],
  slot: ['facts'],
  source: ['known-source'],
  table: ['councils'],
  template: ['handout'],
  topic: ['children'],
};

const SORTS = Object.keys(SORTS_OF_FILES) as SortOfFile[];
const ajv = new Ajv2020({ allowUnionTypes: true, strict: true });
const validators = Object.fromEntries(SORTS.map((sort) => [sort, ajv.compile(jsonSchema(sort, NAMES))]));

const faults = (sort: SortOfFile, value: unknown): readonly string[] => {
  validators[sort]?.(value);
  return (validators[sort]?.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

const sortOf = (path: string): SortOfFile | undefined => {
  const name = posix.basename(path, '.yaml');
  const folder = posix.dirname(path).split('/').at(-1);
  if (name === 'template') return 'template';
  if (folder === 'packs') return 'pack';
  return folder === 'data' ? 'data' : SORTS.find((sort) => sort === name);
};

/** Files of YAML that are right, by their paths. */
const files = [
  ...globSync(['sources/**/*.yaml', 'templates/**/*.yaml', 'src/start/**/*.yaml'], { cwd: PACKAGE })
    .toSorted()
    .map((path) => [path, readFileSync(join(PACKAGE, path), 'utf8')] as const),
  ...Object.entries(baseProject()).filter(([path]) => path.endsWith('.yaml')),
];

/** The heads of sources. */
const heads = globSync(['sources/library/*.md', 'src/start/**/*.md'], { cwd: PACKAGE }).map(
  (path) => [path, /^---\n(.*?)^---$/msu.exec(readFileSync(join(PACKAGE, path), 'utf8'))?.[1] ?? ''] as const,
);

test.each(files)('%s is as its schema says', (path, text) => {
  const sort = sortOf(path);
  if (!sort) throw new Error(`${path} is of no sort`);
  expect(faults(sort, parse(text))).toEqual([]);
});

test('each source is as the schema of its head says', () => {
  expect(heads.length).toBeGreaterThan(40);
  for (const [path, text] of heads) expect([path, faults('source', parse(text))]).toEqual([path, []]);
});

/** Every map in a value, with its path. */
const maps = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] =>
  typeof value !== 'object' || value === null
    ? []
    : [
        ...(Array.isArray(value) ? [] : [path]),
        ...Object.entries(value).flatMap(([key, each]) => maps(each, [...path, key])),
      ];

/** Whether the keys of a map at a path are names of the project's own: anything may be one. */
const isNamed = (sort: SortOfFile, path: readonly string[]): boolean => {
  const at = (parts: readonly string[]): string | undefined =>
    Object.keys(OPTIONS[sort]).find((known) => {
      const keys = known.split('.');
      return (
        keys.length === parts.length + 1 &&
        keys.at(-1) === '*' &&
        parts.every((part, i) => keys[i] === '*' || keys[i] === part)
      );
    });
  // Topics lie in topics, places in places.
  return at(path) !== undefined || path.at(-1) === 'topics' || sort === 'places';
};

test.each(files)('a key that is not known is refused wherever it stands in %s', (path, text) => {
  const sort = sortOf(path) as SortOfFile;
  const right: unknown = parse(text);
  const closed = maps(right).filter((map) => !isNamed(sort, map));
  for (const map of closed) {
    const value = structuredClone(right) as object;
    const target = map.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], value);
    Object.assign(target as object, { 'strange-key': 'x' });
    expect([map, faults(sort, value).length > 0]).toEqual([map, true]);
  }
});

describe.each(SORTS)('the schema of %s', (sort) => {
  const schema = jsonSchema(sort, NAMES);

  /** The maps of properties in it. */
  const properties = (part: unknown): readonly Record<string, { description?: string; $ref?: string }>[] =>
    typeof part !== 'object' || part === null
      ? []
      : Object.entries(part).flatMap(([key, each]) => [
          ...(key === 'properties' ? [each as Record<string, { description?: string }>] : []),
          ...properties(each),
        ]);

  test('says of each key what it is for', () => {
    const untold = properties(schema)
      .flatMap((own) => Object.entries(own))
      .filter(([, { description, $ref }]) => !description && !$ref)
      .map(([key]) => key);
    expect(untold).toEqual([]);
  });

  test('has all that is said of keys', () => {
    const text = JSON.stringify(schema);
    const unused = Object.entries(OPTIONS[sort]).filter(
      ([, { says }]) => !text.includes(JSON.stringify(says).slice(1, -1)),
    );
    expect(unused.map(([path]) => path)).toEqual([]);
  });
});

describe('names of the project are completed, and others are let through', () => {
  const pack = (more: object): object => ({
    title: 'T',
    date: '2025-01-16',
    topics: ['children'],
    editions: { mp: null },
    ...more,
  });

  test('where a value is one, and where keys are', () => {
    const schema = JSON.stringify(jsonSchema('pack', NAMES));
    for (const name of ['known-passage', 'handout', 'councils', 'children'])
      expect(schema).toContain(`"${name}"`);
    expect(schema).toContain('"properties":{"mp":{"$ref"');
    expect(schema).toContain('"properties":{"facts":{"$ref"');
  });

  test.each([
    [{ topics: 'children funding' }],
    [{ topics: ['unheard-of'] }],
    [{ editions: ['mp', 'press'] }],
    [{ editions: { peer: { audience: 'mp', template: 'new', slots: { new: { passages: 'one-id' } } } } }],
    [{ editions: { mp: { slots: { facts: { max: 0 } }, copies: { printer: null } } } }],
    [{ title: 2025 }],
  ])('%j is right', (more) => {
    expect(faults('pack', pack(more))).toEqual([]);
  });

  test.each([
    [{ status: 'final' }],
    [{ editions: { mp: { slots: { facts: { max: -1 } } } } }],
    [{ editions: { mp: { slots: { facts: { most: 1 } } } } }],
    [{ editions: { 'No Name': null } }],
    [{ short: 'No Name' }],
    [{ title: ['a', 'list'] }],
    [{ date: undefined }],
  ])('%j is wrong', (more) => {
    expect(faults('pack', JSON.parse(JSON.stringify(pack(more))))).not.toEqual([]);
  });
});
