import { expect, test } from 'vitest';
import { baseProject, type Contents } from '../project.ts';
import { said, saidLines } from './said.ts';

const SOURCE = 'sources/library/okoro-2025.md';
const PACK = 'sources/packs/bill.yaml';
const VOCABULARY = 'sources/vocabulary.yaml';
const TEMPLATE = 'templates/brief/template.yaml';

/** The base project with parts of its files replaced. */
const changed = (...changes: readonly (readonly [file: string, find: string, to: string])[]): Contents => {
  const project = baseProject();
  for (const [file, find, to] of changes) {
    const before = project[file] ?? '';
    if (!before.includes(find)) throw new Error(`${find} is not in ${file}`);
    project[file] = before.replace(find, () => to);
  }
  return project;
};

test('the errors of all files are said together, by file, line and column', async () => {
  const contents = changed(
    [TEMPLATE, 'size: A4', 'size: A9'],
    [PACK, 'date: 2025-01-16', 'date: tomorrow'],
    [SOURCE, 'type: briefing', 'type: pamphlet'],
    [SOURCE, 'area=England', 'aera=England'],
    [SOURCE, 'period="2009-10 to 2023-24" ', ''],
    [SOURCE, 'for=press', 'for=pres'],
    [SOURCE, 'Families meet us', '<b>Families</b> {meet} us'],
    [VOCABULARY, 'funding: Funding', 'funding: ""'],
    ['sources/audiences.yaml', 'public: true', 'public: maybe'],
    ['sources/organisation.yaml', 'name: Social', 'nam: Social'],
  );
  expect(await saidLines(contents)).toEqual([
    'sources/audiences.yaml:8:11 bad-value',
    `${SOURCE}:6:7 bad-value`,
    `${SOURCE}:14:5 missing-attribute`,
    `${SOURCE}:14:38 unknown-attribute`,
    `${SOURCE}:21:16 unknown-audience`,
    `${SOURCE}:27:1 raw-html`,
    `${SOURCE}:27:12 raw-html`,
    `${SOURCE}:27:17 suspect-line`,
    'sources/organisation.yaml:1:1 unknown-key',
    `${PACK}:3:7 bad-value`,
    `${VOCABULARY}:7:12 bad-value`,
    `${TEMPLATE}:2:15 bad-value`,
  ]);
});

test('an unknown name is said once, with each place that names it', async () => {
  const contents = changed(
    [SOURCE, 'topics: children/child-protection', 'topics: xyzzy xyzzy'],
    [PACK, '[children, funding]', '[children, xyzzy]'],
  );
  const found = await said(contents);
  expect(found.map(({ line, related }) => [line, related])).toEqual([
    [`${SOURCE}:9:9 unknown-topic`, [`${SOURCE}:9:15`, `${PACK}:4:20`]],
  ]);
  expect(found[0]?.words).toMatch(/no topic `xyzzy`, which is named in 3 places/);
});

test('of an unknown topic and those below it the first is said', async () => {
  const found = await said(
    changed(
      [SOURCE, 'topics: children/child-protection', 'topics: adults/carers adults'],
      [PACK, '[children, funding]', '[children, adults/carers]'],
    ),
  );
  expect(found.map(({ line, related }) => [line, related])).toEqual([
    [`${SOURCE}:9:9 unknown-topic`, [`${SOURCE}:9:23`, `${PACK}:4:20`]],
  ]);
  expect(found[0]?.words).toMatch(/no topic `adults`, which/);
  const below = await said(changed([PACK, '[children, funding]', '[children/adoption]']));
  expect(below[0]?.words).toMatch(/no topic `children\/adoption`/);
});

test.each([
  ['a bad attribute', 'priority=1', 'priority=9', '14:121 bad-attribute'],
  ['no closing brace', 'priority=1}', 'priority=1', '14:122 fence-brace'],
  ['no closing fence', ' 2024.\n::::\n', ' 2024.\n', '14:1 not-closed'],
  ['a mistyped kind', '::::statistic', '::::statistick', '14:5 unknown-kind'],
  ['a stray brace in its text', '152%**', '152%}**', '15:47 suspect-line'],
])('a passage with %s is still known to the pack that names it', async (_name, find, to, says) => {
  expect(await saidLines(changed([SOURCE, find, to]))).toEqual([`${SOURCE}:${says}`]);
});

test('while an id can’t be read nothing is said of names that may be that one', async () => {
  expect(await saidLines(changed([SOURCE, '#investigations-growth', '#Investigations-growth']))).toEqual([
    `${SOURCE}:14:16 bad-id`,
  ]);
});

test('passages of a source whose front matter is faulty are still known', async () => {
  expect(await saidLines(changed([SOURCE, 'issued: 2025-01-10\n', '']))).toEqual([
    `${SOURCE}:2:1 missing-key`,
  ]);
  expect(
    await saidLines(changed([SOURCE, 'topics: children/child-protection\n---', 'topics: children'])),
  ).toEqual([`${SOURCE}:1:1 front-matter`]);
});

test('a source that can’t be read is known by its name, and its passages may be any', async () => {
  const broken = { ...changed([PACK, 'topics:', 'short: x\ntopics:']), [SOURCE]: new Uint8Array([0xff]) };
  expect(await saidLines(broken)).toEqual([`${SOURCE}:1:1 not-utf-8`, `${PACK}:4:1 key-twice`]);
});

test('a template whose YAML is faulty is known by its name, and its slots may be any', async () => {
  expect(await saidLines(changed([TEMPLATE, 'name: One-page brief', 'name: One: brief']))).toEqual([
    `${TEMPLATE}:1:10 yaml`,
  ]);
});

test('slots of a template with a faulty value are known', async () => {
  const faulty = changed([TEMPLATE, 'max: 4', 'max: four'], [PACK, 'facts:', 'fact:']);
  expect(await saidLines(faulty)).toEqual([`${PACK}:11:7 unknown-slot`, `${TEMPLATE}:7:70 bad-value`]);
});

test('topics of a vocabulary with a faulty value are known, and others are not', async () => {
  const faulty = changed(
    [VOCABULARY, 'expand: never', 'expand: no'],
    [SOURCE, 'topics="funding', 'topics="fundin'],
  );
  expect(await saidLines(faulty)).toEqual([`${SOURCE}:18:63 unknown-topic`, `${VOCABULARY}:11:50 bad-value`]);
});

test('kinds of a vocabulary with a faulty value are known', async () => {
  const faulty = changed(
    [VOCABULARY, 'abbreviations:', 'kinds: { myth: { name: Myth, cited: perhaps } }\nabbreviations:'],
    [SOURCE, '::::statistic', '::::myth{#m}\nText.\n::::\n\n::::statistic'],
    [TEMPLATE, '[ask]', '[ask, myth]'],
  );
  expect(await saidLines(faulty)).toEqual([`${VOCABULARY}:8:37 bad-value`]);
});

test('of a vocabulary whose YAML is faulty nothing follows', async () => {
  expect(
    await saidLines(changed([VOCABULARY, 'topics:', 'topics: ['], [PACK, 'funding', 'fundng'])),
  ).toHaveLength(1);
});

test('audiences with a faulty value are known', async () => {
  const faulty = changed(['sources/audiences.yaml', 'grade: 12', 'grade: high']);
  expect(await saidLines(faulty)).toEqual(['sources/audiences.yaml:4:10 bad-value']);
});

test('of audiences that can’t be read nothing follows', async () => {
  const faulty = changed(['sources/audiences.yaml', 'mp:\n', 'mp\n']);
  expect(await saidLines(faulty)).toEqual(['sources/audiences.yaml:1:1 yaml']);
});

test('every message is a sentence without its full stop, and a remedy is one with it', async () => {
  const contents = changed(
    [SOURCE, 'area=England', 'aera=England,'],
    [SOURCE, ':::wording', '::wordng'],
    [PACK, 'date: 2025-01-16', 'date: x'],
    [TEMPLATE, '[ask]', '[asks]'],
  );
  for (const { words } of await said(contents)) {
    expect(words).toMatch(/^[A-Z`].*[^.](?: [A-Z].*[.?])?$/u);
    expect(words).not.toMatch(/undefined|null|\[object/);
  }
});
