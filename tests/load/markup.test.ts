import { expect, test } from 'vitest';
import { baseProject } from '../project.ts';
import { said } from './said.ts';

const FILE = 'sources/library/okoro-2025.md';
const OWN = 'Child protection investigations rose by **152%**.';

/** What is said of a passage with this text behind a first paragraph; the lines count from its own first. */
const saidOf = async (text: string) => {
  const project = baseProject();
  const before = project[FILE] ?? '';
  const line = before.slice(0, before.indexOf(OWN)).split('\n').length + 1;
  const found = await said({ ...project, [FILE]: before.replace(OWN, () => `${OWN}\n\n${text}`) });
  return found.map(({ line: place, words }) => {
    const [, at = '0', column = '', rule = ''] = /:(\d+):(\d+) (.*)$/u.exec(place) ?? [];
    return { place: `${Number(at) - line}:${column} ${rule}`, words };
  });
};

type Case = readonly [name: string, wrong: string, place: string, words: RegExp, right: string];

test.each<Case>([
  [
    'a year',
    '2010. That was it.',
    '1:1 accidental-markup',
    /list that begins at 2010/u,
    '2010\\. That was it.',
  ],
  ['a number', '4) is the most.', '1:1 accidental-markup', /begins at 4/u, '4\\) is the most.'],
  [
    'a number left out',
    '1. One\n3. Three',
    '2:1 accidental-markup',
    /written as 3 .* printed as 2/u,
    '4. Four\n5. Five',
  ],
  ['numbers all alike', '1. One\n2. Two\n2. Two', '3:1 accidental-markup', /written as 2/u, '1. One\n1. Two'],
  ['a minus', '- 5% in a year.', '1:1 accidental-markup', /bullet/u, '-5% in a year.'],
  ['a plus', '+ £30 a week.', '1:1 accidental-markup', /bullet/u, '- 5%\n- 6%'],
  ['more than', '> 50 homes closed.', '1:1 accidental-markup', /more than/u, '\\> 50 homes closed.'],
  [
    'a range that is wrapped',
    'From 2010\n- 2015 it rose.',
    '2:1 accidental-markup',
    /A list begins here/u,
    'From 2010\n\\- 2015 it rose.',
  ],
  ['one bullet after a colon', 'Less:\n- 5%', '2:1 accidental-markup', /A list/u, 'Two:\n- one\n- two'],
  [
    'a heading under text',
    'See item\n# 4 of it.',
    '2:1 accidental-markup',
    /A heading begins/u,
    'See item\n\\# 4 of it.',
  ],
  [
    'a quotation under text',
    'We say\n> no.',
    '2:1 accidental-markup',
    /A quotation begins/u,
    'We say\n\n> no.',
  ],
  ['a line under text', 'We say no.\n***', '2:1 accidental-markup', /A line across/u, 'We say no.\n\n***'],
  [
    'a line of dashes under text',
    'We say no.\n---',
    '1:1 accidental-markup',
    /line of dashes/u,
    'We say no.\n\n---',
  ],
  [
    'text under a quotation',
    '> We say no.\nSo did they.',
    '2:1 accidental-markup',
    /part of the quotation/u,
    '> We say no.\n> So did they.',
  ],
  [
    'text under a list',
    '- one\n- two\nSo we ask.',
    '3:1 accidental-markup',
    /part of the item/u,
    '- one\n- two\n  goes on',
  ],
  [
    'text under a table',
    '| a |\n| - |\n| 1 |\nSo it is.',
    '4:1 accidental-markup',
    /row of the table/u,
    '| a |\n| - |\n| 1 |\n\nSo it is.',
  ],
  ['a sum', 'It is 2*3*4 metres.', '1:8 accidental-markup', /within a word/u, 'It is 2\\*3\\*4 metres.'],
])('Markdown by accident: %s', async (_name, wrong, place, words, right) => {
  const found = await saidOf(wrong);
  expect(found.map((one) => one.place)).toEqual([place]);
  expect(found[0]?.words).toMatch(words);
  expect(await saidOf(right)).toEqual([]);
});

test.each<Case>([
  [
    'a picture with a space',
    'Seen: ![Homes](my homes.png).',
    '1:7 unread-markup',
    /without spaces/u,
    'Seen \\!\\[so\\](it is).',
  ],
  [
    'a link with a space',
    'See [here](https://example.org/a b).',
    '1:10 unread-markup',
    /without spaces/u,
    'See [here](https://example.org/a%20b).',
  ],
  [
    'a link set apart',
    'See [here] (https://example.org).',
    '1:10 unread-markup',
    /link/u,
    'See [sic] (page 5).',
  ],
  [
    'bold with spaces',
    'It is ** bold ** here.',
    '1:7 unread-markup',
    /without spaces/u,
    'It is **bold** here.',
  ],
  ['italics left open', 'It is *so here.', '1:7 unread-markup', /emphasises nothing/u, 'It is 5 * 3 here.'],
  ['a star', 'It is 5%* here.', '1:9 unread-markup', /emphasises nothing/u, 'It is 5%\\* here.'],
  [
    'underlines',
    'It is __ so __ here.',
    '1:7 unread-markup',
    /emphasises nothing/u,
    'See the file my_own_file.',
  ],
  [
    'struck through',
    'It is ~~ so here.',
    '1:7 unread-markup',
    /emphasises nothing/u,
    'It is ~~so~~ here, ~5%.',
  ],
  ['a backtick', "It is `so' here.", '1:7 unread-markup', /quotation mark/u, "It is 'so' here."],
  [
    'a table with dashes that do not fit',
    '| a | b |\n| --- |\n| 1 | 2 |',
    '1:1 unread-markup',
    /groups of dashes/u,
    '| a | b |\n| --- | - |\n| 1 | 2 |',
  ],
  [
    'a table without dashes',
    '| a | b |\n| 1 | 2 |',
    '1:1 unread-markup',
    /groups of dashes/u,
    'This | that.',
  ],
  [
    'a table without outer bars',
    'a | b | c\n--- | ---\n1 | 2 | 3',
    '2:1 unread-markup',
    /groups of dashes/u,
    'a | b\n--- | ---\n1 | 2',
  ],
  ['a list without spaces', '-one\n-two', '1:1 unread-markup', /list is meant/u, '- one\n- two'],
  ['numbers without spaces', '1.One', '1:1 unread-markup', /list is meant/u, '1.5 million.'],
  ['a heading without a space', '##Homes', '1:1 unread-markup', /heading is meant/u, '#SaveOurHomes'],
  ['a box to tick', '[x] done', '1:1 unread-markup', /tick/u, '[A] done'],
  ['a part of a tag', 'It is <b so.', '1:7 unread-markup', /HTML/u, 'It is <5 or \\<b so.'],
  [
    'an unknown code',
    'It is so&nbspthere.',
    '1:9 unread-markup',
    /code/u,
    'Q&A, R&D; \\&nbsp and &amp; so on.',
  ],
  ['a backslash', 'It is \\so.', '1:7 unread-markup', /backslash/u, 'It is \\3 or a\\\\b.'],
])('Markdown that is not read: %s', async (_name, wrong, place, words, right) => {
  const found = await saidOf(wrong);
  expect(found.map((one) => one.place)).toEqual([place]);
  expect(found[0]?.words).toMatch(words);
  expect(await saidOf(right)).toEqual([]);
});

test.each<Case>([
  ['ticked', '- [x] Pay.', '1:1 tick-box', /`- Done: …`/u, '- Done: pay.'],
  ['not ticked', '- [ ] Pay.', '1:1 tick-box', /`- To be done: …`/u, '- To be done: pay.'],
  ['code', 'It is `so` here.', '1:7 code-block', /read as code/u, 'It is \\`so\\` here.'],
])('what no document can show: %s', async (_name, wrong, place, words, right) => {
  const found = await saidOf(wrong);
  expect(found.map((one) => one.place)).toEqual([place]);
  expect(found[0]?.words).toMatch(words);
  expect(await saidOf(right)).toEqual([]);
});

test('headlines and summaries are held to the same', async () => {
  const project = baseProject();
  const PACK = 'sources/packs/bill.yaml';
  const pack = (project[PACK] ?? '').replace(
    /^summary: .*$/mu,
    'summary: >\n  It rose in\n  ** 2010 ** and fell.',
  );
  expect((await said({ ...project, [PACK]: pack })).map(({ line }) => line)).toEqual([
    `${PACK}:${pack.slice(0, pack.indexOf('** 2010')).split('\n').length}:3 unread-markup`,
  ]);
});
