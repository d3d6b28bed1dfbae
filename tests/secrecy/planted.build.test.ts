/** Whatever is not for a document's readers stops the build that would tell it, wherever it was written. */

import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { build } from '../../src/commands/build.ts';
import { upTo } from '../../src/model/memo.ts';
import { diskStore } from '../../src/world/disk-store.ts';
import { ANNEX_PARTS } from '../annex-parts.ts';
import { baseProject } from '../project.ts';
import { buildRequest, memoryWorld } from '../world.ts';

type Files = Record<string, string>;

/** Words that stand nowhere else, and in the dictionary: to seek others for them takes long. */
const CANARY = 'kestrels plovers lapwings curlews herons wrens finches';
const SHORT = 'Kestrel Plover';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const head = (more = '') =>
  `---\ntitle: Annual letter\npublisher: Office of Homes\nissued: 2025-01-01\ntype: letter\ntopics: children\n${more}---\n\n`;

const source = (text: string, more = ''): Files => ({
  'sources/library/letters.md': `${head(more)}${text}\n`,
});

/** A passage that MPs may not read, and one that they may. */
const kept = (text: string, attributes = 'only=press'): Files =>
  source(`::::context{#kept ${attributes}}\n${text}\n::::\n\n::::context{#told}\nTold to all.\n::::`);

const asRow = (column: string, value: string): Files => ({
  'sources/data/towns.csv': `code,name,${column}\nA,Leeds,Nothing of note\nB,York,${value}\n`,
  'sources/data/towns.yaml': `title: Towns\nkey: code\nname: name\n${
    column === 'salutation'
      ? 'salutation: salutation\ncolumns: {}'
      : `columns: { ${column}: { column: ${column}, label: Member, unit: text } }`
  }\n`,
  'sources/packs/towns.yaml': `title: Towns\ndate: 2025-01-16\ntopics: [children]\nsummary: For :field[name].\neditions:\n  mp: { recipients: towns, headline: A town, template: brief }\n`,
});

const packWith = (more: string): Files => ({
  'sources/packs/other.yaml': `title: Other\ndate: 2025-01-16\ntopics: [children, funding]\nsummary: Another one.\n${more}\n`,
});

/** What is planted where, and the words by which it gets out. */
const WAYS: readonly (readonly [way: string, files: Files, ...out: readonly string[]])[] = [
  ['a passage for others alone', kept(`${CANARY}.`)],
  ['its words over two blocks', kept('One two kestrels plovers lapwings\n\n- curlews herons wrens finches')],
  ['a draft', kept(`${CANARY}.`, 'status=draft')],
  ['what is withdrawn', kept(`${CANARY}.`, 'status=withdrawn')],
  ['what is under embargo still', kept(`${CANARY}.`, 'embargo=2025-01-16T00:01')],
  ['what has expired', kept(`${CANARY}.`, 'expires=2025-01-15')],
  [
    'a case to which there is no consent any more',
    source(
      `::::case-study{#kept consent=2024-01-01 consent-expires=2025-01-15 anonymity="names changed"}\n${CANARY}.\n::::`,
    ),
  ],
  [
    'a wording for others',
    source(`::::context{#kept}\nTold to all.\n\n:::wording{for=press}\n${CANARY}.\n:::\n::::`),
  ],
  [
    'the text in place of which its readers have a wording',
    source(`::::context{#kept}\n${CANARY}.\n\n:::wording{for=mp}\nTold.\n:::\n::::`),
  ],
  [
    'a wording in another language for others',
    source(`::::context{#kept}\nTold to all.\n\n:::wording{for=press lang=cy}\n${CANARY}.\n:::\n::::`),
  ],
  ['words in another language within a passage for others alone', kept(`Told :span[${CANARY}]{lang=cy}.`)],
  [
    'what the publisher of a source for others alone asks to be said',
    source(
      `::::context{#kept only=press}\nFor the press.\n::::`,
      `licence: OGL-UK-3.0\nattribution: ${CANARY}\n`,
    ),
  ],
  ['a short passage, whole', kept(`${SHORT}.`), SHORT],
  [
    'the words on which it rests',
    {
      ...source(
        `::::context{#kept only=press rests-on="${CANARY}"}\nTold to some.\n::::`,
        'original: originals/kept.txt\n',
      ),
      'sources/originals/kept.txt': `${CANARY}\n`,
    },
  ],
  ['a heading', kept(`# ${CANARY}\n\nTold.`)],
  ['a definition', source(`::::definition{#kept term=word only=press}\n${CANARY}.\n::::`)],
  ['a term', source(`::::definition{#kept term="${SHORT}" only=press}\nA word.\n::::`), SHORT],
  [
    'who is quoted',
    source(
      `::::quote{#kept speaker="${SHORT}" role=chair said=2025 locator="page 1" only=press}\nToo late.\n::::`,
    ),
    SHORT,
  ],
  [
    'the part that one plays',
    source(
      `::::quote{#kept speaker="Sam Okoro" role="${SHORT}" said=2025 locator="page 1" only=press}\nToo late.\n::::`,
    ),
    SHORT,
  ],
  ['who is asked', source(`::::ask{#kept to="${SHORT}" only=press}\nOpen homes.\n::::`), SHORT],
  ['a place in a source', source(`::::context{#kept only=press locator="${CANARY}"}\nTold.\n::::`)],
  [
    'where a link leads',
    kept('See [the letter](https://example.org/kestrel).'),
    'https://example.org/kestrel',
  ],
  ['a link’s title', kept(`See [the letter](https://example.org/kestrel "${CANARY}").`)],
  ['what describes a picture', kept(`![${SHORT}](photo.png)`), SHORT],
  ['what a picture is called', kept('![A home](kestrel-plover.png)'), 'kestrel-plover'],
  ['an id', source('::::context{#kestrel-plover only=press}\nTold.\n::::'), 'kestrel-plover'],
  [
    'a former id',
    source('::::context{#kept formerly=kestrel-plover only=press}\nTold.\n::::'),
    'kestrel-plover',
  ],
  [
    'a source of which they may read nothing',
    {
      'sources/library/letters.md': `${head().replace('Annual letter', SHORT)}::::context{#kept only=press}\nTold.\n::::\n`,
    },
    SHORT,
  ],
  [
    'who wrote such a source',
    source('::::context{#kept only=press}\nTold.\n::::', `author: ${SHORT}\n`),
    SHORT,
  ],
  [
    'where such a source is',
    source('::::context{#kept only=press}\nTold.\n::::', 'url: https://example.org/kestrel\n'),
    'https://example.org/kestrel',
  ],
  ['an editor’s comment', source(`<!-- ${CANARY} -->\n::::context{#told}\nTold.\n::::`)],
  ['a comment in a passage', source(`::::context{#told}\nTold.\n<!-- ${CANARY} -->\n::::`)],
  ['what stands between passages', source(`::::context{#told}\nTold.\n::::\n\n${CANARY}.`)],
  ['a comment of front matter', source('::::context{#told}\nTold.\n::::', `# ${CANARY}\n`)],
  ['a comment of a pack', packWith(`editions: { press: { headline: Homes } } # ${CANARY}`)],
  [
    'why a pack is no election material',
    packWith(`imprint: { material: false, reason: ${CANARY}, by: Sam Okoro, on: 2025-01-16 }
editions: { press: { headline: Homes } }`),
  ],
  [
    'who has decided that',
    packWith(`imprint: { material: false, reason: It asks for no vote, by: ${SHORT}, on: 2025-01-16 }
editions: { press: { headline: Homes } }`),
    SHORT,
  ],
  [
    'a comment in the organisation’s file',
    { 'sources/organisation.yaml': `${baseProject()['sources/organisation.yaml']}# ${CANARY}\n` },
  ],
  [
    'another pack’s summary',
    {
      'sources/packs/other.yaml': `title: Other\ndate: 2025-01-16\ntopics: [children, funding]\nsummary: ${CANARY}.\neditions: { press: { headline: Homes } }\n`,
    },
  ],
  ['another edition’s headline', packWith(`editions: { press: { headline: ${CANARY} } }`)],
  ['another edition’s summary', packWith(`editions: { press: { headline: Homes, summary: ${CANARY}. } }`)],
  ['another recipient’s value', asRow('member', SHORT), SHORT],
  ['how another recipient is spoken to', asRow('salutation', SHORT), SHORT],
];

const FORMATS = 'formats: [html, text]\nslots:';

/** Markup that is put into the page of documents, and into that of annexes. */
interface Put {
  readonly page?: string;
  readonly annex?: string;
}

const projectWith = (files: Files, { page = '', annex = '' }: Put) => {
  const base = baseProject();
  const edition = (base['sources/packs/bill.yaml'] ?? '').replace(/ {2}press: .*\n/u, '');
  const { 'templates/annex/page.hbs': ofAnnex = '' } = ANNEX_PARTS;
  return {
    ...ANNEX_PARTS,
    ...base,
    'templates/annex/page.hbs': ofAnnex.replace('</main>', `${annex}</main>`),
    'sources/packs/bill.yaml': `annex: true\n${edition}`,
    ...Object.fromEntries(['photo', 'kestrel-plover'].map((name) => [`sources/library/${name}.png`, PNG])),
    'templates/brief/template.yaml': (base['templates/brief/template.yaml'] ?? '').replace('slots:', FORMATS),
    'templates/brief/page.hbs': (base['templates/brief/page.hbs'] ?? '').replace('<main>', `<main>${page}`),
    ...files,
  };
};

/** What an earlier build has left. */
type Left = Pick<NonNullable<Parameters<typeof memoryWorld>[1]>, 'store' | 'before'>;

const told = async (files: Files, put: Put = {}, left: Left = {}) => {
  const world = memoryWorld(projectWith(files, put), left);
  const { messages } = await build(
    world,
    buildRequest({ packs: files['sources/packs/towns.yaml'] ? ['towns', 'bill'] : ['bill'] }),
  );
  const errors = messages.filter(({ severity }) => severity === 'error');
  return { errors, written: world.written };
};

const NOTHING = async (): Promise<void> => {};

/** A build in which nothing is secret, once for all of which the same is put into the page; what comes after leaves its store as it is. */
const builtBefore = upTo(WAYS.length, async (page: string) => {
  const store = diskStore(join(await mkdtemp(join(tmpdir(), 'despatch-planted-')), 'store'));
  const { errors, written } = await told({}, { page }, { store });
  expect(errors).toEqual([]);
  if (!written) throw new Error('the build was published');
  const kept = { keep: NOTHING, keepRecord: NOTHING, keepPages: NOTHING, keepSearched: NOTHING };
  return { before: written, store: { ...store, ...kept, keepReadings: NOTHING, forget: NOTHING } };
});

describe.each(WAYS.map(([way, files, out = CANARY]) => ({ way, files, out })))('$way', ({ files, out }) => {
  test('is in no document of a sound project', async () => {
    const { errors, written } = await told(files);
    expect(errors).toEqual([]);
    const all = Buffer.concat(
      [...(written ?? [])].filter(([path]) => path.startsWith('bill/')).map(([, bytes]) => bytes),
    );
    expect(all.toString().toLowerCase()).not.toContain(out.split(' ')[0]?.toLowerCase());
  });

  const TOLD = `<p data-told="${out}"></p>`;

  test.each<[string, Put]>([
    ['template', { page: TOLD }],
    ['annex', { annex: TOLD }],
  ])('stops a build whose %s tells it', async (_, put) => {
    const { errors, written } = await told(files, put);
    expect(errors).not.toEqual([]);
    expect(new Set(errors.map(({ rule }) => rule))).toEqual(new Set(['leak']));
    expect(errors[0]?.place?.file).toMatch(/^sources\//u);
    expect(written).toBeNull();
  });

  test('stops a build of documents that told it before it was a secret', async () => {
    const left = await builtBefore(TOLD);
    const { errors, written } = await told(files, { page: TOLD }, left);
    expect(new Set(errors.map(({ rule }) => rule))).toEqual(new Set(['leak']));
    expect(written).toBeNull();
  });
});

test('an editor who writes what a check of an annex says gives nothing away', async () => {
  const { errors, written } = await told(
    source(
      '<!-- It is to be looked at again by the summer. -->\n::::ask{#told to=Leeds review=2026-06-01}\nTold.\n::::',
    ),
  );
  expect(errors).toEqual([]);
  expect(Buffer.from(written?.get('bill/mp-annex.html') ?? '').toString()).toContain(
    'It is to be looked at again by 1\u00A0June 2026.',
  );
});
