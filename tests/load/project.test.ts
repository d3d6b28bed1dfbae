import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import type { Project } from '../../src/model/project.ts';
import { PNG } from '../images.ts';
import { baseProject, memoryFiles, type Contents } from '../project.ts';
import { loadShared } from '../readings.ts';

const SOURCE = 'sources/library/okoro-2025.md';
const PACK = 'sources/packs/bill.yaml';

/** Loads files that are without fault. */
const loaded = async (contents: Contents): Promise<Project> => {
  const { value, messages } = await loadShared(memoryFiles(contents));
  expect(messages).toEqual([]);
  return value;
};

const withSource = (body: string): Contents => {
  const source = baseProject()[SOURCE] ?? '';
  return {
    ...baseProject(),
    [SOURCE]: source.slice(0, source.indexOf('Notes')) + body,
    [PACK]: 'title: T\ndate: 2025-01-16\ntopics: [children]\neditions: [mp]\n',
  };
};

const inPack = (rest: string): Contents => ({
  ...baseProject(),
  [PACK]: `title: T\ndate: 2025-01-16\ntopics: [children]\n${rest}`,
});

/** Each text of a tree with the place where it begins, e.g. `3:7 Families`. */
const texts = (tree: Root | undefined): readonly string[] => {
  const found: string[] = [];
  if (tree)
    visit(tree, 'text', ({ position, value }) => {
      found.push(`${position?.start.line}:${position?.start.column} ${value}`);
    });
  return found;
};

test('what a file leaves out has its default', async () => {
  const project = await loaded({
    ...baseProject(),
    'sources/organisation.yaml': 'name: Us\n',
    'sources/audiences.yaml': 'mp: { name: MPs, template: brief }\npress: { name: Press, template: brief }\n',
    'templates/brief/template.yaml':
      'name: Brief\nslots:\n  asks: { kinds: ask }\n  facts: { kinds: [quote, statistic] }\n',
  });
  expect(project.organisation).toMatchObject({ name: 'Us', short: 'Us', site: null, language: 'en-GB' });
  expect(project.organisation.contact).toEqual({
    name: null,
    email: null,
    phone: null,
    'out-of-hours': null,
    web: null,
  });
  expect(project.audiences.get('mp')).toEqual({
    id: 'mp',
    days: 'any',
    language: null,
    name: 'MPs',
    template: 'brief',
    public: false,
    grade: null,
    numbers: 'figures',
  });
  expect(project.templates.get('brief')).toMatchObject({
    page: { size: 'A4', orientation: 'portrait', margin: '20mm' },
    pages: { min: 1, max: null, multiple: 1 },
    type: { size: 12, min: 10, notes: 9 },
    notes: 'short',
    formats: ['html', 'pdf'],
    headline: null,
    summary: null,
  });
  expect(project.templates.get('brief')?.slots[0]).toMatchObject({
    id: 'asks',
    title: null,
    kinds: ['ask'],
    where: {},
    topics: null,
    min: 0,
    ideal: null,
    max: null,
    words: null,
    level: 2,
  });
});

test('an address loses its final slash, a language tag gets its usual form', async () => {
  const { organisation } = await loaded({
    ...baseProject(),
    'sources/organisation.yaml': 'name: Us\nsite: https://example.org/briefs/\nlanguage: en-gb\n',
  });
  expect(organisation).toMatchObject({ site: 'https://example.org/briefs', language: 'en-GB' });
});

test('topics are known by their paths, parents before what is below them', async () => {
  const { vocabulary } = await loaded(baseProject());
  expect([...vocabulary.topics.values()].map(({ path, name }) => `${path} ${name}`)).toEqual([
    'children Children',
    'children/child-protection Child protection',
    'children/residential-care Residential care',
    'funding Funding',
  ]);
});

test('abbreviations have a plural, made or given', async () => {
  const { vocabulary } = await loaded(baseProject());
  expect(vocabulary.abbreviations.get('DfE')).toEqual({
    short: 'DfE',
    expansion: 'Department for Education',
    plural: 'Departments for Education',
    expand: 'first',
  });
  expect(vocabulary.abbreviations.get('LA')?.plural).toBe('local authorities');
  expect(vocabulary.abbreviations.get('MP')?.expand).toBe('never');
});

test('a kind of the project’s own stands beside the built-in ones, with what it needs', async () => {
  const vocabulary =
    'topics: { children: { name: C, topics: { child-protection: P } } }\nkinds:\n  myth: { name: Myth, cited: false, needs: [believed-by] }\n';
  const body = '::::myth{#flat believed-by=some}\nText.\n::::\n';
  const project = await loaded({ ...withSource(body), 'sources/vocabulary.yaml': vocabulary });
  expect(project.vocabulary.kinds.get('myth')).toMatchObject({ name: 'Myth', cited: false });
  expect(project.vocabulary.kinds.has('statistic')).toBe(true);
  expect(project.passages.get('flat')).toMatchObject({ kind: 'myth', attributes: { 'believed-by': 'some' } });
});

test('a source has its citation as written', async () => {
  const project = await loaded({
    ...baseProject(),
    [SOURCE]: (baseProject()[SOURCE] ?? '')
      .replace('author: Sam Okoro', 'author: [Sam Okoro, Jo Hill]')
      .replace('title: What the Bill means for families', 'title: 1.10')
      .replace('issued: 2025-01-10', 'issued: 2025-01')
      .replace('topics: children/child-protection', 'topics:\n  - children/child-protection\n  - funding'),
  });
  expect(project.sources.get('okoro-2025')).toMatchObject({
    id: 'okoro-2025',
    file: SOURCE,
    title: '1.10',
    authors: ['Sam Okoro', 'Jo Hill'],
    publisher: 'Social Workers for Children',
    container: null,
    issued: '2025-01',
    type: 'briefing',
    url: 'https://example.org/bill',
    accessed: '2025-01-12',
    topics: ['children/child-protection', 'funding'],
    passages: ['investigations-growth', 'local-capacity', 'okoro-on-help'],
  });
});

test('a passage has its attributes by type, its kind’s apart from those that all have', async () => {
  const fence =
    '::::statistic{#s topics="funding children" only="mp press" priority=2 status=withdrawn embargo=2025-01-20T00:01 expires=2026-01-01 review=2025-06-01 supersedes="t" locator="p. 3" from=okoro-2025 area=England period=2024 unit=% figure="+152%"}';
  const project = await loaded(withSource(`${fence}\nText.\n::::\n\n::::context{#t}\nText.\n::::\n`));
  expect(project.passages.get('s')).toMatchObject({
    kind: 'statistic',
    source: 'okoro-2025',
    topics: ['children/child-protection', 'funding', 'children'],
    only: ['mp', 'press'],
    priority: 2,
    status: 'withdrawn',
    embargo: { day: '2025-01-20', time: '00:01' },
    expires: '2026-01-01',
    review: '2025-06-01',
    supersedes: ['t'],
    locator: 'p. 3',
    from: 'okoro-2025',
    area: 'England',
    period: '2024',
    attributes: { unit: '%', figure: '+152%' },
    place: { file: SOURCE, line: 12, column: 1 },
  });
  const place = project.passages.get('s')?.places['only'];
  expect(fence.slice((place?.column ?? 0) - 1)).toMatch(/^mp press"/);
  expect(project.passages.get('t')).toMatchObject({
    topics: ['children/child-protection'],
    only: null,
    priority: 3,
    status: 'approved',
    embargo: null,
    supersedes: [],
    attributes: {},
  });
});

test('a passage and its wordings hold their own text, at its places in the file', async () => {
  const { passages } = await loaded(baseProject());
  const passage = passages.get('local-capacity');
  expect(texts(passage?.text)).toEqual(["19:1 Fund councils to run children's homes of their own again."]);
  expect(passage?.wordings.map(({ audiences }) => audiences)).toEqual([['press']]);
  expect(passage?.wordings[0]?.place).toEqual({ file: SOURCE, line: 21, column: 1 });
  expect(texts(passage?.wordings[0]?.text)).toEqual([
    '22:1 Ministers should pay for councils to open homes of their own.',
  ]);
  expect(texts(passages.get('investigations-growth')?.text)).toEqual([
    '15:1 Child protection investigations rose by ',
    '15:43 152%',
    '15:49 . England is counted from 2009 to 2024.',
  ]);
});

test('comments and the notes between passages are not published', async () => {
  const { passages } = await loaded(
    withSource(
      'Note.\n\n::::context{#c}\nOne.\n<!-- two\nthree -->\n\n- four\n  <!-- five -->\n- six\n::::\nNote.\n',
    ),
  );
  expect(texts(passages.get('c')?.text)).toEqual(['15:1 One.', '19:3 four', '21:3 six']);
});

test('times, ratios and addresses are text, one tilde is about, two strike through', async () => {
  const { passages } = await loaded(
    withSource('::::context{#c}\nAt 10:30, 3:1, mailto:x, ~5 to ~10, ~~gone~~.\n::::\n'),
  );
  expect(texts(passages.get('c')?.text)).toEqual([
    '13:1 At 10:30, 3:1, mailto:x, ~5 to ~10, ',
    '13:39 gone',
    '13:45 .',
  ]);
});

test('an image is known by its path from the root', async () => {
  const { passages } = await loaded({
    ...withSource('::::context{#c}\n![A line](../images/a%20b.png)\n::::\n'),
    'sources/images/a b.png': PNG,
  });
  const urls: string[] = [];
  visit(passages.get('c')?.text ?? { type: 'root', children: [] }, 'image', ({ url }) => void urls.push(url));
  expect(urls).toEqual(['sources/images/a b.png']);
});

test('a link leads to a passage of another source', async () => {
  const one = withSource('::::context{#c}\nSee [there](#d).\n::::\n');
  const other = String(one[SOURCE]).replace('{#c}', '{#d}').replace('(#d)', '(#c)');
  const { passages } = await loaded({ ...one, 'sources/library/other.md': other });
  expect([...passages.keys()]).toEqual(['c', 'd']);
});

test('editions are a map, a map of nothing, or a list', async () => {
  const expected = [
    { id: 'mp', audience: 'mp', template: 'brief', headline: null, embargo: null, slots: new Map() },
    { id: 'press', audience: 'press', template: 'brief' },
  ];
  for (const editions of [
    'editions: [mp, press]\n',
    'editions:\n  - mp\n  - press\n',
    'editions:\n  mp:\n  press:\n',
    'editions:\n  mp: {}\n  press: {}\n',
  ])
    expect((await loaded(inPack(editions))).packs.get('bill')?.editions).toMatchObject(expected);
});

test('an edition has the template that it names, else its audience’s', async () => {
  const leaflet = baseProject()['templates/brief/template.yaml'] ?? '';
  const { packs } = await loaded({
    ...inPack(
      'editions:\n  mp:\n  handout: { audience: press, template: leaflet, date: 2025-02-01, event: Fair }\n',
    ),
    'templates/leaflet/template.yaml': leaflet,
  });
  expect(packs.get('bill')?.editions).toMatchObject([
    { id: 'mp', template: 'brief' },
    { id: 'handout', audience: 'press', template: 'leaflet', date: '2025-02-01', event: 'Fair' },
  ]);
});

test('an edition without a template anywhere is said, with both ways to mend it', async () => {
  const audiences = (baseProject()['sources/audiences.yaml'] ?? '').replace(
    'press:\n  name: the press\n  template: brief',
    'press:\n  name: the press',
  );
  const { messages } = await loadShared(
    memoryFiles({ ...baseProject(), 'sources/audiences.yaml': audiences }),
  );
  expect(messages).toMatchObject([{ rule: 'no-template', place: { file: PACK, line: 12, column: 3 } }]);
  expect(messages[0]?.remedy).toMatch(/in the edition, or in `press` in `sources\/audiences.yaml`/);
});

test('slots and editions keep the file’s order, whatever they are called', async () => {
  const { templates, packs } = await loaded({
    ...inPack('editions:\n  z: { audience: mp }\n  "2025": { audience: mp }\n  "10": { audience: mp }\n'),
    'templates/brief/template.yaml':
      'name: B\nslots:\n  zed: { kinds: ask }\n  "2": { kinds: ask }\n  "1": { kinds: ask }\n',
  });
  expect(templates.get('brief')?.slots.map(({ id }) => id)).toEqual(['zed', '2', '1']);
  expect(packs.get('bill')?.editions.map(({ id }) => id)).toEqual(['z', '2025', '10']);
});

test('an edition names passages, each with its place', async () => {
  const { packs } = await loaded(baseProject());
  expect(packs.get('bill')?.editions[0]?.slots.get('facts')).toEqual({
    passages: [{ id: 'investigations-growth', place: { file: PACK, line: 11, column: 27 } }],
    lead: null,
    max: 2,
    place: { file: PACK, line: 11, column: 7 },
  });
});

test.each([
  ['bare', 'summary: One **two** three\n', ['4:10 One ', '4:16 two', '4:21  three']],
  ['in quotation marks', 'summary: "One **two** three"\n', ['4:11 One ', '4:17 two', '4:22  three']],
  ['with a mark escaped', 'summary: "On\\"e **two**"\n', ['4:11 On"e ', '4:19 two']],
  ['in single marks', "summary: 'On''e **two**'\n", ["4:11 On'e ", '4:19 two']],
  ['bare, over two lines', 'summary: One\n  **two** three\n', ['4:10 One ', '5:5 two', '5:10  three']],
  ['as a block', 'summary: |\n  One\n  **two**\n\n  four\n', ['5:3 One\n', '6:5 two', '8:3 four']],
  ['as a folded block', 'summary: >-\n  One\n  **two**\n\n  four\n', ['5:3 One ', '6:5 two', '6:10 \nfour']],
])('a summary written %s has its places in the file', async (_name, summary, expected) => {
  const { packs } = await loaded(inPack(`${summary}editions: [mp]\n`));
  expect(texts(packs.get('bill')?.summary?.text)).toEqual(expected);
});

test('the same files give the same project', async () => {
  expect(await loaded(baseProject())).toEqual(await loaded(baseProject()));
});
