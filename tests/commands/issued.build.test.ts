/** Documents that went out are recorded as they were, and known when they have to be corrected. */

import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../src/commands/build.ts';
import { check } from '../../src/commands/check.ts';
import { impact } from '../../src/commands/impact.ts';
import { recordIssue, type IssueRequest } from '../../src/commands/issued.ts';
import { sha256 } from '../../src/model/hash.ts';
import { baseProject } from '../project.ts';
import { buildRequest, memoryWorld } from '../world.ts';

const LIBRARY = 'sources/library/okoro-2025.md';
const TODAY = '2025-02-01';
const NAME = 'Wilhelmina Quatermain';

const project = (): Record<string, string> => {
  const base = baseProject();
  return {
    ...base,
    'templates/brief/template.yaml': (base['templates/brief/template.yaml'] ?? '').replace(
      'slots:',
      'formats: [html, text]\nslots:',
    ),
  };
};

const ISSUE: IssueRequest = { pack: 'bill', edition: 'mp', recipient: undefined, to: NAME, on: '2025-01-16' };

type Written = ReadonlyMap<string, Uint8Array>;

let written: Written = new Map();
beforeAll(async () => {
  const world = memoryWorld(project());
  await build(world, buildRequest());
  written = world.written ?? new Map();
});

const newRoot = () => mkdtempSync(join(tmpdir(), 'despatch-issued-'));

const record = async (
  issue: Partial<IssueRequest> = {},
  contents: Record<string, string> = project(),
  before = written,
) => {
  const root = newRoot();
  const { value } = await recordIssue(memoryWorld(contents, { before }), root, { ...ISSUE, ...issue }, TODAY);
  const text = value === null ? '' : readFileSync(join(root, value), 'utf8');
  return { path: value ?? '', text, root };
};

describe('a record', () => {
  test('has what went out: its files by their hashes, and each passage in the words of its readers', async () => {
    const { path, text } = await record({ edition: 'press' });
    expect(path).toBe('sources/issued/2025-01-16-bill-press.yaml');
    for (const file of ['bill/press.html', 'bill/press.txt'])
      expect(text).toContain(`  ${file}: "${sha256(written.get(file) ?? '')}"`);
    expect(text).toContain('local-capacity: "Ministers should pay for councils to open homes of their own."');
    expect(text).toContain('okoro-on-help: "Families meet us too late."');
    expect(text).toContain(`to: ${NAME}`);
  });

  test('reads without fault, whatever it was called and to whom it went', async () => {
    const base = project();
    const PACK = 'sources/packs/bill.yaml';
    const odd = {
      ...base,
      [PACK]: (base[PACK] ?? '').replace('Keep families together', `"Keep: 'families' # together"`),
    };
    const world = memoryWorld(odd);
    await build(world, buildRequest());
    for (const to of ['a: b # "c"', '- x', "O’Neil's", 'ł [1]', '{no}']) {
      const { path, text } = await record({ to }, odd, world.written ?? new Map());
      const { messages } = await check(memoryWorld({ ...odd, [path]: text }), {
        documents: false,
        today: TODAY,
      });
      expect(messages).toEqual([]);
    }
  });

  test('takes no other’s place', async () => {
    const root = newRoot();
    for (let times = 0; times < 3; times += 1)
      await recordIssue(memoryWorld(project(), { before: written }), root, ISSUE, TODAY);
    expect(readdirSync(join(root, 'sources/issued')).toSorted()).toEqual([
      '2025-01-16-bill-mp-2.yaml',
      '2025-01-16-bill-mp-3.yaml',
      '2025-01-16-bill-mp.yaml',
    ]);
  });

  test.each<[string, Partial<IssueRequest>, RegExp]>([
    ['of an unknown pack', { pack: 'bil' }, /no pack `bil`/u],
    ['of an unknown edition', { edition: 'pres' }, /no edition `pres`/u],
    ['of no edition, where there are several', { edition: undefined }, /several documents/u],
    ['of a recipient of what has none', { recipient: 'Leeds' }, /for no recipients/u],
    ['to nobody', { to: ' ' }, /to somebody/u],
    ['on no day', { on: '16 January' }, /no day/u],
    ['on a day to come', { on: '2025-02-02' }, /still to come/u],
  ])('is not made %s', async (_what, issue, said) => {
    await expect(record(issue)).rejects.toThrow(said);
  });

  test.each<[string, (files: Map<string, Uint8Array>) => void, Record<string, string>, RegExp]>([
    ['that was not built', (files) => files.clear(), {}, /is not in the output/u],
    [
      'that was changed since',
      (files) => files.set('bill/mp.txt', new Uint8Array()),
      {},
      /`bill\/mp.txt` in the output was changed/u,
    ],
    ['of which a file is gone', (files) => files.delete('bill/mp.html'), {}, /taken away/u],
    [
      'that would be another today',
      () => {},
      { [LIBRARY]: (baseProject()[LIBRARY] ?? '').replace('rose by', 'went up by') },
      /not of the sources as they are today/u,
    ],
  ])('is not made of a document %s', async (_what, change, files, said) => {
    const before = new Map(written);
    change(before);
    await expect(record({}, { ...project(), ...files }, before)).rejects.toThrow(said);
  });

  test('with a key that there is not, or a hash that is none, is told with its place', async () => {
    const { path, text } = await record();
    const bad = text.replace('on: ', 'sent: ').replace(/: "[0-9a-f]{64}"/u, ': "12"');
    const { messages } = await check(memoryWorld({ ...project(), [path]: bad }), {
      documents: false,
      today: TODAY,
    });
    expect(new Set(messages.map(({ rule }) => rule))).toEqual(
      new Set(['unknown-key', 'missing-key', 'bad-value']),
    );
    expect(messages.every(({ place }) => place?.file === path)).toBe(true);
  });
});

/** The ask as it stands in the library. */
const FENCE = '::::ask{#local-capacity';

const edited = (change: (text: string) => string, more: Record<string, string> = {}) => ({
  ...project(),
  [LIBRARY]: change(project()[LIBRARY] ?? ''),
  ...more,
});

describe('what went out is to be corrected', () => {
  test.each<[string, string, (text: string) => string, string | null]>([
    [
      'where a passage says something else',
      'mp',
      (text) => text.replace('Fund councils', 'Pay councils'),
      'was changed',
    ],
    [
      'not where another wording does',
      'mp',
      (text) => text.replace('Ministers should', 'Ministers must'),
      null,
    ],
    [
      'where its own wording does',
      'press',
      (text) => text.replace('Ministers should', 'Ministers must'),
      'was changed',
    ],
    [
      'where it was withdrawn',
      'mp',
      (text) => text.replace(FENCE, `${FENCE} status=withdrawn`),
      'was withdrawn',
    ],
    [
      'where it has expired',
      'mp',
      (text) => text.replace(FENCE, `${FENCE} expires=2025-01-31`),
      'expired on 31 January 2025',
    ],
    ['not where it expires today', 'mp', (text) => text.replace(FENCE, `${FENCE} expires=${TODAY}`), null],
    [
      'where it is for others alone',
      'mp',
      (text) => text.replace(FENCE, `${FENCE} only=press`),
      'may not be shown to them any more (only for press)',
    ],
    ['where it is gone', 'mp', (text) => text.replace(FENCE, '::::ask{#another'), 'is gone'],
    [
      'not where it has another id',
      'mp',
      (text) => text.replace(FENCE, '::::ask{#another formerly=local-capacity'),
      null,
    ],
    [
      'not where only its marks have changed',
      'mp',
      (text) => text.replace('Fund councils', '**Fund** councils'),
      null,
    ],
    [
      'not where another passage has changed',
      'mp',
      (text) => text.replace('#local-capacity', '#local-capacity'),
      null,
    ],
  ])('%s', async (_what, edition, change, why) => {
    const { path, text } = await record({ edition });
    const world = memoryWorld(edited(change, { [path]: text }));
    const { messages } = await check(world, { documents: false, today: TODAY });
    const told = messages.filter(({ rule }) => rule === 'needs-correction');
    expect(told.map((one) => [one.severity, one.place?.file, one.text])).toEqual(
      why === null
        ? []
        : [
            [
              'warning',
              path,
              `\`local-capacity\` ${why} since \`bill/${edition}\` went out on 16 January 2025`,
            ],
          ],
    );
    expect(told.flatMap(({ related = [] }) => related.map((one) => one.text))).toEqual(
      why === null ? [] : expect.arrayContaining([`it went to ${NAME}`]),
    );
  });

  test('until the record says that it was', async () => {
    const { path, text } = await record();
    const world = memoryWorld(
      edited((library) => library.replace('Fund councils', 'Pay councils'), {
        [path]: `${text}corrected: 2025-01-20\n`,
      }),
    );
    const { messages } = await check(world, { documents: false, today: TODAY });
    expect(messages).toEqual([]);
  });
});

describe('the impact', () => {
  test('of a passage is each of its wordings with the documents that show it, and what went out', async () => {
    const { path, text } = await record({ edition: 'press' });
    const world = memoryWorld(
      edited((library) => library.replace('Ministers should', 'Ministers must'), { [path]: text }),
    );
    const { value } = await impact(world, 'local-capacity', TODAY);
    expect(value).toEqual({
      sort: 'passage',
      id: 'local-capacity',
      passages: [
        {
          id: 'local-capacity',
          shown: [
            {
              text: "Fund councils to run children's homes of their own again.",
              audiences: ['mp'],
              documents: ['bill/mp'],
            },
            {
              text: 'Ministers must pay for councils to open homes of their own.',
              audiences: ['press'],
              documents: ['bill/press'],
            },
          ],
          issued: [
            {
              file: path,
              document: 'bill/press',
              to: NAME,
              on: '2025-01-16',
              text: 'Ministers should pay for councils to open homes of their own.',
              corrected: null,
              needs: 'was changed',
            },
          ],
        },
      ],
    });
  });

  test('of a source is that of all its passages', async () => {
    const { value } = await impact(memoryWorld(project()), 'okoro-2025', TODAY);
    expect(value?.sort).toBe('source');
    expect(value?.passages.map(({ id }) => id)).toEqual([
      'investigations-growth',
      'local-capacity',
      'okoro-on-help',
    ]);
  });

  test('of a passage that is gone is what went out with it', async () => {
    const { path, text } = await record();
    const gone = edited((library) => library.replace(FENCE, '::::ask{#another'), { [path]: text });
    const { value } = await impact(memoryWorld(gone), 'local-capacity', TODAY);
    expect(value?.passages).toMatchObject([{ shown: [], issued: [{ needs: 'is gone' }] }]);
  });

  test('of nothing is wrong use', async () => {
    await expect(impact(memoryWorld(project()), 'local-capacit', TODAY)).rejects.toThrow(
      /no passage and no source/u,
    );
  });
});

describe('to whom a document went', () => {
  const withRecord = async (more: Record<string, string> = {}) => {
    const { path, text } = await record();
    const world = memoryWorld(
      edited((library) => library.replace('Fund councils', 'Pay councils'), { [path]: text, ...more }),
    );
    const { messages } = await build(world, buildRequest({ today: TODAY }));
    return { written: world.written, messages };
  };

  test('stands in no file of the output, the desk and its messages among them', async () => {
    const { written: files, messages } = await withRecord();
    expect(messages.map(({ rule }) => rule)).toEqual(['needs-correction']);
    const telling = [...(files ?? [])].filter(([path, bytes]) =>
      (path + Buffer.from(bytes).toString()).includes('Quatermain'),
    );
    expect(telling).toEqual([]);
  });

  test.each(['templates/site/desk.hbs', 'templates/site/home.hbs', 'templates/brief/page.hbs'])(
    'stops the build where %s tells it',
    async (template) => {
      const page = baseProject()[template] ?? '';
      expect(page).toContain('<h1');
      const { written: files, messages } = await withRecord({
        [template]: page.replace('<h1', `<p>${NAME}</p><h1`),
      });
      expect(
        messages.filter(({ severity }) => severity === 'error').every(({ rule }) => rule === 'leak'),
      ).toBe(true);
      expect(messages.map(({ rule }) => rule)).toContain('leak');
      expect(files).toBeNull();
    },
  );
});
