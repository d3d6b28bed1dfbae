import { describe, expect, test } from 'vitest';
import { baseProject, type Contents } from '../project.ts';
import { said } from './said.ts';

/** A change to one file of the base project, as a slip and as it should be. */
interface Case {
  /** What is replaced; the whole file where it is empty. */
  readonly find: string;
  readonly wrong: string;
  readonly right: string;
  /** `line:column rule`, in the file that was changed, or a whole place. */
  readonly says: string | readonly string[];
  /** What the first message says, its remedy included. */
  readonly like: RegExp;
  /** `line:column` of what is named beside it. */
  readonly related?: string;
}

const changed = (file: string, find: string, to: string): Contents => {
  const project = baseProject();
  const before = project[file] ?? '';
  if (find && before.split(find).length !== 2)
    throw new Error(`${JSON.stringify(find)} stands not once in ${file}`);
  return { ...project, [file]: find ? before.replace(find, () => to) : to };
};

const faults = (file: string, cases: Record<string, Case>): void => {
  describe(`faults of ${file}`, () => {
    test.each(Object.entries(cases))('%s', async (_name, { find, wrong, right, says, like, related }) => {
      const found = await said(changed(file, find, wrong));
      const expected = [says].flat().map((line) => (/^\d/.test(line) ? `${file}:${line}` : line));
      expect(found.map(({ line }) => line)).toEqual(expected);
      expect(found[0]?.words).toMatch(like);
      expect(found[0]?.related).toEqual(expect.arrayContaining(related ? [`${file}:${related}`] : []));
      expect(await said(changed(file, find, right))).toEqual([]);
    });
  });
};

const SOURCE = 'sources/library/okoro-2025.md';
const STATISTIC =
  '::::statistic{#investigations-growth period="2009-10 to 2023-24" area=England unit="% change" locator="item 4" priority=1}';
const ASK =
  '::::ask{#local-capacity to="Department for Education" topics="funding children/residential-care"}';
const TEXT = 'Child protection investigations rose by **152%**.';
const EDITOR = 'Notes for the editor stand between the passages and are never published.';
const WORDING = ':::wording{for=press}';
const OWN = 'Ministers should pay for councils to open homes of their own.';

test('the base project is without fault', async () => {
  expect(await said(baseProject())).toEqual([]);
});

/** Fences: each case is about the lines between which a passage stands. */
faults(SOURCE, {
  'a passage that the next one begins in': {
    find: `${TEXT}\n::::\n`,
    wrong: `${TEXT}\n`,
    right: `${TEXT}\n\n::::\n`,
    says: '14:1 not-closed',
    like: /`statistic` is not closed before `ask` begins .*`::::`/,
    related: '17:1',
  },
  'a passage that is not closed by the end': {
    find: 'Families meet us too late.\n::::\n',
    wrong: 'Families meet us too late.\n',
    right: 'Families meet us too late.\n::::',
    says: '26:1 not-closed',
    like: /before the end of the file/,
  },
  'a wording that is not closed': {
    find: `${OWN}\n:::\n`,
    wrong: `${OWN}\n`,
    right: `${OWN}\n::::\n`.replace('::::', ':::'),
    says: '21:1 not-closed',
    like: /`wording` is not closed before `ask` is/,
    related: '23:1',
  },
  'a fence that lost its opening': {
    find: `${STATISTIC}\n`,
    wrong: '',
    right: `${STATISTIC.replace(' priority=1', '')}\n`,
    says: ['15:1 stray-fence', 'sources/packs/bill.yaml:11:27 unknown-passage'],
    like: /closes nothing/,
  },
  'a wording that lost its opening': {
    find: `${WORDING}\n`,
    wrong: '',
    right: ':::wording{for=mp}\n',
    says: '22:1 fence-length',
    like: /`ask` of line 18 is closed by 4 colons.*wording’s first line is missing/,
    related: '18:1',
  },
  'a wording outside any passage': {
    find: EDITOR,
    wrong: `${WORDING}\nNo.\n:::`,
    right: EDITOR,
    says: '12:1 misplaced-fence',
    like: /stands in no passage/,
  },
  'a passage within a passage': {
    find: TEXT,
    wrong: `${TEXT}\n\n:::context{#inner}\nNo.\n:::`,
    right: TEXT,
    says: '17:1 misplaced-fence',
    like: /`context` cannot stand within `statistic`/,
    related: '14:1',
  },
  'an inner fence as long as the outer': {
    find: `${WORDING}\n${OWN}\n:::\n`,
    wrong: `::::wording{for=press}\n${OWN}\n::::\n`,
    right: `${WORDING}\n${OWN}\n:::\n`,
    says: '21:1 fence-length',
    like: /has to be shorter than its passage’s/,
    related: '18:1',
  },
  'an outer fence as short as the inner': {
    find: ASK,
    wrong: ASK.slice(1),
    right: `:${ASK}`.slice(1),
    says: '21:1 fence-length',
    like: /3 colons stand within 3/,
    related: '18:1',
  },
  'a closing fence that is too short': {
    find: `${TEXT}\n::::\n`,
    wrong: `${TEXT}\n:::\n`,
    right: `${TEXT}\n:::::\n`,
    says: '16:1 fence-length',
    like: /closed by 4 colons/,
    related: '14:1',
  },
  'a closing fence with text before it': {
    find: `${TEXT}\n::::\n`,
    wrong: `${TEXT}::::\n`,
    right: `${TEXT}\n::::\n`,
    says: '15:50 closing-fence',
    like: /line of colons and nothing else/,
  },
  'a closing fence with text behind it': {
    find: `${TEXT}\n::::\n`,
    wrong: `${TEXT}\n:::: end\n`,
    right: `${TEXT}\n::::  \n`,
    says: '16:1 closing-fence',
    like: /line of colons and nothing else/,
  },
  'a passage without text of its own': {
    find: "Fund councils to run children's homes of their own again.\n",
    wrong: '<!-- still to come -->\n',
    right: '<!-- as agreed -->\nFund councils.\n',
    says: '18:1 no-text',
    like: /`ask` has no text of its own/,
  },
  'a wording without text': {
    find: `${OWN}\n`,
    wrong: '\n',
    right: 'Pay for homes.\n',
    says: '21:1 no-text',
    like: /`wording` has no text/,
  },
  'text behind a wording': {
    find: `${OWN}\n:::\n`,
    wrong: `${OWN}\n:::\nAnd more.\n`,
    right: `${OWN}\n:::\n<!-- no more -->\n\n`,
    says: '24:1 text-after-wording',
    like: /before its first wording/,
    related: '18:1',
  },
});

/** Opening lines. */
faults(SOURCE, {
  'a fence that is indented': {
    find: STATISTIC,
    wrong: ` ${STATISTIC}`,
    right: STATISTIC,
    says: '14:2 fence-place',
    like: /not stand at the start of its line/,
  },
  'a fence in a quotation': {
    find: STATISTIC,
    wrong: `> ${STATISTIC}`,
    right: STATISTIC,
    says: '14:3 fence-place',
    like: /not stand at the start of its line/,
  },
  'a fence behind other words': {
    find: `${EDITOR}\n\n${STATISTIC}`,
    wrong: `${EDITOR} ${STATISTIC}`,
    right: `${EDITOR}\n${STATISTIC}`,
    says: `12:${EDITOR.length + 2} fence-place`,
    like: /not stand at the start of its line/,
  },
  'two colons': {
    find: STATISTIC,
    wrong: STATISTIC.slice(2),
    right: STATISTIC,
    says: '14:1 fence-colons',
    like: /four colons/,
  },
  'colons of a word processor': {
    find: STATISTIC,
    wrong: STATISTIC.replace('::::', '：：'),
    right: STATISTIC,
    says: '14:1 fence-colons',
    like: /four colons/,
  },
  'no colons': {
    find: STATISTIC,
    wrong: STATISTIC.slice(4),
    right: STATISTIC,
    says: '14:1 fence-colons',
    like: /four colons/,
  },
  'a space before the kind': {
    find: STATISTIC,
    wrong: STATISTIC.replace('::::', ':::: '),
    right: STATISTIC,
    says: '14:5 fence-space',
    like: /A space stands between the colons/,
  },
  'a space before the brace': {
    find: STATISTIC,
    wrong: STATISTIC.replace('{', ' {'),
    right: STATISTIC,
    says: '14:14 fence-space',
    like: /A space stands between `statistic` and `\{`/,
  },
  'a label': {
    find: STATISTIC,
    wrong: STATISTIC.replace('{', '[rise]{'),
    right: STATISTIC,
    says: '14:14 fence-label',
    like: /no label/,
  },
  'square brackets in place of braces': {
    find: WORDING,
    wrong: ':::wording[for=press]',
    right: WORDING,
    says: '21:11 fence-label',
    like: /in braces .*:::wording\{for/,
  },
  'no opening brace': {
    find: WORDING,
    wrong: ':::wording for=press}',
    right: WORDING,
    says: '21:11 fence-brace',
    like: /No brace `\{` follows `wording`/,
  },
  'no closing brace': {
    find: STATISTIC,
    wrong: STATISTIC.slice(0, -1),
    right: STATISTIC,
    says: `14:${STATISTIC.length} fence-brace`,
    like: /one line/,
  },
  'attributes on two lines': {
    find: STATISTIC,
    wrong: STATISTIC.replace(' unit', '\nunit'),
    right: STATISTIC,
    says: '14:78 fence-brace',
    like: /one line/,
  },
  'text behind the brace': {
    find: `${STATISTIC}\n`,
    wrong: `${STATISTIC} Child\n`,
    right: `${STATISTIC}  \n`,
    says: `14:${STATISTIC.length + 2} fence-text`,
    like: /Begin the text on the next line/,
  },
  'an unknown kind': {
    find: STATISTIC,
    wrong: STATISTIC.replace('statistic', 'statistik'),
    right: STATISTIC,
    says: '14:5 unknown-kind',
    like: /no kind `statistik` Did you mean `statistic`/,
  },
  'a kind in capitals': {
    find: ASK,
    wrong: ASK.replace('ask', 'Ask'),
    right: ASK,
    says: '18:5 unknown-kind',
    like: /Did you mean `ask`/,
  },
  'a mistyped wording': {
    find: WORDING,
    wrong: ':::wordng{for=press}',
    right: WORDING,
    says: '21:4 unknown-kind',
    like: /`wordng` .*`:::wording/,
  },
});

/** Attributes. */
faults(SOURCE, {
  'no id': {
    find: '{#local-capacity ',
    wrong: '{',
    right: '{id=local-capacity ',
    says: '18:1 missing-id',
    like: /`ask` needs `#id` Add `#some-id`/,
  },
  'an id of another form': {
    find: '#local-capacity',
    wrong: '#Local_capacity',
    right: '#local-capacity-2',
    says: '18:10 bad-id',
    like: /small letters/,
  },
  'an attribute given twice': {
    find: ' area=England',
    wrong: ' area=England area=Wales',
    right: ' area="England and Wales"',
    says: '14:79 attribute-twice',
    like: /`area` is given twice/,
    related: '14:66',
  },
  'an attribute without value': {
    find: ' area=England',
    wrong: ' area',
    right: ' area=England',
    says: '14:66 attribute-value',
    like: /`area` has no value/,
  },
  'an empty value': {
    find: ' area=England',
    wrong: ' area=""',
    right: ' area="England"',
    says: '14:66 attribute-value',
    like: /`area` has no value/,
  },
  'a list without quotation marks': {
    find: 'topics="funding children/residential-care"',
    wrong: 'topics=funding children/residential-care',
    right: "topics='funding children/residential-care'",
    says: '18:70 attribute-value',
    like: /`topics="funding children\/residential-care"`/,
  },
  'a comma in a list': {
    find: 'topics="funding children/residential-care"',
    wrong: 'topics="funding, children/residential-care"',
    right: 'topics="funding  children/residential-care"',
    says: '18:70 attribute-comma',
    like: /by spaces/,
  },
  'a comma in a bare value': {
    find: 'area=England',
    wrong: 'area=England,',
    right: 'area="England, alone"',
    says: '14:78 attribute-comma',
    like: /comma stands in the value of `area`/,
  },
  'a comma between attributes': {
    find: 'Education" topics',
    wrong: 'Education", topics',
    right: 'Education"  topics',
    says: '18:54 attribute-comma',
    like: /comma follows the value of `to`/,
  },
  'a comma at the end of a value': {
    find: 'Education" topics',
    wrong: 'Education," topics',
    right: 'Education, England" topics',
    says: '18:53 attribute-comma',
    like: /ends with a comma/,
  },
  'curly quotation marks': {
    find: '"Department for Education"',
    wrong: '“Department for Education”',
    right: '"Department for ‘Education’ "',
    says: '18:28 curly-quotes',
    like: /straight quotation marks/,
  },
  'one curly quotation mark': {
    find: '"Department for Education"',
    wrong: '"Department for Education”',
    right: '"Department for Education"',
    says: '18:28 attribute-quotes',
    like: /`to` has no partner/,
  },
  'a quotation mark that is missing': {
    find: 'Education" topics',
    wrong: 'Education topics',
    right: 'Education" topics',
    says: '18:28 attribute-quotes',
    like: /`to` has no partner/,
  },
  'no quotation marks round an apostrophe': {
    find: 'area=England',
    wrong: "area=King's",
    right: 'area="King\'s Lynn"',
    says: '14:71 attribute-quotes',
    like: /`area` is not in quotation marks/,
  },
  'no space between attributes': {
    find: 'Education" topics',
    wrong: 'Education"topics',
    right: 'Education" topics',
    says: '18:54 attribute-quotes',
    like: /No space follows the value of `to`/,
  },
  'no space behind the id': {
    find: '#local-capacity to=',
    wrong: '#local-capacityto=',
    right: '#local-capacity  to=',
    says: '18:9 attribute-quotes',
    like: /joined to the id/,
  },
  'a class': {
    find: ' area=England',
    wrong: ' .big area=England',
    right: ' area=England',
    says: '14:66 attribute-class',
    like: /`.big` is a class/,
  },
  'an unknown attribute': {
    find: ' area=England',
    wrong: ' aera=England',
    right: ' area=England',
    says: '14:66 unknown-attribute',
    like: /`aera` is not an attribute of `statistic` Did you mean `area`\?/,
  },
  'an attribute of another kind': {
    find: '#local-capacity',
    wrong: '#local-capacity speaker=Me',
    right: '#local-capacity by=2026-01',
    says: '18:25 unknown-attribute',
    like: /`speaker` is not an attribute of `ask`/,
  },
  'an attribute that a wording does not have': {
    find: 'for=press',
    wrong: 'for=press topics=funding',
    right: 'for="press mp"',
    says: '21:22 unknown-attribute',
    like: /Write `for`/,
  },
  'a wording for nobody': {
    find: '{for=press}',
    wrong: '',
    right: '{for=press}',
    says: '21:4 missing-attribute',
    like: /`wording` needs `for`/,
  },
  'an attribute that the kind needs': {
    find: ' unit="% change"',
    wrong: '',
    right: ' unit=%',
    says: '14:5 missing-attribute',
    like: /`statistic` needs `unit` Add `unit="…"`/,
  },
  'a priority beyond the scale': {
    find: 'priority=1',
    wrong: 'priority=6',
    right: 'priority=5',
    says: '14:121 bad-attribute',
    like: /`priority` is `6`; expected a whole number from 1 to 5/,
  },
  'an unknown status': {
    find: 'priority=1',
    wrong: 'status=aproved',
    right: 'status=approved',
    says: '14:119 bad-attribute',
    like: /`draft`, `approved` or `withdrawn` Did you mean `approved`/,
  },
  'an embargo that is no moment': {
    find: 'priority=1',
    wrong: 'embargo=2025-02-30',
    right: 'embargo=2025-02-28T10:30',
    says: '14:120 bad-attribute',
    like: /such as `2025-01-16T00:01`/,
  },
  'a day that the calendar does not have': {
    find: 'priority=1',
    wrong: 'expires=2025-13-01',
    right: 'expires=2025-12-01 review=2025-11-01',
    says: '14:120 bad-attribute',
    like: /a day of the calendar/,
  },
  'a date that is none': {
    find: 'said=2025-01-10',
    wrong: 'said="10 January 2025"',
    right: 'said=2025',
    says: '26:78 bad-attribute',
    like: /a year, a month or a day/,
  },
  'a choice that is none': {
    find: ASK,
    wrong: ASK.replace('::::ask', '::::question').replace('to="Department for Education"', 'for=orally'),
    right: ASK.replace('to=', 'by=2026-01-01 to='),
    says: '18:34 bad-attribute',
    like: /`oral`, `written`, `scrutiny` or `officer`/,
  },
  'a number that is none': {
    find: TEXT,
    wrong: `${TEXT}\n::::\n\n::::pledge{#first number=one}\nWe will.`,
    right: `${TEXT}\n::::\n\n::::pledge{#first number=1}\nWe will.`,
    says: '18:26 bad-attribute',
    like: /a whole number above 0/,
  },
  'a merge field in an attribute': {
    find: 'area=England',
    wrong: 'area=":field[name]"',
    right: 'area="the field"',
    says: '14:72 merge-field',
    like: /Write the value out/,
  },
  'a character in code': {
    find: 'area=England',
    wrong: 'area="Tyne &amp; Wear"',
    right: 'area="Tyne & Wear"',
    says: '14:77 character-reference',
    like: /Write the character itself/,
  },
  'two wordings for one audience': {
    find: `${OWN}\n:::\n`,
    wrong: `${OWN}\n:::\n:::wording{for="mp press"}\nTwice.\n:::\n`,
    right: `${OWN}\n:::\n:::wording{for=mp}\nOnce.\n:::\n`,
    says: '24:20 wording-twice',
    like: /wording for `press` already/,
    related: '21:16',
  },
});

/** Names. */
faults(SOURCE, {
  'an unknown topic': {
    find: 'topics="funding children/residential-care"',
    wrong: 'topics="funding children/residental-care"',
    right: 'topics="funding children"',
    says: '18:71 unknown-topic',
    like: /Did you mean `children\/residential-care`/,
  },
  'an unknown topic of the source': {
    find: 'topics: children/child-protection',
    wrong: 'topics: funding childrens',
    right: 'topics: [ funding, children ]',
    says: '9:17 unknown-topic',
    like: /Did you mean `children`/,
  },
  'an unknown topic in a list': {
    find: 'topics: children/child-protection',
    wrong: 'topics: [funding, childrens]',
    right: 'topics: [funding]',
    says: '9:19 unknown-topic',
    like: /Did you mean `children`/,
  },
  'an unknown audience': {
    find: 'priority=1',
    wrong: 'only="mp pres"',
    right: 'only="mp press"',
    says: '14:121 unknown-audience',
    like: /Did you mean `press`/,
  },
  'a wording for an unknown audience': {
    find: 'for=press',
    wrong: 'for=presss',
    right: 'for=press',
    says: '21:16 unknown-audience',
    like: /no audience `presss`/,
  },
  'an unknown source': {
    find: 'priority=1',
    wrong: 'from=okoro-2024',
    right: 'from=okoro-2025',
    says: '14:117 unknown-source',
    like: /Did you mean `okoro-2025`/,
  },
  'an unknown passage': {
    find: 'priority=1',
    wrong: 'supersedes="local-capacty"',
    right: 'supersedes="local-capacity"',
    says: '14:124 unknown-passage',
    like: /Did you mean `local-capacity`/,
  },
  'a rebuttal of nothing': {
    find: TEXT,
    wrong: `${TEXT}\n::::\n\n::::rebuttal{#no against=investigation-growth}\nNo.`,
    right: `${TEXT}\n::::\n\n::::rebuttal{#no against=investigations-growth}\nNo.`,
    says: '18:26 unknown-passage',
    like: /Did you mean `investigations-growth`/,
  },
  'a rebuttal of itself': {
    find: TEXT,
    wrong: `${TEXT}\n::::\n\n::::rebuttal{#no against=no}\nNo.`,
    right: `${TEXT}\n::::\n\n::::rebuttal{#no against=local-capacity}\nNo.`,
    says: '18:26 against-itself',
    like: /against itself/,
  },
  'an id that is there already': {
    find: '#okoro-on-help',
    wrong: '#local-capacity',
    right: '#other',
    says: '26:1 duplicate-passage',
    like: /`local-capacity` is there already/,
    related: '18:1',
  },
  'passages that supersede each other': {
    find: `${STATISTIC}\n${TEXT}\n::::\n\n${ASK}`,
    wrong: `${STATISTIC.replace('}', ' supersedes=local-capacity}')}\n${TEXT}\n::::\n\n${ASK.replace('}', ' supersedes=investigations-growth}')}`,
    right: `${STATISTIC.replace('}', ' supersedes=local-capacity}')}\n${TEXT}\n::::\n\n${ASK}`,
    says: '14:134 supersedes-circle',
    like: /`investigations-growth` → `local-capacity` → `investigations-growth`/,
    related: `18:${ASK.length + 12}`,
  },
  'a link to no passage': {
    find: TEXT,
    wrong: 'See [the ask](#local-capacty).',
    right: 'See [the ask](#local-capacity).',
    says: '15:5 dead-link',
    like: /Did you mean `local-capacity`/,
  },
});

/** Lines that are no fence and look like one, and what Markdown may not hold. */
faults(SOURCE, {
  'two colons in a text': {
    find: TEXT,
    wrong: 'A ratio of 3::1.',
    right: 'A ratio of 3:1 at 10:30, mailto:a@b.org, and 3\\:\\:1.',
    says: '15:13 suspect-line',
    like: /`::`.*`\\:`/,
  },
  'a brace between passages': {
    find: EDITOR,
    wrong: 'Some {note}',
    right: 'Some \\{note\\}',
    says: '12:6 suspect-line',
    like: /`\{`/,
  },
  'a kind behind one colon': {
    find: EDITOR,
    wrong: ':context and more',
    right: 'Context: and more',
    says: '12:1 suspect-line',
    like: /looks like a part/,
  },
  'a merge field': {
    find: TEXT,
    wrong: 'In :field[name] it rose.',
    right: 'In the field: [one](https://example.org).',
    says: '15:4 merge-field',
    like: /no recipient .* Write the value out/,
  },
  'template markup': {
    find: TEXT,
    wrong: 'In {{name}} it rose.',
    right: 'In \\{name\\} it rose.',
    says: '15:4 template-markup',
    like: /templates only/,
  },
  'a code block': {
    find: TEXT,
    wrong: '```\ntext\n```',
    right: '`text`',
    says: ['15:1 code-block', '17:1 code-block'],
    like: /code block/,
  },
  'a line indented by four spaces': {
    find: TEXT,
    wrong: `    ${TEXT}`,
    right: `   ${TEXT}`,
    says: '15:1 code-block',
    like: /four spaces/,
  },
  'raw HTML': {
    find: TEXT,
    wrong: 'A <b>bold</b> claim.',
    right: 'A \\<b> **bold** claim, 3 < 4.',
    says: ['15:3 raw-html', '15:10 raw-html'],
    like: /Write it in Markdown/,
  },
  'a comment beside text': {
    find: TEXT,
    wrong: 'It rose. <!-- much -->',
    right: 'It rose.\n<!-- much -->',
    says: '15:10 comment',
    like: /no other text on its lines/,
  },
  'text behind a comment': {
    find: TEXT,
    wrong: '<!-- much -->It rose.',
    right: '<!-- much\n -->\nIt rose.',
    says: '15:14 comment',
    like: /beside a comment/,
  },
  'a comment that is not closed': {
    find: EDITOR,
    wrong: '<!-- an idea --',
    right: '<!-- an idea -->',
    says: '12:1 comment',
    like: /not closed/,
  },
  'a comment that is not opened': {
    find: EDITOR,
    wrong: '<!- an idea -->',
    right: '<!-- an idea -->',
    says: '12:1 comment',
    like: /Part of a comment/,
  },
  'a passage in a comment': {
    find: EDITOR,
    wrong: '<!--\n::::context{#old}\nOld.\n::::\n-->',
    right: '<!--\nOld context\n-->',
    says: ['13:1 fence-in-comment', '15:1 fence-in-comment'],
    like: /status=withdrawn/,
  },
  'a footnote': {
    find: TEXT,
    wrong: 'It rose.[^1]\n\n[^1]: Much.',
    right: 'It rose.\\[^1]',
    says: ['15:9 footnote', '17:1 footnote'],
    like: /`locator`/,
  },
  'a footnote without its text': {
    find: TEXT,
    wrong: 'It rose.[^1]',
    right: 'It rose (1).',
    says: '15:1 footnote',
    like: /`locator`/,
  },
  'a link by reference': {
    find: TEXT,
    wrong: 'See [here][x].\n\n[x]: https://example.org',
    right: 'See [here](https://example.org).',
    says: ['15:5 reference-link', '17:1 reference-link'],
    like: /Write the address beside/,
  },
  'a link by reference to nothing': {
    find: TEXT,
    wrong: 'See [here][x].',
    right: 'See [here] and [x].',
    says: '15:1 reference-link',
    like: /Write the address beside/,
  },
  'a link to a script': {
    find: TEXT,
    wrong: 'See [here](javascript:alert).',
    right: 'See [here](HTTPS://example.org), http://example.org and [mail](mailto:a@example.org).',
    says: '15:5 link-address',
    like: /`javascript:alert` is not an address/,
  },
  'a link to a file': {
    find: TEXT,
    wrong: 'See [here](../other.md).',
    right: 'See [here](https://example.org/other).',
    says: '15:5 link-address',
    like: /Begin it with `https/,
  },
  'a link without text': {
    find: TEXT,
    wrong: 'See [](https://example.org).',
    right: 'See <https://example.org>.',
    says: '15:5 link-text',
    like: /no text/,
  },
  'a heading without text': {
    find: TEXT,
    wrong: '##\n\nText.',
    right: '## Rise\n\nText.',
    says: '15:1 no-text',
    like: /heading has no text/,
  },
  'a table row with too many cells': {
    find: TEXT,
    wrong: '| a | b |\n| - | - |\n| 1 | 2 | 3 |',
    right: '| a | b |\n| - | - |\n| 1 | 2 \\| 3 |',
    says: '17:9 table-row',
    like: /more cells than the 2/,
  },
  'quotations too deep in one another': {
    find: TEXT,
    wrong: '> > > > > > > > > > Deep.',
    right: '> > Deep.',
    says: '15:1 nesting',
    like: /too deep/,
  },
  'a passage as long as a chapter': {
    find: TEXT,
    wrong: 'Many words. '.repeat(900),
    right: 'Many words. '.repeat(800),
    says: '14:1 too-long',
    like: /10,801 characters long; the most is 10,000/,
  },
  'an image without alternative text': {
    find: TEXT,
    wrong: 'It rose.\n\n![ ](../images/a.png)',
    right: 'It rose.',
    says: ['17:1 image-alt', '17:1 missing-image'],
    like: /Say what it shows/,
  },
  'an image from elsewhere': {
    find: TEXT,
    wrong: '![A line](https://example.org/a.png)',
    right: '[A line](https://example.org/a.png)',
    says: '15:1 image-address',
    like: /not the path of an image within the project/,
  },
  'an image outside the project': {
    find: TEXT,
    wrong: '![A line](../../../a.png)',
    right: '[A line](https://example.org/a.png)',
    says: '15:1 image-address',
    like: /not the path of an image within the project/,
  },
  'an image that is not there': {
    find: TEXT,
    wrong: '![A line](../images/a.png)',
    right: TEXT,
    says: '15:1 missing-image',
    like: /no image `sources\/images\/a.png`/,
  },
});

/** Front matter. */
faults(SOURCE, {
  'front matter that does not begin the file': {
    find: '---\ntitle',
    wrong: '\n---\ntitle',
    right: '---\n\ntitle',
    says: '1:1 front-matter',
    like: /first line/,
  },
  'front matter that is not closed': {
    find: '---\n\nNotes',
    wrong: '\nNotes',
    right: '---   \nNotes',
    says: '1:1 front-matter',
    like: /not closed/,
  },
  'a missing title': {
    find: 'title: What the Bill means for families\n',
    wrong: '',
    right: 'title: "What: the Bill"\n',
    says: '2:1 missing-key',
    like: /`title` is missing Add `title: …`: a text/,
  },
  'a mistyped key': {
    find: 'title: ',
    wrong: 'titl: ',
    right: 'title: ',
    says: '2:1 unknown-key',
    like: /Did you mean `title`/,
  },
  'a key of another day': {
    find: 'url: https',
    wrong: 'original: a.txt\nurl: https',
    right: 'container: The Times\nurl: https',
    says: '7:1 unknown-key',
    like: /Write `title`, `author`/,
  },
  'a type that is none': {
    find: 'type: briefing',
    wrong: 'type: pamphlet',
    right: 'type: web-page',
    says: '6:7 bad-value',
    like: /`type` is `pamphlet`; expected `briefing`/,
  },
  'a date of publication that is none': {
    find: 'issued: 2025-01-10',
    wrong: 'issued: 10/1/2025',
    right: 'issued: 2025-01',
    says: '5:9 bad-value',
    like: /a year, a month or a day/,
  },
  'a day of reading that is none': {
    find: 'accessed: 2025-01-12',
    wrong: 'accessed: 2025-01',
    right: 'accessed: "2025-01-12"',
    says: '8:11 bad-value',
    like: /a day of the calendar/,
  },
  'an address that is none': {
    find: 'url: https://example.org/bill',
    wrong: 'url: example.org/bill',
    right: 'url: http://example.org/bill',
    says: '7:6 bad-value',
    like: /begins with `https/,
  },
  'a key without value': {
    find: 'publisher: Social Workers for Children',
    wrong: 'publisher:',
    right: 'publisher: x',
    says: '4:11 bad-value',
    like: /`publisher` is empty.*take the key out/,
  },
  'a list where a text belongs': {
    find: 'title: What the Bill means for families',
    wrong: 'title: [What, the, Bill]',
    right: 'title: What, the, Bill',
    says: '2:8 bad-value',
    like: /`title` is a list; expected a text/,
  },
  'a number lost to a comment': {
    find: 'title: What the Bill means for families',
    wrong: 'title: Item #4',
    right: 'title: "Item #4" # as printed',
    says: '2:13 lost-to-comment',
    like: /keep `#4`/,
  },
  'a colon in a bare value': {
    find: 'title: What the Bill means for families',
    wrong: 'title: The Bill: what it means',
    right: 'title: "The Bill: what it means"',
    says: '2:8 yaml',
    like: /second `: `.*quotation marks/,
  },
  'a key given twice': {
    find: 'author: Sam Okoro',
    wrong: 'author: Sam Okoro\nauthor: Jo Okoro',
    right: 'author: [Sam Okoro, Jo Okoro]',
    says: '4:1 key-twice',
    like: /`author` is there already/,
    related: '3:1',
  },
  'a tab': {
    find: 'author: Sam Okoro',
    wrong: 'author:\n\t- Sam Okoro',
    right: 'author:\n  - Sam Okoro',
    says: '4:1 yaml',
    like: /tab/,
  },
  'a reference': {
    find: 'author: Sam Okoro',
    wrong: 'author: &sam Sam Okoro',
    right: 'author: "&sam Sam Okoro"',
    says: '3:9 yaml-reference',
    like: /`&sam` is YAML's anchor/,
  },
});

faults('sources/organisation.yaml', {
  'a site that is none': {
    find: 'https://example.org/',
    wrong: 'http://example.org/',
    right: 'https://example.org/briefings/',
    says: '9:7 bad-value',
    like: /such as `https:\/\/example.org`/,
  },
  'a colour that is none': {
    find: 'short: SWC',
    wrong: 'colours: { accent: red }',
    right: 'colours: { accent: "#003366" }',
    says: '2:20 bad-value',
    like: /`colours.accent` is `red`; expected a colour such as/,
  },
  'an accent that is hard to read on paper': {
    find: 'short: SWC',
    wrong: 'colours: { accent: "#9a6a9a" }',
    right: 'colours: { accent: "#7a4a7a" }',
    says: ['2:20 contrast', '2:20 contrast'],
    like: /`accent` #9a6a9a on `paper` #ffffff has a contrast of 4\.\d to 1; expected 4.5 to 1/,
  },
  'a tint that is too dark for quiet text': {
    find: 'short: SWC',
    wrong: 'colours: { accent: "#400010", tint: "#a0a0a0" }',
    right: 'colours: { accent: "#400010", tint: "#f0f0f0" }',
    says: '2:37 contrast',
    like: /`quiet` #55565e on `tint` #a0a0a0/,
  },
  'colours that YAML takes for comments': {
    find: 'short: SWC',
    wrong: 'colours: { accent: #003366, tint: #eef2f6 }',
    right: 'colours: { accent: "#003366", tint: "#eef2f6" }',
    says: '2:20 lost-to-comment',
    like: /Put the value in quotation marks to keep `#003366/,
  },
  'a logo that is no image': {
    find: 'short: SWC',
    wrong: 'logo: images/logo.pdf',
    right: 'short: Logo',
    says: '2:7 picture-kind',
    like: /`images\/logo.pdf` is PDF, which not every browser shows Export/,
  },
  'a logo that is not there': {
    find: 'short: SWC',
    wrong: 'logo: images/logo.svg',
    right: 'short: Logo',
    says: '2:7 missing-image',
    like: /There is no image `sources\/images\/logo.svg`/,
  },
  'a language that is none': {
    find: 'short: SWC',
    wrong: 'language: english language',
    right: 'language: en-gb',
    says: '2:11 bad-value',
    like: /language tag/,
  },
  'an e-mail address that is none': {
    find: 'press@example.org',
    wrong: 'press at example.org',
    right: 'press@example.co.uk',
    says: '6:10 bad-value',
    like: /`contact.email` is `press at example.org`; expected an e-mail address/,
  },
  'an unknown key within another': {
    find: '  phone:',
    wrong: '  phne:',
    right: '  out-of-hours:',
    says: '7:3 unknown-key',
    like: /Did you mean `phone`/,
  },
  'a merge field': {
    find: 'short: SWC',
    wrong: 'short: ":field[name]"',
    right: 'short: field',
    says: '2:8 merge-field',
    like: /Write the value out/,
  },
  'a missing name': {
    find: '',
    wrong: '',
    right: 'name: SWC',
    says: '1:1 missing-key',
    like: /The key `name` is missing/,
  },
});

faults('sources/vocabulary.yaml', {
  'a topic whose name is missing': {
    find: '    name: Children\n',
    wrong: '',
    right: '    name: Children\n',
    says: '2:3 missing-key',
    like: /`name` of `topics.children` is missing/,
  },
  'a topic that is no name': {
    find: 'funding: Funding',
    wrong: 'funding: Funding\n  Social Care: Care',
    right: 'funding: Funding\n  social-care: Care',
    says: '8:3 bad-key',
    like: /`Social Care` is no name/,
  },
  'a kind of a name that is taken': {
    find: 'abbreviations:',
    wrong: 'kinds:\n  ask: { name: Ask }\nabbreviations:',
    right: 'kinds:\n  plea: { name: Plea, cited: false, needs: [to] }\nabbreviations:',
    says: '9:3 reserved-name',
    like: /`ask` is a name that despatch has already/,
  },
  'a yes that is none': {
    find: 'abbreviations:',
    wrong: 'kinds:\n  plea: { name: Plea, cited: yes }\nabbreviations:',
    right: 'kinds:\n  plea: { name: Plea, cited: true }\nabbreviations:',
    says: '9:30 bad-value',
    like: /`true` or `false`/,
  },
  'an abbreviation without expansion': {
    find: 'expand: never',
    wrong: 'expand: always',
    right: 'expand: first',
    says: '11:50 bad-value',
    like: /`first` or `never`/,
  },
});

faults('sources/audiences.yaml', {
  'an unknown template': {
    find: 'mp:\n  name: Members of Parliament\n  template: brief',
    wrong: 'mp:\n  name: Members of Parliament\n  template: brif',
    right: 'mp:\n  name: Members of Parliament\n  template: brief',
    says: '3:13 unknown-template',
    like: /Did you mean `brief`/,
  },
  'a grade that is none': {
    find: 'grade: 12',
    wrong: 'grade: low',
    right: 'grade: 9.5',
    says: '4:10 bad-value',
    like: /a reading grade/,
  },
  'a style of numbers that is none': {
    find: 'words-to-nine',
    wrong: 'words',
    right: 'figures',
    says: '9:12 bad-value',
    like: /`figures` or `words-to-nine`/,
  },
});

const TEMPLATE = 'templates/brief/template.yaml';
faults(TEMPLATE, {
  'a size of paper that is none': {
    find: 'size: A4',
    wrong: 'size: letter',
    right: 'size: A5, orientation: landscape',
    says: '2:15 bad-value',
    like: /`A3`, `A4`, `A5` or `A6`/,
  },
  'a margin that is none': {
    find: 'margin: 18mm',
    wrong: 'margin: 18px',
    right: 'margin: 18mm 1.5cm 1in 40pt',
    says: '2:27 bad-value',
    like: /one to four lengths/,
  },
  'fewer pages than the least': {
    find: '{ max: 1 }',
    wrong: '{ min: 2, max: 1 }',
    right: '{ min: 2, max: 2 }',
    says: '3:8 contradiction',
    like: /No number of pages fits/,
  },
  'no multiple within the limits': {
    find: '{ max: 1 }',
    wrong: '{ min: 5, max: 7, multiple: 4 }',
    right: '{ min: 5, max: 8, multiple: 4 }',
    says: '3:8 contradiction',
    like: /`multiple` 4/,
  },
  'type smaller than its least': {
    find: '{ max: 1 }',
    wrong: '{ max: 1 }\ntype: { size: 9pt }',
    right: '{ max: 1 }\ntype: { size: 9.5pt, min: 9pt }',
    says: '4:7 contradiction',
    like: /10pt, is larger than the type itself, 9pt/,
  },
  'a size of type that is none': {
    find: '{ max: 1 }',
    wrong: '{ max: 1 }\ntype: { size: 12 }',
    right: '{ max: 1 }\ntype: { size: 12pt }',
    says: '4:15 bad-value',
    like: /in points, such as `12pt`/,
  },
  'no web page': {
    find: '{ max: 1 }',
    wrong: '{ max: 1 }\nformats: [pdf]',
    right: '{ max: 1 }\nformats: html',
    says: '4:10 contradiction',
    like: /Add `html`/,
  },
  'a format that is none': {
    find: '{ max: 1 }',
    wrong: '{ max: 1 }\nformats: [html, docx]',
    right: '{ max: 1 }\nformats: [html, text]',
    says: '4:17 bad-value',
    like: /`html`, `pdf` or `text`/,
  },
  'a slot that contradicts itself': {
    find: 'min: 1, max: 3',
    wrong: 'min: 1, ideal: 4, max: 3',
    right: 'min: 1, ideal: 2, max: 3',
    says: '6:3 contradiction',
    like: /`asks` contradict each other/,
  },
  'a slot without kinds': {
    find: 'kinds: [ask], ',
    wrong: '',
    right: 'kinds: ask, ',
    says: '6:3 missing-key',
    like: /`kinds` of `slots.asks` is missing/,
  },
  'an unknown kind': {
    find: '[statistic, quote]',
    wrong: '[statistic, quotes]',
    right: '[statistic, quote, local]',
    says: '7:49 unknown-kind',
    like: /Did you mean `quote`/,
  },
  'an unknown topic': {
    find: 'max: 4',
    wrong: 'max: 4, topics: [fundng]',
    right: 'max: 4, topics: funding children',
    says: '7:82 unknown-topic',
    like: /Did you mean `funding`/,
  },
  'an attribute that no kind has': {
    find: '[statistic, quote]',
    wrong: '[question], where: { four: oral }',
    right: '[question], where: { for: oral }, topics: [funding]',
    says: '7:58 unknown-attribute',
    like: /Did you mean `for`/,
  },
  'a value that an attribute never has': {
    find: 'kinds: [ask], min: 1',
    wrong: 'kinds: [question], where: { for: [oral, spoken] }, min: 0',
    right: 'kinds: [question, ask], where: { for: [oral, written] }, min: 0',
    says: '6:71 bad-value',
    like: /`for` is never `spoken` Write `oral`/,
  },
  'a slot that is no name': {
    find: '  asks:',
    wrong: '  Our asks:',
    right: '  our-asks:',
    says: '6:3 bad-key',
    like: /`Our asks` is no name/,
  },
  'a level beyond the headings': {
    find: 'words: 25',
    wrong: 'level: 6',
    right: 'level: 3',
    says: '6:68 bad-value',
    like: /`2`, `3`, `4` or `5`/,
  },
});

const PACK = 'sources/packs/bill.yaml';
faults(PACK, {
  'a key whose value is null': {
    find: 'event: Second Reading',
    wrong: 'event: null',
    right: 'event: Nullification',
    says: '6:8 bad-value',
    like: /`event`.*empty/,
  },
  'a control character by an escape': {
    find: 'event: Second Reading',
    wrong: 'event: "Second\\eReading"',
    right: 'event: "Second Reading"',
    says: '6:8 control-character',
    like: /A control character/,
  },
  'an unknown audience': {
    find: '  press:',
    wrong: '  pres:',
    right: '  release: { audience: press }\n  press:',
    says: '12:3 unknown-audience',
    like: /Did you mean `press`\? An edition of another name says `audience/,
  },
  'an unknown audience that is named': {
    find: '{ embargo',
    wrong: '{ audience: pres, embargo',
    right: '{ audience: press, embargo',
    says: '12:22 unknown-audience',
    like: /Did you mean `press`/,
  },
  'an unknown template': {
    find: '{ embargo',
    wrong: '{ template: brif, embargo',
    right: '{ template: brief, embargo',
    says: '12:22 unknown-template',
    like: /Did you mean `brief`/,
  },
  'an unknown slot': {
    find: 'facts:',
    wrong: 'fact:',
    right: 'facts:',
    says: '11:7 unknown-slot',
    like: /no slot in the template `brief` called `fact` Did you mean `facts`/,
  },
  'an unknown passage': {
    find: '[investigations-growth]',
    wrong: '[investigation-growth]',
    right: '[investigations-growth, okoro-on-help]',
    says: '11:27 unknown-passage',
    like: /Did you mean `investigations-growth`/,
  },
  'a passage named twice': {
    find: 'max: 2 }',
    wrong: 'max: 2 }\n      asks: { passages: [investigations-growth] }',
    right: 'max: 2 }\n      asks: { passages: [local-capacity] }',
    says: '12:26 named-twice',
    like: /named in this edition already/,
    related: '11:27',
  },
  'a maximum above the template’s': {
    find: 'max: 2 }',
    wrong: 'max: 5 }',
    right: 'max: 4 }',
    says: '11:56 slot-maximum',
    like: /`max` is 5; the template’s slot `facts` takes at most 4/,
  },
  'a reserved edition': {
    find: '  press: {',
    wrong: '  site: { audience: press,',
    right: '  web: { audience: press,',
    says: '12:3 reserved-name',
    like: /Give the edition another name/,
  },
  'an edition in capitals': {
    find: '  press: {',
    wrong: '  Press: { audience: press,',
    right: '  press: { audience: press,',
    says: '12:3 bad-key',
    like: /`Press` is no name/,
  },
  'no editions': {
    find: baseProject()[PACK]?.slice(baseProject()[PACK]?.indexOf('editions:')) ?? '',
    wrong: 'editions:\n',
    right: 'editions:\n  mp:\n  press:\n',
    says: '7:10 bad-value',
    like: /`editions` is empty/,
  },
  'an edition listed twice': {
    find: baseProject()[PACK]?.slice(baseProject()[PACK]?.indexOf('editions:')) ?? '',
    wrong: 'editions: [mp, press, mp]\n',
    right: 'editions: [mp, press]\n',
    says: '7:23 edition-twice',
    like: /`mp` is there already/,
    related: '7:12',
  },
  'no date': {
    find: 'date: 2025-01-16\n',
    wrong: '',
    right: 'date: 2025-01-16\nstatus: draft\n',
    says: '1:1 missing-key',
    like: /`date` is missing/,
  },
  'an embargo that is no moment': {
    find: '2025-01-20T00:01',
    wrong: '20 January',
    right: '2025-01-20T00:01+01:00',
    says: '12:21 bad-value',
    like: /`editions.press.embargo` is `20 January`/,
  },
  'a headline of two paragraphs': {
    find: 'headline: Keep families together',
    wrong: 'headline: |\n      Keep families\n\n      together',
    right: 'headline: |\n      Keep families\n      together',
    says: '12:7 plain-text-only',
    like: /one paragraph/,
  },
  'a list in a summary': {
    find: 'summary: The Bill can keep families together, **if** councils are paid for the work.',
    wrong: 'summary: |\n  Asks:\n\n  - one\n  - two',
    right: 'summary: |\n  Asks:\n\n  one and **two**',
    says: '8:3 plain-text-only',
    like: /A list stands in a summary/,
  },
  'a brace in a summary': {
    find: 'summary: The Bill',
    wrong: 'summary: The {Bill}',
    right: 'summary: The Bill \\{1\\}',
    says: '5:14 suspect-line',
    like: /`\{`/,
  },
  'a link to no passage in a headline': {
    find: 'headline: Keep families together',
    wrong: 'headline: "Keep [families](#familes) together"',
    right: 'headline: "Keep [families](#okoro-on-help) together"',
    says: '9:21 dead-link',
    like: /no passage `familes`/,
  },
  'an unknown topic': {
    find: 'topics: [children, funding]',
    wrong: 'topics: [children, fundng]',
    right: 'topics: children funding',
    says: '4:20 unknown-topic',
    like: /Did you mean `funding`/,
  },
});
