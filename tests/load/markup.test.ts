import { expect, test } from 'vitest';
import { baseProject } from '../project.ts';
import { said } from './said.ts';

const FILE = 'sources/library/okoro-2025.md';
const OWN = 'Child protection investigations rose by **152%**. England is counted from 2009 to 2024.';

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
  [
    'a note by a star',
    'It rose by 5%\\*.\n\n* Provisional.',
    '3:1 accidental-markup',
    /star is read as the bullet/u,
    'It rose by 5%\\*.\n\n\\* Provisional.',
  ],
  [
    'a number behind a list',
    '1. One\n\nMore of it.\n\n5. Five',
    '5:1 accidental-markup',
    /Write `5\\.` where a sentence begins/u,
    '1. One\n\nMore of it.\n\n5\\. Five',
  ],
  [
    'a list that a text interrupts',
    '1. One\n\nMore of it.\n\n2. Two',
    '5:1 accidental-markup',
    /begins at 2: the text above it ends the list/u,
    '1. One\n\n   More of it.\n\n2. Two',
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
    /no space within/u,
    'It is **bold** here.',
  ],
  ['italics left open', 'It is *so here.', '1:7 unread-markup', /emphasises nothing/u, 'It is 5 * 3 here.'],
  ['a star', 'It is 5%* here.', '1:9 unread-markup', /star of a note/u, 'It is 5%\\* here.'],
  ['a grade', 'Three A* grades.', '1:8 unread-markup', /star of a note or a grade/u, 'Three A\\* grades.'],
  ['a product', 'It is 5*4 metres.', '1:8 unread-markup', /`×` for “times”/u, 'It is 5 * 4 or 5×4 metres.'],
  ['a raised figure', 'It is 5 m^2.', '1:10 unread-markup', /`²`/u, 'It is 5 m² or m\\^2, ^so.'],
  ['a raised note', 'They say so.^[1]', '1:13 unread-markup', /`locator`/u, 'They say so [1].'],
  ['a lowered figure', 'It is H~2~O.', '1:8 unread-markup', /`CO2`/u, 'It is H2O, ~5%.'],
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

test.each([
  ['Line one<br>line two.', '1:9', /`<br>`.*two spaces/u],
  ['This is <b>bold</b>.', '1:9', /`\*\*bold\*\*`/u],
  ['See <a href="https://example.org">here</a>.', '1:5', /`\[text\]\(https:/u],
  ['<p>Text</p>', '1:1', /an empty line/u],
  ['5 m<sup>2</sup>', '1:4', /`²`/u],
  ['<insert figure here> homes', '1:1', /is read as HTML.*`\\<`/u],
])('HTML is told with what Markdown has in its place: %s', async (text, place, words) => {
  const [first] = await saidOf(text);
  expect(first?.place).toBe(`${place} raw-html`);
  expect(first?.words).toMatch(words);
});

test.each([
  ['footnotes', 'They say so [^1].', '1:13 footnote', /`locator="page 4"`/u],
  ['a tab before a line', '\tIndented.', '1:1 code-block', /four spaces or a tab/u],
])('%s: told at its place', async (_name, text, place, words) => {
  const found = await saidOf(text);
  expect(found.map((one) => one.place)).toEqual([place]);
  expect(found[0]?.words).toMatch(words);
});

/** What officers write, as they write it. */
test.each([
  'Numbers have doubled since 2010.\\*\n\n\\* Provisional figures.',
  'A team of 5 * 4 makes 20 visits; *none* was late, and **all** were made.',
  'Councils told us three things:\n- fewer staff\n- more cases\n- longer waits',
  'Councils told us three things\n\n- fewer staff;\n- more cases; and\n- longer waits.',
  'Councils must:\n\n(a) assess need;\n\n(b) publish a plan.',
  'Councils must:\n1) assess need\n2) publish a plan',
  'Spending fell - as it did before - and then -- briefly -- rose – by 2%.',
  'They wrote that “the childs [sic] plan […] failed”, and “[t]he rest [...] stood”.',
  'See <https://example.org/report>, https://example.org/a_b?c=1&d=2#e, www.example.org/x and example.org/y.',
  'Write to sam@example.org or <press@example.org>.',
  'A place costs £5-£10, £5–£10 or £5 - £10 an hour; #1 of our worries; the #1 worry; #SaveOurHomes.',
  '#1 is pay.',
  'Line one with two spaces  \nand line two.',
  "It's the \"big\" one: the council's 'own' words, of the '90s.",
  'It’s the “big” one: the council’s ‘own’ words.',
  'See e.g. *ibid.*, p. 4; *R (on the application of X) v Y* [2019] UKSC 12; s. 17(10)(a)–(c).',
  'A&E waits, R&D, Marks & Spencer; and/or; 24/7; 20°C; ~5%; <10%; ½; 10²; 3×4.',
  '> “We meet families too late,” she said.\n> “Far too late.”',
  '| Year | Homes |\n| --- | --- |\n| 2023 | 5 |\n| 2024 | |',
  'It was 10:30, a ratio of 3:1, file my_own_file and C:\\\\homes.',
])('a right text passes as it is: %j', async (text) => {
  expect(await saidOf(text)).toEqual([]);
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
