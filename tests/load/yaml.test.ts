import { describe, expect, test } from 'vitest';
import { baseProject } from '../project.ts';
import { said } from './said.ts';

const PACK = 'sources/packs/bill.yaml';

/** What is replaced in the pack, by what, `line:column rule` of the only message, and what that says. */
type Mistake = readonly [name: string, find: string, wrong: string, at: string, words: RegExp];

const saidOf = async (find: string, to: string) => {
  const project = baseProject();
  const before = project[PACK] ?? '';
  if (!before.includes(find)) throw new Error(`${find} is not in the pack`);
  return said({ ...project, [PACK]: before.replace(find, () => to) });
};

const mistakes = (name: string, cases: readonly Mistake[]) =>
  describe(`mistakes of ${name}`, () => {
    test.each(cases)('%s', async (_name, find, wrong, at, words) => {
      const found = await saidOf(find, wrong);
      expect(found.map(({ line }) => line)).toEqual([`${PACK}:${at}`]);
      expect(found[0]?.words).toMatch(words);
    });
  });

const TITLE = 'title: The Bill at Second Reading';
const HEADLINE = '    headline: Keep families together';
const TOPICS = '[children, funding]';

mistakes('indentation', [
  [
    'a key too far out',
    HEADLINE,
    HEADLINE.slice(1),
    '10:5 yaml',
    /deeper than `headline` \(line 9\).*Begin both with as many spaces/,
  ],
  ['a key too deep', '    slots:', '      slots:', '10:7 yaml', /deeper than `headline` \(line 9\)/],
  [
    'a later key too far out',
    '    slots:',
    '   slots:',
    '10:4 yaml',
    /3 spaces; `headline` \(line 9\) with 4, `mp` \(line 8\) with 2/,
  ],
  [
    'an edition too deep',
    '  press:',
    '   press:',
    '12:4 yaml',
    /3 spaces; `slots` \(line 10\) with 4, `mp` \(line 8\) with 2/,
  ],
  ['a key of the pack too deep', 'date:', ' date:', '3:2 yaml', /deeper than `short` \(line 2\)/],
  ['the first key too deep', 'title:', ' title:', '1:1 yaml', /1 space; `short` \(line 2\) with none/],
  [
    'an edition with a value and keys',
    '  mp:',
    '  mp: yes',
    '9:5 yaml',
    /`mp` \(line 8\), which has a value already.*take the value of `mp` out/,
  ],
  [
    'a key of an edition beside it',
    '    slots:\n      facts:',
    '  slots:\n    facts:',
    '10:3 misplaced-key',
    /`slots` is a key of an edition, and stands among the editions.*deeper/,
  ],
  [
    'an edition within another',
    '  press:',
    '    press:',
    '12:5 misplaced-key',
    /`press` is an audience, and stands within the edition `mp`.*Line it up with `mp`/,
  ],
  ['a key of an edition outside', 'short: bill', 'headline: Keep', '2:1 misplaced-key', /outside `editions`/],
  [
    'an edition outside',
    '  press:',
    'press:',
    '12:1 misplaced-key',
    /`press` is an audience, and stands outside `editions`/,
  ],
  [
    'a key of the pack among editions',
    '  press:',
    '  status: draft\n  press:',
    '12:3 misplaced-key',
    /key of the pack/,
  ],
  ['a tab', HEADLINE, '\theadline: Keep', '9:1 yaml', /A tab.*Write spaces/],
  ['a tab behind spaces', HEADLINE, '  \theadline: Keep', '9:3 yaml', /A tab/],
  [
    'a text below `|` that is not deeper',
    'headline: Keep families together',
    'headline: |\n    Keep families',
    '10:5 yaml',
    /the text below `headline: \|`.*Begin it with 6 spaces/,
  ],
  [
    'an item among keys',
    '  press: { embargo: 2025-01-20T00:01 }',
    '  - press',
    '12:3 yaml',
    /item of a list stands among keys/,
  ],
  ['a key below an item', '  mp:', '  - mp:', '12:3 yaml', /A key stands below an item of a list \(line 8\)/],
  [
    'a later line of such a text',
    'headline: Keep families together',
    'headline: >-\n      Keep families\n    together',
    '11:5 yaml',
    /the text below `headline: >-`.*Begin it with 6 spaces/,
  ],
  [
    'a key of a slot beside it',
    'facts: { passages: [investigations-growth], max: 2 }',
    'facts: { passages: [investigations-growth] }\n      max: 2',
    '12:7 misplaced-key',
    /`max` is a key of a slot, and stands among the slots.*deeper/,
  ],
]);

mistakes('colons', [
  [
    'no space behind one',
    'short: bill',
    'short:bill',
    '2:6 yaml',
    /No space follows the colon behind `short`.*Write `short: bill`/,
  ],
  ['none at all', 'short: bill', 'short bill', '2:1 yaml', /has no `key: `/],
  [
    'none behind a key with others below',
    'editions:',
    'editions',
    '7:1 yaml',
    /Write a colon behind it: `editions:`/,
  ],
  [
    'an equals sign',
    'short: bill',
    'short = bill',
    '2:7 yaml',
    /`=` stands where a colon belongs.*`short: bill`/,
  ],
  ['a wide one', 'short: bill', 'short： bill', '2:6 yaml', /`：` stands where a colon belongs/],
  [
    'one in a value',
    TITLE,
    'title: The Bill: a guide',
    '1:16 yaml',
    /A second `: `.*`title: "The Bill: a guide"`/,
  ],
  ['one at the end of a value', TITLE, 'title: The Bill:', '1:16 yaml', /`title: "The Bill:"`/],
  [
    'one in a value with quotation marks',
    TITLE,
    'title: A "Bill": a guide',
    '1:16 yaml',
    /`title: 'A "Bill": a guide'`/,
  ],
  [
    'a key behind a key',
    'press: { embargo: 2025-01-20T00:01 }',
    'press: embargo: 2025-01-20',
    '12:17 yaml',
    /on the next line, two spaces deeper/,
  ],
  [
    'no space within braces',
    '{ embargo: 2025',
    '{ embargo:2025',
    '12:12 missing-space',
    /Write `embargo: 2025-01-20T00:01`/,
  ],
  [
    'no space on a line that is deeper',
    TITLE,
    `${TITLE}\n  short:bill`,
    '2:3 missing-space',
    /No space|no space/,
  ],
  [
    'one in a text of several lines',
    'families together, **if**',
    'families together,\n  as they say: **if**',
    '6:15 yaml',
    /A colon stands in a text that begins on line 5.*`summary` in quotation marks/,
  ],
  [
    'a line that goes on at its start',
    'families together, **if**',
    'families together,\n**if**',
    '6:1 yaml',
    /Begin it with 2 spaces if it goes on with `summary`/,
  ],
  [
    'none, below a text with keys in it',
    'title: The Bill at Second Reading\nshort: bill',
    'title: |\n  As they say: so\n    and: so\n no: more\n  of it\nshort:bill',
    '6:6 yaml',
    /No space follows the colon behind `short`/,
  ],
  [
    'an address at the start of a line',
    'families together, **if**',
    'families together,\nhttps://example.org **if**',
    '6:1 yaml',
    /Begin it with 2 spaces if it goes on with `summary`/,
  ],
]);

mistakes('the beginning of a value', [
  ...'@%`,]}*|>'
    .split('')
    .map((sign): Mistake => [
      sign,
      TITLE,
      `title: ${sign}The Bill`,
      '1:8 yaml',
      /A value can’t begin with .*Put the value in quotation marks: `title: ".The Bill"`/,
    ]),
  ...'&!'
    .split('')
    .map((sign): Mistake => [
      sign,
      TITLE,
      `title: ${sign}The Bill`,
      '1:8 yaml-reference',
      /A value can’t begin with .*in quotation marks/,
    ]),
  ['a hyphen', TITLE, 'title: - The Bill', '1:8 yaml', /can’t begin with `-`/],
  ['a question mark', TITLE, 'title: ? The Bill', '1:8 yaml', /can’t begin with `\?`/],
  [
    'italics',
    'headline: Keep',
    'headline: *Keep*',
    '9:15 yaml',
    /can’t begin with `\*`.*`headline: "\*Keep\* families together"`/,
  ],
  ['bold in a list', TOPICS, '\n  - **children**', '5:5 yaml-reference', /can’t begin with `\*`/],
  [
    'square brackets',
    TITLE,
    'title: [sic] The Bill',
    '1:13 yaml',
    /Text stands behind `]`.*`title: "\[sic\] The Bill"`/,
  ],
  [
    'an open list',
    TOPICS,
    '[children, funding',
    '4:9 yaml',
    /`\[` is opened here and not closed.*Write `\]`/,
  ],
  ['an open map', 'T00:01 }', 'T00:01', '12:10 yaml', /`\{` is opened here and not closed.*Write `\}`/],
  [
    'a number',
    TITLE,
    'title: #1 Bill',
    '1:8 lost-to-comment',
    /lost as a comment.*in quotation marks to keep `#1 Bill`/,
  ],
  ['a number within', TITLE, 'title: The #1 Bill', '1:12 lost-to-comment', /lost as a comment/],
  ['a number with a space', TITLE, 'title: Bill # 1', '1:13 lost-to-comment', /write two spaces/],
  [
    'an open list within a map',
    '[investigations-growth], max',
    '[investigations-growth, max',
    '11:26 yaml',
    /`\[` is opened here and not closed/,
  ],
  [
    'a list within a map that the other bracket closes',
    '{ passages: [investigations-growth], max: 2 }',
    '{ passages: [investigations-growth }',
    '11:26 yaml',
    /`\[` is opened here and not closed/,
  ],
  [
    'a comma that is missing in a map',
    '[investigations-growth], max',
    '[investigations-growth] max',
    '11:50 yaml',
    /comma/,
  ],
  [
    'two commas in a list',
    TOPICS,
    '[children, , funding]',
    '4:20 yaml',
    /does not belong here.*comma stands here/,
  ],
  ['a bracket too many', TOPICS, '[children, funding]]', '4:28 yaml', /`]` closes nothing/],
  ['a hyphen before a list', TOPICS, '- [children]', '4:9 yaml', /a line of its own below the key/],
]);

mistakes('quotation marks', [
  [
    'double ones that are not closed',
    TITLE,
    'title: "The Bill',
    '1:8 yaml',
    /`"` is opened here and not closed/,
  ],
  [
    'single ones that are not closed',
    HEADLINE,
    "    headline: 'Keep families",
    '9:15 yaml',
    /`'` is opened here and not closed/,
  ],
  ['ones that are not opened', TITLE, 'title: The Bill"', '1:16 unpaired-quote', /none begins it/],
  [
    'around a part of the value',
    TITLE,
    'title: "The Bill" at Second Reading',
    '1:17 yaml',
    /This mark ends the value, and text stands behind it/,
  ],
  ['within the value', TITLE, 'title: "The "new" Bill"', '1:13 yaml', /This mark ends the value/],
  [
    'an apostrophe within single ones',
    TITLE,
    "title: 'The Bill's stages'",
    '1:17 yaml',
    /This apostrophe ends the value.*`"…"`/,
  ],
  ['curly ones', TITLE, 'title: “The Bill”', '1:8 curly-quotes', /Write straight ones/],
  ['curly ones the wrong way round', TITLE, 'title: ”The Bill”', '1:8 curly-quotes', /Write straight ones/],
  ['single curly ones', TITLE, 'title: ‘The council’s Bill’', '1:8 curly-quotes', /Write straight ones/],
  ['French ones', TITLE, 'title: «The Bill»', '1:8 curly-quotes', /Write straight ones/],
  ['a curly one alone', TITLE, 'title: “The Bill', '1:8 curly-quotes', /has no partner/],
  ['curly ones around a date', '2025-01-16', '“2025-01-16”', '3:7 curly-quotes', /Write straight ones/],
  ['curly ones in a list', TOPICS, '[“children”, funding]', '4:10 curly-quotes', /Write straight ones/],
  [
    'curly ones around a headline',
    HEADLINE,
    '    headline: “Keep families together”',
    '9:15 curly-quotes',
    /stand within them/,
  ],
  ['curly ones around a colon', TITLE, 'title: “The Bill: a guide”', '1:8 yaml', /curly quotation marks/],
  [
    'ones that are closed by the next value’s',
    'title: The Bill at Second Reading\nshort: bill',
    'title: "The Bill\nshort: "bill"',
    '1:8 yaml',
    /`"` is opened here and not closed/,
  ],
]);

mistakes('lists and dates', [
  [
    'commas alone',
    TOPICS,
    'children, funding',
    '4:9 bad-value',
    /expected a list in square brackets Write `\[children, funding\]`/,
  ],
  ['no opening bracket', TOPICS, 'children, funding]', '4:9 bad-value', /Write `\[children, funding\]`/],
  ['round brackets', TOPICS, '(children, funding)', '4:9 bad-value', /Write `\[children, funding\]`/],
  [
    'hyphens without a space',
    TOPICS,
    '\n  -children\n  -funding',
    '5:3 unread-list',
    /behind a hyphen and a space/,
  ],
  ['dashes', TOPICS, '\n  – children\n  – funding', '5:3 unread-list', /behind a hyphen and a space/],
  ['bullets', TOPICS, '\n  • children\n  • funding', '5:3 unread-list', /behind a hyphen and a space/],
  ['a member beside the key', TOPICS, 'children\n  - funding', '5:3 unread-list', /nothing behind the key/],
  ...[
    '16/01/2025',
    '16.1.2025',
    '2025-1-16',
    '2025–01–16',
    '16 January 2025',
    '16th Jan 2025',
    'January 16, 2025',
  ].map((date): Mistake => [date, '2025-01-16', date, '3:7 bad-value', /Write `2025-01-16`/]),
  ['a month', '2025-01-16', 'January 2025', '3:7 bad-value', /such as `2025-01-16`$/],
  ['a day that is none', '2025-01-16', '31/02/2025', '3:7 bad-value', /such as `2025-01-16`$/],
  ['a moment', '2025-01-20T00:01', '20 January 2025 at 00:01', '12:21 bad-value', /Write `2025-01-20T00:01`/],
  ['a second part', 'short: bill', '---\nshort: bill', '2:1 yaml', /begins a second part/],
]);

test('a file without a key is told once, with the keys that it needs', async () => {
  const found = await said({ ...baseProject(), [PACK]: '# nothing yet\n' });
  expect(found.map(({ line }) => line)).toEqual([`${PACK}:1:1 missing-key`]);
  expect(found[0]?.words).toMatch(/`title: …`, `date: …`, `topics: …`, `editions: …`/);
});

test.each([
  ['yes', 'true'],
  ['No', 'false'],
])('`%s` for true or false', async (written, meant) => {
  const project = baseProject();
  const file = 'sources/audiences.yaml';
  const found = await said({ ...project, [file]: (project[file] ?? '').replace('true', written) });
  expect(found.map(({ words }) => words)).toEqual([expect.stringContaining(`Write \`${meant}\`.`)]);
});

test.each([
  ['yes', TITLE, 'title: yes'],
  ['a year', TITLE, 'title: 2025'],
  ['an address', TITLE, 'title: https://example.org/a'],
  ['a time', TITLE, 'title: At 10:30'],
  ['a colon without a space', TITLE, 'title: re:think'],
  ['quotation marks in a value', TITLE, 'title: The “new” Bill and the "old"'],
  ['a value between two pairs', TITLE, 'title: “Yes” and “no”'],
  ['curly ones that are to be printed', TITLE, 'title: "“The Bill”"'],
  ['a name that ends with an apostrophe', TITLE, 'title: The councils’'],
  ['a sign within', TITLE, 'title: A & B @ 5% * 2 > 1 [sic] {'],
  ['a figure below zero', HEADLINE, '    headline: -5% in a year'],
  ['a text of several lines', TITLE, 'title: The Bill\n  at Second\n  – or Third – Reading'],
  ['a text in quotation marks of several lines', TITLE, 'title: "The Bill:\n  at Second Reading"'],
  ['a text below `>`', TITLE, 'title: >\n  The Bill: at\n  Second Reading'],
  ['a comment', TITLE, `# Part 1\n${TITLE}  # as agreed`],
  ['a comment behind a key', 'editions:', 'editions: # two of them'],
  ['a list below its key', TOPICS, '\n- children\n- funding'],
  ['a list over several lines', TOPICS, '[\n  children,\n  funding,\n]'],
  ['tabs behind colons', 'short: bill', 'short:\tbill\t'],
  ['Windows line ends', '\n', '\r\n'],
])('%s: read as written', async (_name, find, right) => {
  expect(await saidOf(find, right)).toEqual([]);
});

test('line ends of Windows throughout change no place', async () => {
  const project = baseProject();
  const windows = (text: string) => text.replaceAll('\n', '\r\n');
  const pack = (project[PACK] ?? '').replace('short: bill', 'short:bill');
  const [unix] = await said({ ...project, [PACK]: pack });
  const [other] = await said({ ...project, [PACK]: windows(pack) });
  expect(other).toEqual(unix);
});
