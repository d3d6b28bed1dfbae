import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtText } from '../../src/cli/results.ts';
import { build } from '../../src/commands/build.ts';
import { check } from '../../src/commands/check.ts';
import { explain } from '../../src/commands/explain.ts';
import type { Request } from '../../src/commands/request.ts';
import type { Message } from '../../src/diagnostics/message.ts';
import type { Manifest } from '../../src/model/manifest.ts';
import { baseProject } from '../project.ts';
import { runs } from '../runs.ts';
import { siteTemplates } from '../site-templates.ts';
import { buildRequest, memoryWorld, textOf, type MemoryWorld } from '../world.ts';
import { besidesStyle } from '../made-up.ts';

const request = (over: Partial<Request> = {}): Request =>
  buildRequest({ formats: ['html', 'text'], today: '2025-01-16', ...over });

const TABLE = `title: Vacancies by council
source: okoro-2025
key: code
name: council
nation: { column: nation }
period: 2024
missing: { c: suppressed, x: not available }
columns:
  vacancies: { column: vacant, label: Vacancy rate, unit: "%", decimals: 1 }
  spare: { column: spare, label: Spare rooms, unit: rooms, decimals: 0 }
`;

const ROWS = `code,council,nation,vacant,spare
E08000035,Leeds,England,12.4,7
E06000010,"Kingston upon Hull, City of",England,19.1,8
E07000146,King’s Lynn,England,c,9
W06000001,Ynys Môn,Wales,3.7,10
`;

const LOCAL = `
::::local{#local-vacancies period=2024 priority=1 locator="page 9"}
In :field[name] :field[vacancies] of posts were vacant.

:::wording{when=missing}
No rate is known for :field[name].
:::
::::

::::local{#local-again period=2024 locator="page 9"}
That is :field[vacancies] in :field[name].
::::

::::statistic{#of-england period=2024 area=England unit="% of posts" locator="page 10"}
In England many posts were vacant in 2024.
::::
`;

/** The base project with an edition for each council beside the others. */
const project = (over: Readonly<Record<string, string>> = {}): Record<string, string> => {
  const contents = baseProject();
  const template = 'templates/brief/template.yaml';
  contents[template] =
    `${(contents[template] ?? '').replace('[statistic, quote]', '[local, statistic, quote]')}formats: [html, text]\n`;
  contents['sources/library/okoro-2025.md'] += LOCAL;
  contents['sources/places.yaml'] = 'United Kingdom:\n  England:\n  Wales:\n';
  contents['sources/data/councils.csv'] = ROWS;
  contents['sources/data/councils.yaml'] = TABLE;
  contents['sources/packs/local.yaml'] = `title: Local figures
date: 2025-01-16
topics: [children]
editions:
  councils:
    audience: mp
    headline: Homes in :field[name]
    recipients: councils
`;
  return { ...contents, ...siteTemplates(), ...over };
};

const manifestOf = (world: MemoryWorld): Manifest =>
  JSON.parse(textOf(world.written, 'manifest.json')) as Manifest;

const documentsOf = (world: MemoryWorld, pack = 'local') =>
  manifestOf(world).documents.filter((entry) => entry.pack === pack);

const pathOf = (id: string, ending = 'txt'): string => `local/councils/${id}.${ending}`;

const FILES = [
  'leeds-e08000035',
  'kingston-upon-hull-city-of-e06000010',
  'kings-lynn-e07000146',
  'ynys-mon-w06000001',
];

const said = (messages: readonly Message[]) =>
  besidesStyle(messages).map(({ severity, text, row }) => [severity, text, ...(row ? [row.key] : [])]);

describe('an edition with recipients', () => {
  test('gives each row of the table a document of its own, with its own figures', async () => {
    const world = memoryWorld(project());
    const { value } = await build(world, request());
    expect(documentsOf(world).map(({ recipient }) => recipient)).toEqual([
      { id: FILES[0], key: 'E08000035', name: 'Leeds' },
      { id: FILES[1], key: 'E06000010', name: 'Kingston upon Hull, City of' },
      { id: FILES[2], key: 'E07000146', name: 'King’s Lynn' },
      { id: FILES[3], key: 'W06000001', name: 'Ynys Môn' },
    ]);
    const [leeds, hull, lynn, mon] = FILES.map((id) => textOf(world.written, pathOf(id)));
    expect(leeds).toContain('In Leeds 12.4% of posts were vacant.');
    expect(leeds).toContain('HOMES IN LEEDS');
    expect(hull).toContain('In Kingston upon Hull, City of 19.1% of posts were vacant.');
    expect(lynn).toContain('No rate is known for King’s Lynn.');
    expect(mon).toContain('In Ynys Môn 3.7% of posts were vacant.');
    expect(textOf(world.written, pathOf(FILES[3] ?? '', 'html'))).toContain(', Ynys Môn</title>');
    expect(builtText(value as NonNullable<typeof value>, 'output')).toContain(
      'local/councils  4 recipients  html, text\n',
    );
  });

  test('tells of what some of them lack, in one message for each passage', async () => {
    const { messages } = await build(memoryWorld(project()), request());
    expect(said(messages)).toEqual([
      [
        'information',
        '`local-vacancies` stands in its wording for missing values in 1 of 4 documents of local/councils, which lack `vacancies` of King’s Lynn (suppressed)',
      ],
      [
        'information',
        '`local-again` is left out of 1 of 4 documents of local/councils, which lack `vacancies` of King’s Lynn (suppressed)',
      ],
    ]);
  });

  test('keeps out of documents for another nation what the pack names for all, and tells it', async () => {
    const contents = project();
    const rows = ['Gwynedd', 'Powys', 'Conwy'].map((name, index) => `W${index},${name},Wales,1,1\n`);
    contents['sources/data/councils.csv'] += rows.join('');
    contents['sources/packs/local.yaml'] += '    slots: { facts: { passages: [of-england] } }\n';
    const world = memoryWorld(contents);
    const { messages } = await build(world, request());
    const holds = ['leeds-e08000035', 'ynys-mon-w06000001', 'powys-w1'].map((id) =>
      textOf(world.written, pathOf(id)).includes('In England many posts'),
    );
    expect(holds).toEqual([true, false, false]);
    expect(messages.map(({ text }) => text)).toContain(
      '`of-england` is left out of 4 of 7 documents of local/councils, which are not of England: Ynys Môn; Gwynedd; Powys; and 1 more',
    );
  });

  test('keeps the figures of one nation out of documents for another', async () => {
    const world = memoryWorld(project());
    await build(world, request());
    const holds = FILES.map((id) => textOf(world.written, pathOf(id)).includes('In England many posts'));
    expect(holds).toEqual([true, true, true, false]);
  });

  test('lists them by name on a page of its own, and as one line on the desk', async () => {
    const world = memoryWorld(project());
    await build(world, request());
    const page = textOf(world.written, 'local/councils/index.html');
    const names = [...page.matchAll(/<span class="name">([^<]*)/gu)].map(([, name]) => name);
    expect(names).toEqual(['King’s Lynn', 'Kingston upon Hull, City of', 'Leeds', 'Ynys Môn']);
    for (const id of FILES) expect(page).toContain(`href="${id}.html"`);
    expect(page).toContain('href="../../index.html"');
    const desk = textOf(world.written, 'index.html');
    expect(desk.match(/local\/councils\//gu)).toHaveLength(1);
    expect(desk).toContain('Recipients: 4');
  });

  test('has in every document its own row’s figures and no other’s, whatever is missing', async () => {
    const Row = fc.option(fc.integer({ min: 0, max: 89 }));
    await fc.assert(
      fc.asyncProperty(fc.array(Row, { minLength: 1, maxLength: 8 }), async (values) => {
        // Each row has figures that no other row has.
        const rows = values.map((value, index) =>
          [
            `K${index}`,
            `Place ${'abcdefgh'[index]}`,
            'England',
            value === null ? 'x' : `${value}.${index}`,
            1,
          ].join(),
        );
        const csv = `code,council,nation,vacant,spare\n${rows.join('\n')}\n`;
        const world = memoryWorld(project({ 'sources/data/councils.csv': csv }));
        await build(world, request({ packs: ['local'] }));
        for (const [index, value] of values.entries()) {
          const letter = 'abcdefgh'[index] ?? '';
          const text = textOf(world.written, pathOf(`place-${letter}-k${index}`));
          const figures = [...text.matchAll(/\d+\.\d%/gu)].map(([figure]) => figure);
          const own = value === null ? [] : [`${value}.${index}%`, `${value}.${index}%`];
          expect(figures).toEqual(own);
          expect(
            [...text.matchAll(/Place [a-h]/giu)].every(([name]) => name.at(-1)?.toLowerCase() === letter),
          ).toBe(true);
        }
      }),
      { numRuns: runs(8, 500) },
    );
  });
});

describe('a build for one recipient', () => {
  test.each(['E07000146', 'king’s lynn', "King's  Lynn", 'KINGS LYNN'])('by `%s`', async (name) => {
    const world = memoryWorld(project());
    const { value } = await build(world, request({ recipients: [name] }));
    expect(value?.made.map(({ recipient }) => recipient?.key)).toEqual(['E07000146']);
  });

  test('leaves the others as they were', async () => {
    const first = memoryWorld(project());
    await build(first, request());
    const before = first.written ?? new Map();
    const world = memoryWorld(project({ 'sources/data/councils.csv': ROWS.replace('12.4', '12.9') }), {
      before,
    });
    const { value } = await build(world, request({ recipients: ['Ynys Môn'] }));
    expect(value?.carried).toHaveLength(5);
    expect(value?.outdated).toEqual([`local/councils/${FILES[0]}`]);
    expect(textOf(world.written, pathOf(FILES[0] ?? ''))).toContain('12.4%');
  });

  test('who is not there is refused, with who was meant', async () => {
    await expect(build(memoryWorld(project()), request({ recipients: ['Leds'] }))).rejects.toThrow(
      'There is no recipient `Leds`',
    );
    await expect(
      build(memoryWorld(project()), request({ packs: ['bill'], recipients: ['Leeds'] })),
    ).rejects.toThrow('No document is for that recipient in that pack and audience');
  });

  test('is explained for that one', async () => {
    const world = memoryWorld(project());
    const { value } = await explain(world, 'local', 'councils', 'Ynys Môn');
    const why = new Map(value?.reasons.map((reason) => [reason.passage, reason.why]));
    expect(why.get('of-england')).toBe('it speaks of England, the document of Wales');
    const lynn = await explain(world, 'local', 'councils', 'E07000146');
    const reason = lynn.value?.reasons.find(({ passage }) => passage === 'local-again');
    expect(reason?.why).toBe('it lacks `vacancies` of King’s Lynn (suppressed)');
    await expect(explain(world, 'local', 'councils')).rejects.toThrow('is for 4 recipients');
    await expect(explain(world, 'bill', 'mp', 'Leeds')).rejects.toThrow('is for no recipients');
  });
});

describe('a row', () => {
  const fingerprints = async (contents: Record<string, string>) => {
    const world = memoryWorld(contents);
    await build(world, request());
    return new Map(documentsOf(world).map(({ recipient, inputs }) => [recipient?.key, inputs.html]));
  };

  test('that changes makes its own document out of date, and no other', async () => {
    const before = await fingerprints(project());
    const after = await fingerprints(project({ 'sources/data/councils.csv': ROWS.replace('12.4', '12.5') }));
    const changed = [...before].filter(([key, hash]) => after.get(key) !== hash).map(([key]) => key);
    expect(changed).toEqual(['E08000035']);
  });

  test('changes nothing by what no document shows: another column, another description, another row', async () => {
    const before = await fingerprints(project());
    const csv = ROWS.replaceAll(/(\d)$/gmu, '$1,more').replace('spare', 'spare,other').replace(',7,', ',6,');
    const after = await fingerprints(
      project({
        'sources/data/councils.csv': `${csv}E0,New Town,England,1,1,more\n`,
        'sources/data/councils.yaml': TABLE.replace('Spare rooms', 'Empty rooms'),
      }),
    );
    for (const [key, hash] of before) expect(after.get(key)).toBe(hash);
    expect(after.size).toBe(5);
  });

  test('with a fault stops the build, and is told by itself', async () => {
    const world = memoryWorld(project({ 'sources/data/councils.csv': ROWS.replace('19.1', '19.1%') }));
    const { value, messages } = await build(world, request());
    expect(value).toBeNull();
    expect(world.written).toBeNull();
    expect(messages.filter(({ severity }) => severity === 'error').map(({ row }) => row?.key)).toEqual([
      'E06000010',
    ]);
  });

  test('with a fault costs its own document alone, where the build keeps going', async () => {
    const world = memoryWorld(project({ 'sources/data/councils.csv': ROWS.replace('19.1', '19.1%') }));
    const { value, messages } = await build(world, request({ keepGoing: true }));
    expect(value?.made.map(({ recipient }) => recipient?.key).filter(Boolean)).toEqual([
      'E08000035',
      'E07000146',
      'W06000001',
    ]);
    expect(said(messages.filter(({ severity }) => severity === 'warning'))).toEqual([
      [
        'warning',
        '`vacancies` is `19.1%`; expected a number such as `1234.5`, without signs and commas',
        'E06000010',
      ],
      [
        'warning',
        '1 row of `councils` without a document in local/councils, for faults of theirs or of rows that they are joined to: Kingston upon Hull, City of',
      ],
    ]);
  });

  test('that has no value for the headline gets no document', async () => {
    const contents = project();
    const pack = 'sources/packs/local.yaml';
    contents[pack] = (contents[pack] ?? '').replace(
      'Homes in :field[name]',
      '":field[vacancies] in :field[name]"',
    );
    const { value, messages } = await build(memoryWorld(contents), request());
    expect(value).toBeNull();
    const errors = messages.filter(({ severity }) => severity === 'error');
    expect(said(errors)).toEqual([
      [
        'error',
        'The headline of local/councils can’t be filled for King’s Lynn: it lacks `vacancies` of King’s Lynn (suppressed)',
        'E07000146',
      ],
    ]);
    const world = memoryWorld(contents);
    await build(world, request({ keepGoing: true }));
    expect(documentsOf(world).map(({ recipient }) => recipient?.key)).toEqual([
      'E08000035',
      'E06000010',
      'W06000001',
    ]);
    expect(textOf(world.written, pathOf(FILES[0] ?? ''))).toContain('12.4% IN LEEDS');
  });
});

describe('a pack that is made on request', () => {
  const onRequest = (): Record<string, string> => {
    const contents = project();
    const pack = 'sources/packs/local.yaml';
    contents[pack] = (contents[pack] ?? '').replace('topics:', 'build: on-request\ntopics:');
    return contents;
  };

  test('is left alone by a build that does not name it', async () => {
    const world = memoryWorld(onRequest());
    const { messages } = await build(world, request());
    expect(messages).toEqual([]);
    expect(documentsOf(world)).toEqual([]);
    expect(documentsOf(world, 'bill')).toHaveLength(2);
  });

  test('is made when it is named, and stays where others are made after it', async () => {
    const first = memoryWorld(onRequest());
    await build(first, request({ packs: ['local'] }));
    expect(documentsOf(first)).toHaveLength(4);
    const world = memoryWorld(onRequest(), { before: first.written ?? new Map() });
    await build(world, request());
    expect(documentsOf(world)).toHaveLength(4);
    expect(documentsOf(world, 'bill')).toHaveLength(2);
  });

  test('is checked with all others', async () => {
    const contents = onRequest();
    const pack = 'sources/packs/local.yaml';
    contents[pack] += '    slots: { facts: { passages: [nothing-known] } }\n';
    const { messages } = await check(memoryWorld(contents), { documents: false, today: '2025-01-16' });
    expect(messages.some(({ severity, place }) => severity === 'error' && place?.file === pack)).toBe(true);
  });
});
