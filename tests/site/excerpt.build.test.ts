/** What pages of the library are known by before they are made: where that is the same, so is what they say. */

import { describe, expect, test } from 'vitest';
import { planAll } from '../../src/produce/planner.ts';
import type { SitePage } from '../../src/render/site-page.ts';
import { writeSite } from '../../src/site/site.ts';
import { source, statistic } from '../loaded.ts';
import { memoryWorld } from '../world.ts';
import { LATER, siteProject } from './site-world.ts';

/** A source with a title and a passage of its own. */
const of = (title: string, passages: string, more = '') =>
  source('2024', passages).replace('title: Facts of 2024\n', `title: ${title}\n${more}`);

const said = (id: string, attributes = '') =>
  `::::quote{#${id} speaker="Ann Lee" role=nurse said=2024-01-01 locator="page 1"${attributes}}\n“It is ‘so’.”\n::::\n\n`;

const FIGURE = statistic('figure', 'formerly=number');

const PROJECT = siteProject({
  'sources/library/answers.md': of(
    'Answers',
    `::::rebuttal{#answer against=claimed}\nIt is not, see [that](#figure).\n::::\n\n`,
  ),
  'sources/library/claims.md': of('Claims', `::::claim{#claimed}\nAll is well.\n::::\n\n`),
  'sources/library/figures.md': of('Figures', `${FIGURE}${statistic('count')}`),
  'sources/library/newer.md': of('Newer', statistic('newer', 'supersedes=older')),
  'sources/library/older.md': of(
    'Older',
    statistic('older', '', 'Text of older.\n\n:::wording{for=press}\nIt was.\n:::'),
  ),
  'sources/library/quoting.md': of('Quoting', said('quoted', ' from=original')),
  'sources/library/original.md': of(
    'Original',
    statistic('first', '', 'As it was.'),
    'licence: OGL-UK-3.0\n',
  ),
  'sources/library/others.md': of('Others', statistic('other')).replace(
    'topics: children',
    'topics: funding',
  ),
});

interface KnownPage {
  readonly madeOf: string | null;
  readonly text: string;
}

/** Each page of the site, by its path below it. */
const pagesOf = async (
  contents: Readonly<Record<string, string>>,
): Promise<ReadonlyMap<string, KnownPage>> => {
  const { files, packages, engine, readings } = memoryWorld(contents);
  const { value, messages } = await planAll({ files, packages, engine, readings });
  if (!value) throw new Error(messages.map(({ text }) => text).join('\n'));
  const pages = new Map<string, KnownPage>();
  const write = async (path: string, { madeOf, fill }: Pick<SitePage, 'madeOf' | 'fill'>) => {
    pages.set(path.slice('site/'.length), { madeOf, text: [...fill().value].join('') });
    return [];
  };
  const sink = { files: { write: async () => {}, alias: async () => {} }, pages: { write } };
  const building = { files, project: value.project, manifest: { despatch: '1', documents: [] } };
  await writeSite(value.site, building, { now: Date.parse(LATER), today: LATER }, sink);
  return pages;
};

/** The pages that are known to be the same after an edit, and those that say the same. */
const compared = async (file: string, written: string, by: string) => {
  const text = PROJECT[file] ?? '';
  expect(text).toContain(written);
  const before = await pagesOf(PROJECT);
  const after = await pagesOf({ ...PROJECT, [file]: text.replace(written, by) });
  const where = (isSame: (one: KnownPage, other: KnownPage) => boolean) =>
    [...after].flatMap(([path, page]) => {
      const earlier = before.get(path);
      return earlier && isSame(page, earlier) ? [path] : [];
    });
  return {
    all: [...after.keys()],
    known: where((one, other) => one.madeOf !== null && one.madeOf === other.madeOf),
    alike: where((one, other) => one.text === other.text),
  };
};

const EDITS: readonly (readonly [what: string, file: string, written: string, by: string])[] = [
  ['the words of a passage', 'sources/library/figures.md', 'Text of figure', 'Words of figure'],
  ['what a passage answers', 'sources/library/claims.md', 'All is well', 'All is fine'],
  ['what was superseded', 'sources/library/older.md', 'Text of older', 'Words of older'],
  ['what supersedes another', 'sources/library/newer.md', 'Text of newer', 'Words of newer'],
  ['that nothing supersedes it', 'sources/library/newer.md', ' supersedes=older', ''],
  ['what a source is called', 'sources/library/figures.md', 'title: Figures', 'title: Numbers'],
  ['when it was issued', 'sources/library/figures.md', 'issued: 2024', 'issued: 2023'],
  ['what a quoted source is called', 'sources/library/original.md', 'title: Original', 'title: First'],
  ['the language of a quoted source', 'sources/library/original.md', 'type:', 'language: cy\ntype:'],
  ['the licence of a quoted source', 'sources/library/original.md', 'OGL-UK-3.0', 'OPL-UK-3.0'],
  ['the topic of a passage', 'sources/library/figures.md', 'topics: children', 'topics: funding'],
  ['a former id', 'sources/library/figures.md', 'formerly=number', 'formerly=amount'],
  [
    'whose a former id is',
    'sources/library/figures.md',
    `${FIGURE}${statistic('count')}`,
    `${statistic('figure')}${statistic('count', 'formerly=number')}`,
  ],
  ['for whom a passage is', 'sources/library/figures.md', 'formerly=number', 'formerly=number only=mp'],
  ['whether a passage is there', 'sources/library/others.md', statistic('other'), statistic('another')],
  ['what a topic is called', 'sources/vocabulary.yaml', 'funding: Funding', 'funding: Money'],
  ['an abbreviation', 'sources/vocabulary.yaml', 'DfE: Department for Education', 'Text: Long text'],
  ['what an organisation is called', 'sources/organisation.yaml', 'name: ', 'name: New '],
  ['whether an audience is public', 'sources/audiences.yaml', '  public: true\n', ''],
];

test.each(EDITS)('where %s is another, no page is known that says something else', async (_what, ...edit) => {
  const { known, alike, all } = await compared(...edit);
  expect(alike.length).toBeLessThan(all.length);
  expect(known.filter((path) => !alike.includes(path))).toEqual([]);
});

/** Without those that are made of documents too. */
const unknown = async (...edit: readonly [file: string, written: string, by: string]) => {
  const { all, known } = await compared(...edit);
  return all.filter((path) => !known.includes(path) && path !== 'index.html').toSorted();
};

const LISTS = ['evidence/index.html', 'search/index.html', 'sources/index.html', 'topics/children.html'];

describe('the pages of what is the same in other sources are known', () => {
  test.each([
    [
      'a passage that others answer and replace',
      'sources/library/figures.md',
      'Text of figure',
      'Words of figure',
      ['evidence/count.html', 'evidence/figure.html', 'sources/figures.html'],
    ],
    [
      'what a passage answers',
      'sources/library/claims.md',
      'All is well',
      'All is fine',
      ['evidence/answer.html'],
    ],
    [
      'what was superseded',
      'sources/library/older.md',
      'Text of older',
      'Words of older',
      ['evidence/newer.html', 'evidence/older.html', 'sources/older.html'],
    ],
    [
      'what supersedes another',
      'sources/library/newer.md',
      'Text of newer',
      'Words of newer',
      ['evidence/newer.html', 'evidence/older.html', 'sources/newer.html'],
    ],
    [
      'a quoted source',
      'sources/library/original.md',
      'title: Original',
      'title: First',
      ['evidence/first.html', 'evidence/quoted.html', 'sources/original.html', 'sources/quoting.html'],
    ],
  ])('%s', async (_what, file, written, by, anew) => {
    const lists = anew.some((path) => path.startsWith('sources/')) ? LISTS : [];
    expect(await unknown(file, written, by)).toEqual([...anew, ...lists].toSorted());
  });
});
