import { describe, expect, test } from 'vitest';
import { checkAll } from '../../src/rules/check.ts';
import { Catalogue } from '../../src/select/catalogue.ts';
import { reasonsFor } from '../../src/select/reasons.ts';
import { select } from '../../src/select/select.ts';
import { editionOf, source } from '../loaded.ts';
import { said } from '../load/said.ts';
import { baseProject, memoryFiles, type Contents } from '../project.ts';
import { loadShared } from '../readings.ts';
import { besidesStyle } from '../made-up.ts';

const PLACES = `United Kingdom:
  England:
    West Yorkshire: [Leeds, Bradford]
    Cumbria:
  Wales:
`;

/** A statistic that speaks of a place. */
const of = (area: string): string =>
  `::::statistic{#${area.toLowerCase().replace(/ /gu, '-')} period=2024 area="${area}" unit=children locator="page 1"}\nText of ${area}.\n::::\n\n`;

const AREAS = [
  'United Kingdom',
  'England',
  'West Yorkshire',
  'Leeds',
  'Bradford',
  'Cumbria',
  'Wales',
  'Mars',
];

/** The passages that fill the slot of facts, and what is told of them, where the pack says this of places. */
const facts = async (pack: string, edition = '', named: readonly string[] = [], places = PLACES) => {
  const contents: Contents = {
    ...baseProject(),
    'sources/library/okoro-2025.md': source(
      '2024',
      `${AREAS.map(of).join('')}::::ask{#ask to=Leeds}\nAct now.\n::::\n`,
    ),
    'sources/packs/bill.yaml': `title: The Bill
date: 2025-01-16
topics: [children]
${pack}editions:
  mp:
    template: brief
${edition}    slots: { facts: { passages: [${named.join(', ')}] } }
`,
  };
  if (places) contents['sources/places.yaml'] = places;
  const template = String(contents['templates/brief/template.yaml']);
  contents['templates/brief/template.yaml'] = template
    .replace('max: 4', 'max: 9')
    .replace('min: 1, max: 9', 'min: 0, max: 9');
  const { value: project, messages: loaded } = await loadShared(memoryFiles(contents));
  expect(loaded).toEqual([]);
  const { pack: found, edition: mp } = editionOf(project, 'bill', 'mp');
  const catalogue = new Catalogue(project);
  const value = select(catalogue, found, mp);
  const messages = checkAll('pack', {
    project,
    pack: found,
    edition: mp,
    selection: value,
    prose: new Map(),
  });
  const reasons = reasonsFor(catalogue, found, mp, value);
  const slot = value.slots.find(({ slot: { id } }) => id === 'facts');
  return {
    ids: slot?.passages.map(({ id }) => id).toSorted(),
    told: besidesStyle(messages).map(
      ({ severity, rule, place }) => `${severity} ${rule} ${place?.line}:${place?.column}`,
    ),
    why: (id: string) => reasons.find(({ passage }) => passage === id)?.why,
  };
};

describe('what fills a slot unnamed', () => {
  test.each([
    ['area: Leeds\n', '', ['england', 'leeds', 'united-kingdom', 'west-yorkshire']],
    ['area: leeds\n', '', ['england', 'leeds', 'united-kingdom', 'west-yorkshire']],
    ['area: West  Yorkshire\n', '', ['england', 'united-kingdom', 'west-yorkshire']],
    ['area: England\n', '', ['england', 'united-kingdom']],
    ['area: Mars\n', '', ['mars']],
    ['area: Leeds\n', '    area: Cumbria\n', ['cumbria', 'england', 'united-kingdom']],
    ['', '    area: Wales\n', ['united-kingdom', 'wales']],
  ])('in a pack with %j and an edition with %j', async (pack, edition, expected) => {
    const { ids, told } = await facts(pack, edition);
    expect(ids).toEqual(expected);
    expect(told).toEqual([]);
  });

  test('speaks of the place itself where nothing says what lies in it', async () => {
    expect((await facts('area: Leeds\n', '', [], '')).ids).toEqual(['leeds']);
  });

  test('holds for the places of what is named, where no place is given', async () => {
    const { ids, told } = await facts('', '', ['leeds']);
    expect(ids).toEqual(['england', 'leeds', 'united-kingdom', 'west-yorkshire']);
    expect(told).toEqual([]);
    expect((await facts('', '', ['england'])).ids).toEqual(['england', 'united-kingdom']);
  });

  test('may speak of any place where neither says anything', async () => {
    expect((await facts('')).ids).toHaveLength(AREAS.length);
  });

  test('has its place in the reason why it is out', async () => {
    expect((await facts('area: Leeds\n')).why('bradford')).toBe(
      'it speaks of Bradford, the document of Leeds',
    );
  });
});

describe('a named passage of a place', () => {
  test.each([
    ['another', 'bradford', ['warning other-place 8:34']],
    ['that is not known', 'mars', ['warning other-place 8:34']],
    ['round it', 'england', []],
    ['itself', 'leeds', []],
  ])('%s stands in the document, with a warning where it is elsewhere', async (_what, id, told) => {
    const found = await facts('area: Leeds\n', '', [id]);
    expect(found.ids).toContain(id);
    expect(found.told).toEqual(told);
  });

  test('within it stands there without a word', async () => {
    expect((await facts('area: England\n', '', ['leeds'])).told).toEqual([]);
  });
});

describe('places', () => {
  const faults = (places: string, area: string) => {
    const contents = baseProject();
    const pack = contents['sources/packs/bill.yaml'] ?? '';
    contents['sources/packs/bill.yaml'] = pack.replace('topics:', `area: ${area}\ntopics:`);
    return said({ ...contents, 'sources/places.yaml': places });
  };
  const lines = async (places: string, area = 'England') =>
    (await faults(places, area)).map(({ line }) => line);

  test('stand in the tree once', async () => {
    const twice = await faults('England: [Leeds, York]\nYorkshire:\n  leeds:\n', 'Leeds');
    expect(twice).toMatchObject([
      { line: 'sources/places.yaml:3:3 place-twice', related: ['sources/places.yaml:1:11'] },
    ]);
  });
  test('are a tree', async () => {
    expect(await lines('England: Leeds\n')).toEqual(['sources/places.yaml:1:10 bad-value']);
  });
  test('of a pack are known to the tree or to a passage', async () => {
    expect(await lines('England: [Leeds]\n', 'Leeds')).toEqual([]);
    const [fault, ...more] = await faults('England: [Leeds]\n', 'Leds');
    expect(more).toEqual([]);
    expect(fault?.line).toBe('sources/packs/bill.yaml:4:7 unknown-area');
    expect(fault?.words).toContain('Did you mean `Leeds`?');
  });
});
