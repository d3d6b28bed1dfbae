import { toString } from 'mdast-util-to-string';
import { describe, expect, test } from 'vitest';
import { baseProject, memoryFiles } from '../project.ts';
import { loadShared } from '../readings.ts';
import { said, saidLines } from './said.ts';

const SOURCE = 'sources/library/okoro-2025.md';
const source = baseProject()[SOURCE] ?? '';
const pack = baseProject()['sources/packs/bill.yaml'] ?? '';

/** A source of its own, with one passage. */
const another = (id: string) =>
  source.slice(0, source.indexOf('Notes')) + `::::context{#${id}}\nText.\n::::\n`;

const bytes = (text: string): number[] => [...new TextEncoder().encode(text)];

test('a byte order mark is no part of a file, and columns count without it', async () => {
  const marked = Object.fromEntries(
    Object.entries(baseProject()).map(([path, text]) => [path, `\uFEFF${text}`]),
  );
  expect(await saidLines(marked)).toEqual([]);
  const wrong = pack.replace('title: The', 'titel: The');
  expect(await saidLines({ ...marked, 'sources/packs/bill.yaml': `\uFEFF${wrong}` })).toEqual([
    'sources/packs/bill.yaml:1:1 unknown-key',
  ]);
});

test('lines may end as on Windows: the same is read, at the same places', async () => {
  const windows = Object.fromEntries(
    Object.entries(baseProject()).map(([path, text]) => [path, text.replaceAll('\n', '\r\n')]),
  );
  const [one, other] = await Promise.all([
    loadShared(memoryFiles(baseProject())),
    loadShared(memoryFiles(windows)),
  ]);
  expect(other.messages).toEqual([]);
  const places = ({ value }: typeof one) =>
    [...value.passages.values()].map(({ place, places, text }) => [
      place,
      places,
      text.children.map((node) => [node.position?.start.line, node.position?.end.column]),
    ]);
  expect(places(other)).toEqual(places(one));
  const broken = source.replace('area=England', 'aera=England').replaceAll('\n', '\r\n');
  expect(await saidLines({ ...windows, [SOURCE]: broken })).toEqual([`${SOURCE}:14:66 unknown-attribute`]);
});

test.each([
  ['a letter of Windows-1252', 'Häuser', [...bytes('title: H'), 0xe4, ...bytes('user')], '2:9'],
  ['a quotation mark of Windows-1252', 'The “Bill”', [...bytes('title: '), 0x93], '2:8'],
  ['a character cut short', '€', [...bytes('title: '), 0xe2, 0x82], '2:8'],
  ['a character behind one of two units', '😀', [...bytes('title: 😀'), 0xff], '2:10'],
])('%s is no UTF-8, and its place is said', async (_name, right, wrong, place) => {
  const found = await said({ ...baseProject(), [SOURCE]: new Uint8Array([...bytes('---\n'), ...wrong, 10]) });
  expect(found.map(({ line }) => line)).toEqual([`${SOURCE}:${place} not-utf-8`]);
  expect(found[0]?.words).toMatch(/UTF-8/);
  const fits = source.replace('title: What', `title: ${right} What`);
  expect(await saidLines({ ...baseProject(), [SOURCE]: fits })).toEqual([]);
});

test('a control character is refused, a tab is told, a line break is neither', async () => {
  const at = (sign: string) =>
    saidLines({ ...baseProject(), [SOURCE]: source.replace('Families meet', `Families${sign}meet`) });
  expect(await at('\u0000')).toEqual([`${SOURCE}:27:9 control-character`]);
  expect(await at('\r')).toEqual([`${SOURCE}:27:9 control-character`]);
  expect(await at('\u000c')).toEqual([`${SOURCE}:27:9 control-character`]);
  expect(await at('\t')).toEqual([`${SOURCE}:27:9 tab`]);
  expect(await at('\n')).toEqual([]);
});

test.each([
  ['\u200b', /a zero-width space \(U\+200B\)/],
  ['\u202e', /turns the direction of text \(U\+202E\)/],
  ['\u2067', /U\+2067/],
  ['\u00ad', /a soft hyphen/],
  ['\u{e0041}', /an invisible sign \(U\+E0041\)/],
  ['\u0092', /U\+0092/],
])('an invisible sign is named at its place: %j', async (sign, like) => {
  const wrong = source.replace('Families meet', `Families ${sign}meet`).replace('Notes', `N${sign}otes`);
  const found = await said({ ...baseProject(), [SOURCE]: wrong });
  expect(found.map(({ line }) => line)).toEqual([
    `${SOURCE}:12:2 invisible-character`,
    `${SOURCE}:27:10 invisible-character`,
  ]);
  expect(found[0]?.words).toMatch(like);
});

test('letters and their marks become one character, and every hyphen the plain one', async () => {
  const written = source.replace(
    'Families meet',
    'Tw\u0302r y\u0302d well\u2011known low\u2010cost\u00a0homes: families meet',
  );
  const { value, messages } = await loadShared(memoryFiles({ ...baseProject(), [SOURCE]: written }));
  expect(messages).toEqual([]);
  const text = value.passages.get('okoro-on-help')?.text;
  expect(text && toString(text)).toMatch(/^Tŵr ŷd well-known low-cost\u00a0homes/u);
});

test('a file over 1 MB is refused, one of 1 MB is read', async () => {
  const notes = `\n${'Notes for the editor. '.repeat(40)}`.repeat(1200);
  const long = (length: number) => (source + notes).slice(0, length);
  expect(await saidLines({ ...baseProject(), [SOURCE]: long(1_000_001) })).toEqual([
    `${SOURCE}:1:1 too-large`,
  ]);
  expect(await saidLines({ ...baseProject(), [SOURCE]: long(1_000_000) })).toEqual([]);
});

test.each(['sources/organisation.yaml', 'sources/vocabulary.yaml', 'sources/audiences.yaml'])(
  'without %s that, and nothing that follows from it, is said',
  async (path) => {
    const { [path]: _removed, ...rest } = baseProject();
    expect(await saidLines(rest)).toEqual([`${path}:1:1 missing-file`]);
  },
);

test('a project without sources is complete; one without packs is told that there is nothing to make', async () => {
  const { [SOURCE]: _source, 'sources/packs/bill.yaml': _pack, ...rest } = baseProject();
  expect(await saidLines(rest)).toEqual(['sources/packs:1:1 no-packs']);
  expect(await saidLines({ ...rest, 'sources/packs/bill.YAML': '' })).not.toContain(
    'sources/packs:1:1 no-packs',
  );
});

test.each([
  ['sources/library/Okoro_2025.md', 'okoro-2025-md'],
  ['sources/library/a/héllo--x.md', 'hello-x'],
])('the source %s has no name that can be used', async (path) => {
  const found = await said({ ...baseProject(), [path]: another('x') });
  expect(found.map(({ line }) => line)).toEqual([`${path}:1:1 file-name`]);
});

test('what a file should be called is said', async () => {
  const [found] = await said({ ...baseProject(), 'sources/packs/Élan Vital_2.yaml': pack });
  expect(found?.words).toContain('`elan-vital-2`');
});

test.each([
  ['sources/library/x.markdown', 'sources/library/x.md'],
  ['sources/library/a/x.MD', 'sources/library/a/x.md'],
  ['sources/packs/x.yml', 'sources/packs/x.yaml'],
  ['sources/packs/2025/x.yaml', 'sources/packs/x.yaml'],
  ['templates/x/template.yml', 'templates/x/template.yaml'],
])('%s would not be read, and is not passed over in silence', async (path, expected) => {
  const found = await said({ ...baseProject(), [path]: '' });
  expect(found.map(({ line }) => line)).toEqual([`${path}:1:1 file-name`]);
  expect(found[0]?.words).toContain(expected);
});

test('other files beside sources and packs are let be', async () => {
  const others = {
    'sources/library/README.txt': '',
    'sources/packs/notes.md': '',
    'templates/brief/x.css': '',
  };
  expect(await saidLines({ ...baseProject(), ...others })).toEqual([]);
});

test('two sources of one name are said, with both places', async () => {
  const path = 'sources/library/older/okoro-2025.md';
  const found = await said({ ...baseProject(), [path]: another('x') });
  expect(found.map(({ line, related }) => [line, related])).toEqual([
    [`${path}:1:1 duplicate-source`, [`${SOURCE}:1:1`]],
  ]);
});

test('two passages of one id in two sources are said, with both places', async () => {
  const path = 'sources/library/second.md';
  const found = await said({ ...baseProject(), [path]: another('local-capacity') });
  expect(found.map(({ line, related }) => [line, related])).toEqual([
    [`${path}:12:1 duplicate-passage`, [`${SOURCE}:18:1`]],
  ]);
  expect(await saidLines({ ...baseProject(), [path]: another('other') })).toEqual([]);
});

test.each(['annex', 'partials', 'site', 'styles'])(
  'a template called %s would take the place of what documents share',
  async (name) => {
    const { 'templates/brief/template.yaml': other = '' } = baseProject();
    const at = (folder: string) =>
      saidLines({ ...baseProject(), [`templates/${folder}/template.yaml`]: other });
    expect(await at(name)).toEqual([`templates/${name}/template.yaml:1:1 reserved-name`]);
    expect(await at('letter')).toEqual([]);
  },
);

test.each(['index', 'assets', 'site'])(
  'a pack called %s would take the place of what despatch writes',
  async (name) => {
    const path = `sources/packs/${name}.yaml`;
    const other = pack.replace('short: bill', 'short: other');
    expect(await saidLines({ ...baseProject(), [path]: other })).toEqual([`${path}:1:1 reserved-name`]);
    expect(await saidLines({ ...baseProject(), 'sources/packs/sites.yaml': other })).toEqual([]);
  },
);

test('a file that the project lists and cannot read is said', async () => {
  const files = memoryFiles(baseProject());
  const { messages } = await loadShared({
    ...files,
    read: async (path) => (path === SOURCE ? null : files.read(path)),
  });
  expect(messages.map(({ rule, place }) => [rule, place?.file])).toEqual([['missing-file', SOURCE]]);
});

describe('a text of another kind in the library is told, with the way out', () => {
  test.each(['notes.docx', 'deep/Notes.DOC', 'notes.odt', 'notes.rtf', 'notes.txt', 'notes.pages'])(
    '%s',
    async (name) => {
      const found = await said({ ...baseProject(), [`sources/library/${name}`]: 'x' });
      expect(found.map(({ line }) => line)).toEqual([`sources/library/${name}:1:1 file-kind`]);
      expect(found[0]?.words).toMatch(/is not read.*Save its text as `[Nn]otes\.md`/u);
    },
  );
  test.each(['README.txt', 'chart.png', 'original.pdf'])('%s is left alone', async (name) => {
    expect(await said({ ...baseProject(), [`sources/library/${name}`]: 'x' })).toEqual([]);
  });
});
