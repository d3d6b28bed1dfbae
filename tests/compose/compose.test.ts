import type { PhrasingContent, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { compose } from '../../src/compose/compose.ts';
import { checkAll } from '../../src/rules/check.ts';
import { documentDate } from '../../src/model/release.ts';
import { Catalogue } from '../../src/select/catalogue.ts';
import { select } from '../../src/select/select.ts';
import { editionOf, loaded, source, statistic } from '../loaded.ts';
import type { Contents } from '../project.ts';

const library = 'sources/library/okoro-2025.md';
const all =
  'name: Brief\nslots:\n  all: { title: All, kinds: [statistic, ask, quote, context, rebuttal], max: 99 }\n';
const pack = (rest = '', edition = 'mp: {}') =>
  `title: P\ndate: 2025-01-16\ntopics: [children]\n${rest}editions:\n  ${edition}\n`;

const run = async (passages: string, over: Contents = {}, edition = 'mp') => {
  const project = await loaded({
    [library]: source('2024-06', passages),
    'sources/packs/bill.yaml': pack(),
    'templates/brief/template.yaml': all,
    ...over,
  });
  const { pack: found, edition: one } = editionOf(project, 'bill', edition);
  const selection = select(new Catalogue(project), found, one);
  const document = compose(project, found, one, { ...selection, dropped: [] }, documentDate(found, one));
  const messages = checkAll('document', { project, pack: found, edition: one, document });
  return { document, messages, items: document.sections.flatMap(({ items }) => items) };
};

/** The words of a note; where its lines may break is tested by itself. */
const words = (citation: readonly PhrasingContent[]): string =>
  citation
    .map((one) => toString(one))
    .join('')
    .replaceAll('\u00a0', ' ');

/** A text with its notes as [1] and its abbreviations as DfE<title>. */
const shown = (root: Root | null | undefined): string => {
  const copy = structuredClone(root ?? { type: 'root' as const, children: [] });
  visit(copy, (node, index, parent) => {
    const as = (value: string) => parent?.children.splice(index ?? 0, 1, { type: 'text', value });
    if (node.type === 'noteReference') as(`[${node.number}]`);
    if (node.type === 'abbreviation') as(`${toString(node)}<${node.title}>`);
  });
  return copy.children.map((block) => toString(block)).join('\n');
};

const context = (id: string, text: string, attributes = '') =>
  `::::context{#${id}${attributes && ` ${attributes}`}}\n${text}\n::::\n\n`;

describe('the wording', () => {
  const text =
    '::::context{#a}\nFor members.\n\n:::wording{for="press mp"}\nFor both.\n:::\n\n:::wording{for=councillor}\nFor councils.\n:::\n::::\n';
  const audiences =
    'mp: { name: MPs, template: brief }\npress: { name: Press, template: brief }\ncouncillor: { name: Councillors, template: brief }\nminister: { name: Ministers, template: brief }\n';
  const wordingFor = async (audience: string) => {
    const over = {
      'sources/audiences.yaml': audiences,
      'sources/packs/bill.yaml': pack('', `${audience}: {}`),
    };
    return shown((await run(text, over, audience)).items[0]?.text);
  };
  test("is the audience's own, else the passage's", async () => {
    expect(await wordingFor('press')).toBe('For both.[1]');
    expect(await wordingFor('councillor')).toBe('For councils.[1]');
    expect(await wordingFor('minister')).toBe('For members.[1]');
  });
});

describe('notes', () => {
  test('are one for each source and locator, numbered as they come and used again', async () => {
    const { document, items } = await run(
      statistic('a', 'priority=1') +
        statistic('b', 'priority=2').replace('page 1', 'page 2') +
        statistic('c', 'priority=3'),
    );
    expect(items.map(({ text }) => shown(text))).toEqual(['Text of a.[1]', 'Text of b.[2]', 'Text of c.[1]']);
    expect(document.notes.map(({ number, locator, uses }) => [number, locator, uses])).toEqual([
      [1, 'page 1', 2],
      [2, 'page 2', 1],
    ]);
    expect(words(document.notes[0]?.citation ?? [])).toBe('Group, Facts of 2024-06, June 2024, page 1.');
  });
  test('of a source cited before name the first note that gives it', async () => {
    const { document } = await run(
      ['1', '2', '3'].map((page) => statistic(`p${page}`).replace('page 1', `page ${page}`)).join(''),
    );
    expect(document.notes.map(({ citation }) => words(citation))).toEqual([
      'Group, Facts of 2024-06, June 2024, page 1.',
      'Group, as in note 1, page 2.',
      'Group, as in note 1, page 3.',
    ]);
  });
  test('of one place are two where one passage quotes another source there', async () => {
    const { document, items } = await run(statistic('a', 'priority=1') + statistic('b', 'from=census'), {
      'sources/library/census.md': `---\ntitle: Census\npublisher: ONS\nissued: 2022\ntype: statistics\n---\n`,
    });
    expect(items.map(({ text }) => shown(text))).toEqual(['Text of a.[1]', 'Text of b.[2]']);
    expect(words(document.notes[1]?.citation ?? [])).toMatch(/^ONS, Census, 2022, cited in Group/u);
  });
  test('set the marks within a title in turn', async () => {
    const article = source('2024', context('a', 'Yes.'))
      .replace('Facts of 2024', `Why "care" isn't 'care'`)
      .replace('report', 'article');
    const note = async (notes: string) => {
      const over = { [library]: article, 'templates/brief/template.yaml': `${all}notes: ${notes}\n` };
      return words((await run('', over)).document.notes[0]?.citation ?? []);
    };
    expect(await note('full')).toBe('Group, “Why ‘care’ isn’t ‘care’”, 2024.');
    expect(await note('short')).toBe('Group, Why “care” isn’t “care”, 2024.');
  });
  test('name the source that was quoted', async () => {
    const { document } = await run(statistic('a', 'from=census'), {
      'sources/library/census.md': `---\ntitle: Census\npublisher: ONS\nissued: 2022\ntype: statistics\n---\n`,
    });
    expect(words(document.notes[0]?.citation ?? [])).toBe(
      'ONS, Census, 2022, cited in Group, Facts of 2024-06, June 2024, page 1.',
    );
  });
  test('stand at the end of the last paragraph, in a list too; after a table on a line of their own', async () => {
    const { items } = await run(
      context('a', 'One.\n\nTwo.', 'priority=1') +
        context('b', '- x\n- y', 'priority=2') +
        context('c', '| h |\n| - |\n| d |'),
    );
    expect(items.map(({ text }) => shown(text))).toEqual(['One.\nTwo.[1]', 'xy[1]', 'hd\nSource: [1]']);
  });
  test('are for kinds that are cited: an ask has none', async () => {
    const { document } = await run('::::ask{#a to=DfE}\nFund it.\n::::\n');
    expect(document.notes).toEqual([]);
    expect(document.sources).toEqual(['okoro-2025']);
  });
});

describe('abbreviations', () => {
  test('are written out where the document uses them first, in the summary before the slots', async () => {
    const { document, items } = await run(
      context('a', 'The DfE pays. The DfE counts.', 'priority=1') + context('b', 'LAs and an LA.'),
      {
        'sources/packs/bill.yaml': pack('summary: Ask the DfE.\n'),
      },
    );
    const DfE = 'DfE<Department for Education>';
    expect(shown(document.summary)).toBe(`Ask the Department for Education (${DfE}).`);
    expect(items.map(({ text }) => shown(text))).toEqual([
      `The ${DfE} pays. The ${DfE} counts.[1]`,
      'Local authorities (LAs<local authorities>) and an LA<local authority>.[1]',
    ]);
  });
  test('that the author has written out are not written out again', async () => {
    const { items } = await run(context('a', 'The Department for Education (DfE) pays; the DfE counts.'));
    expect(shown(items[0]?.text)).toBe(
      'The Department for Education (DfE<Department for Education>) pays; the DfE<Department for Education> counts.[1]',
    );
  });
  test('that the author has written out in bold or as a link are not either', async () => {
    const { items } = await run(context('a', 'The **Department for Education** (DfE) pays.'));
    expect(shown(items[0]?.text)).toBe(
      'The Department for Education (DfE<Department for Education>) pays.[1]',
    );
  });
  test('may hold signs', async () => {
    const vocabulary =
      'topics: { children: Children }\nabbreviations: { A&E: accident and emergency, T-level: technical level, C++: a language }\n';
    const { items } = await run(context('a', 'A&E, a T-level and C++.'), {
      'sources/vocabulary.yaml': vocabulary,
    });
    expect(shown(items[0]?.text)).toMatch(
      /^Accident and emergency \(A&E<.*technical level \(T-level<.*a language \(C\+\+</,
    );
  });
  const vocabulary = `topics: { children: Children }
abbreviations:
  LGA: Local Government Association
  ADCS: Association of Directors of Children's Services
  UTC: university technical college
  HEI: higher education institution
  EHO: environmental health officer
  LA: local authority
`;
  test.each([
    ['An LGA survey', 'A Local Government Association (LGA) survey'],
    ['It is an LGA survey', 'It is a Local Government Association (LGA) survey'],
    ['With an **LGA** survey', 'With a Local Government Association (LGA) survey'],
    ['A UTC and a UTC', 'A university technical college (UTC) and a UTC'],
    ['He met an EHO', 'He met an environmental health officer (EHO)'],
    ["The LGA's view and the LGA's", 'The Local Government Association’s (LGA’s) view and the LGA’s'],
    ["By ADCS's count", 'By Association of Directors of Children’s Services’ (ADCS’s) count'],
    ["All LAs' duties", 'All local authorities’ (LAs’) duties'],
    ["They said 'ask the LAs' once", 'They said “ask the local authorities (LAs)” once'],
    ['They met. LAs paid.', 'They met. Local authorities (LAs) paid.'],
    ['An HEI-led review by an HEI', 'An HEI-led review by a higher education institution (HEI)'],
    ['Counts (by the LGA) say', 'Counts (by the Local Government Association [LGA]) say'],
    ['The LGA (Local Government Association) says', 'The LGA (Local Government Association) says'],
    ["The Local Government Association's (LGA's) view", 'The Local Government Association’s (LGA’s) view'],
    ['Ask lga and LGAS', 'Ask lga and LGAS'],
  ])('and the words around them fit: %s', async (written, expected) => {
    const { items } = await run(context('a', written), { 'sources/vocabulary.yaml': vocabulary });
    expect(shown(items[0]?.text).replace(/<[^>]+>|\[1\]$/gu, '')).toBe(expected);
  });
  test('have the plural of the word that they name', async () => {
    const { items } = await run(context('a', 'UTCs, LAs and CQCs.'), {
      'sources/vocabulary.yaml': `${vocabulary}  CQC: Commission for the Quality of Care\n`,
    });
    expect(shown(items[0]?.text)).toMatch(
      /^University technical colleges .* local authorities .* Commissions for the Quality of Care/u,
    );
  });
  test('that every reader knows are explained and never written out', async () => {
    const { items } = await run(context('a', 'Ask your MP. MPs vote.'));
    expect(shown(items[0]?.text)).toBe(
      'Ask your MP<Member of Parliament>. MPs<Members of Parliament> vote.[1]',
    );
  });
  test('are whole words, and nothing is put into headlines, headings, links or quotations', async () => {
    const quote = '::::quote{#q speaker=A role=B said=2024 locator=x priority=1}\nThe DfE pays.\n::::\n\n';
    const { document, items } = await run(
      quote + context('a', '## DfE\n\n[DfE](https://e.org) DfE-led non-DfE XDfE DfE.'),
      {
        'sources/packs/bill.yaml': pack('', 'mp: { headline: The DfE }'),
      },
    );
    expect(shown(document.headline)).toBe('The DfE<Department for Education>');
    expect(shown(items[0]?.text)).toBe('“The DfE<Department for Education> pays.”[1]');
    expect(shown(items[1]?.text)).toMatch(
      /^DfE<[^>]+>\nDfE<[^>]+> DfE<[^>]+>-led non-DfE<[^>]+> XDfE Department for Education \(DfE<[^>]+>\)\./,
    );
  });
});

describe('typography', () => {
  test('curls quotation marks and sets dashes, and leaves an address alone', async () => {
    const { items } = await run(
      context('a', `"It's" -- in the '90s, rock 'n' roll at 10:30, 3:1, https://example.org/a--b'c`),
    );
    expect(shown(items[0]?.text)).toBe(
      "“It’s” – in the ’90s, rock ’n’ roll at 10:30, 3:1, https://example.org/a--b'c[1]",
    );
  });
  test('takes the backslash off a figure that is to stay one', async () => {
    const { items } = await run(context('a', String.raw`Of \3 councils and **\4** homes, \*5\*.`));
    expect(shown(items[0]?.text)).toBe('Of 3 councils and 4 homes, *5*.[1]');
  });
  test('keeps a number and its word on one line', async () => {
    const { items } = await run(
      context('a', 'On 16 January 2025, £33.5 million under section 47 in 3 May wards.'),
    );
    expect(shown(items[0]?.text)).toBe(
      'On 16\u00a0January 2025, £33.5\u00a0million under section\u00a047 in 3\u00a0May wards.[1]',
    );
  });
  test('sets the minus of a number, in a figure too, and leaves ranges and words alone', async () => {
    const { items } = await run(statistic('a', 'figure="-31%"', 'It was -31% (-£5) in 2009-10, well-known.'));
    expect(shown(items[0]?.text)).toBe('It was −31% (−£5) in 2009-10, well-known.[1]');
    expect(items[0]?.attributes).toMatchObject({ figure: '−31%', area: 'England', locator: 'page\u00a01' });
  });
  test('a range set large has the dash of print, or that of its sentence', async () => {
    const figure = async (written: string, text: string) =>
      (await run(statistic('a', `figure="${written}"`, text))).items[0]?.attributes['figure'];
    expect(await figure('£540-£1,180', 'From £540 to £1,180.')).toBe('£540–£1,180');
    expect(await figure('3%-5%', 'It is 3%--5%.')).toBe('3%–5%');
    expect(await figure('2009-10', 'In 2009-10.')).toBe('2009-10');
  });
  test('a quotation has its marks in the text, each paragraph opened, the last closed', async () => {
    const { items } = await run(
      '::::quote{#q speaker=A role=B said=2024-03 locator=x}\nOne.\n\nTwo.\n::::\n',
    );
    expect(shown(items[0]?.text)).toBe('“One.\n“Two.”[1]');
    expect(items[0]?.attributes).toMatchObject({ speaker: 'A', said: 'March 2024' });
  });
});

test('small numbers are words for the audiences that ask for it, and in English alone', async () => {
  const press = {
    'sources/packs/bill.yaml': pack('', 'press: { headline: Fund 3 councils }'),
  };
  const passages = context('a', String.raw`We met 4 of them, and \5 homes.`);
  const { document, items } = await run(passages, press, 'press');
  expect(shown(document.headline)).toBe('Fund three councils');
  expect(shown(items[0]?.text)).toBe('We met four of them, and 5 homes.[1]');
  const { items: figures } = await run(passages);
  expect(shown(figures[0]?.text)).toBe('We met 4 of them, and 5 homes.[1]');
});

test('headings in a passage stand below the heading of its slot', async () => {
  const { items } = await run(context('a', '# Top\n\n### Deep\n\nText.'), {
    'templates/brief/template.yaml': all.replace('title: All', 'title: All, level: 3'),
  });
  const depths = items[0]?.text.children.flatMap((node) => (node.type === 'heading' ? [node.depth] : []));
  expect(depths).toEqual([4, 6]);
});

test('a slot that nothing fills leaves no trace', async () => {
  const { document } = await run(statistic('a'), {
    'templates/brief/template.yaml': `${all}  none: { title: None, kinds: [duty] }\n`,
  });
  expect(document.sections.map(({ slot }) => slot)).toEqual(['all']);
});

test('a rebuttal stands with what it answers, and both are in the document', async () => {
  const { document, items } = await run(
    context('claim', 'They say so.', 'topics=funding priority=5') +
      '::::rebuttal{#answer against=claim}\nIt is not.\n::::\n',
    { 'templates/brief/template.yaml': 'name: B\nslots:\n  say: { kinds: [rebuttal] }\n' },
  );
  expect(shown(items[0]?.against)).toBe('They say so.[1]');
  expect(shown(items[0]?.text)).toBe('It is not.[1]');
  expect(document.passages).toEqual(['claim', 'answer']);
});

describe('what a template asks of texts', () => {
  const said = async (...args: Parameters<typeof run>) =>
    (await run(...args)).messages.map(
      ({ severity, rule, place }) => `${severity} ${rule} ${place?.file}:${place?.line}`,
    );
  test('a passage, headline or summary that is too long is a warning', async () => {
    const over = {
      'templates/brief/template.yaml': `${all.replace('max: 99', 'max: 99, words: 3')}headline: { words: 2 }\nsummary: { words: 2 }\n`,
      'sources/packs/bill.yaml': pack('summary: One two three.\n', 'mp: { headline: One two three }'),
    };
    expect(await said(statistic('a', '', 'One two three four.'), over)).toEqual([
      `warning too-many-words ${library}:9`,
      'warning too-many-words sources/packs/bill.yaml:6',
      'warning too-many-words sources/packs/bill.yaml:4',
    ]);
    expect(
      await said(statistic('a', '', 'One two – three.'), { ...over, 'sources/packs/bill.yaml': pack() }),
    ).toEqual([]);
  });
  test('a link to a passage that is not in the document is an error at the link', async () => {
    const linking = context('a', 'See [b](#b).') + statistic('b', 'topics=funding only=press');
    expect(await said(linking)).toEqual([`error dead-link ${library}:10`]);
    expect(await said(linking.replace(' only=press', ''))).toEqual([]);
  });
});

describe('what a pack and a template say of one edition', () => {
  const two = context('a', 'First.') + context('b', 'Second.');

  test('the passage that leads comes first and is marked, whether it is among those named or not', async () => {
    for (const names of ['[a]', '[a, b]']) {
      const slots = `mp: { slots: { all: { lead: b, passages: ${names} } } }`;
      const { items } = await run(two, { 'sources/packs/bill.yaml': pack('', slots) });
      expect(items.map(({ passage, lead }) => [passage, lead])).toEqual([
        ['b', true],
        ['a', false],
      ]);
    }
    const { items } = await run(two);
    expect(items.some(({ lead }) => lead)).toBe(false);
  });

  test('a slot has the title of its audience, else its own', async () => {
    const template = all.replace(
      'title: All',
      'title: All, titles: { mp: For members, press: For the press }',
    );
    const titled = async (over: Contents) => (await run(two, over)).document.sections[0]?.title;
    expect(await titled({ 'templates/brief/template.yaml': template })).toBe('For members');
    const other = template.replace('mp: For members, ', '');
    expect(await titled({ 'templates/brief/template.yaml': other })).toBe('All');
  });

  test('what no note cites says where it comes from', async () => {
    const ask = '::::ask{#c to=Councils locator="page 3"}\nBuild.\n::::\n\n';
    const { items } = await run(two + ask);
    const origins = Object.fromEntries(
      items.map(({ passage, origin }) => [passage, origin && words(origin)]),
    );
    expect(origins).toEqual({ a: null, b: null, c: 'Group, Facts of 2024-06, June 2024, page 3.' });
  });
});
