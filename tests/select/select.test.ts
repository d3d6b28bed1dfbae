import { describe, expect, test } from 'vitest';
import { checkAll } from '../../src/rules/check.ts';
import { Catalogue } from '../../src/select/catalogue.ts';
import { reasonsFor } from '../../src/select/reasons.ts';
import { select } from '../../src/select/select.ts';
import { editionOf, loaded, source, statistic } from '../loaded.ts';
import type { Contents } from '../project.ts';
import { besidesStyle } from '../made-up.ts';

const template = (slots: string) => `name: Brief\nslots:\n${slots}`;
const facts = template('  facts: { kinds: [statistic], max: 9 }\n');
const pack = (rest = '', date = '2025-01-16', edition = 'mp: {}') =>
  `title: P\ndate: ${date}\ntopics: [children]\n${rest}editions:\n  ${edition}\n`;

/** Selects `p/mp` from one library file, and gives ids by slot, reasons and messages. */
const run = async (library: string, over: Contents = {}, edition = 'mp') => {
  const project = await loaded({
    'sources/library/okoro-2025.md': source('2024-06', library),
    'sources/packs/bill.yaml': pack(),
    'templates/brief/template.yaml': facts,
    ...over,
  });
  const found = editionOf(project, 'bill', edition);
  const catalogue = new Catalogue(project);
  const value = select(catalogue, found.pack, found.edition);
  const messages = checkAll('pack', { project, ...found, selection: value, prose: new Map() });
  const reasons = reasonsFor(catalogue, found.pack, found.edition, value);
  return {
    slots: Object.fromEntries(
      value.slots.map(({ slot, passages }) => [slot.id, passages.map(({ id }) => id)]),
    ),
    reserve: Object.fromEntries(
      value.slots.map(({ slot, reserve }) => [slot.id, reserve.map(({ id }) => id)]),
    ),
    why: Object.fromEntries(reasons.map(({ passage, why }) => [passage, why])),
    messages: besidesStyle(messages).map(
      ({ rule, text, place }) => `${place?.file}:${place?.line} ${rule}: ${text}`,
    ),
  };
};

describe('order', () => {
  test('is by priority, then newest source, then id', async () => {
    const { slots } = await run(
      statistic('b') + statistic('a') + statistic('last', 'priority=5') + statistic('first', 'priority=1'),
      { 'sources/library/newer.md': source('2024-07', statistic('newer')) },
    );
    expect(slots['facts']).toEqual(['first', 'newer', 'a', 'b', 'last']);
  });
  test('begins with what the pack names, as named', async () => {
    const edition = 'mp: { slots: { facts: { passages: [c, b] } } }';
    const { slots, why } = await run(statistic('a', 'priority=1') + statistic('b') + statistic('c'), {
      'sources/packs/bill.yaml': pack('', '2025-01-16', edition),
    });
    expect(slots['facts']).toEqual(['c', 'b', 'a']);
    expect(why).toMatchObject({ c: 'named by the pack', a: expect.stringContaining('priority 1') });
  });
});

describe('what the pack leaves out', () => {
  const leaving = (ids: string) => ({
    'sources/packs/bill.yaml': pack('', '2025-01-16', `mp: { leave-out: [${ids}] }`),
  });
  test('stands in no slot, and the next takes its place', async () => {
    const max = { 'templates/brief/template.yaml': template('  facts: { kinds: [statistic], max: 2 }\n') };
    const library = statistic('a') + statistic('b') + statistic('c');
    const { slots, reserve, why } = await run(library, { ...leaving('a'), ...max });
    expect([slots['facts'], reserve['facts']]).toEqual([['b', 'c'], []]);
    expect(why['a']).toBe('the pack leaves it out');
  });
  test('takes along what answers it', async () => {
    const library = `::::claim{#said}\nThey say.\n::::\n\n::::rebuttal{#answer against=said}\nNo.\n::::\n`;
    const both = template('  facts: { kinds: [rebuttal], max: 2 }\n');
    const { slots, why } = await run(library, { ...leaving('said'), 'templates/brief/template.yaml': both });
    expect(slots['facts']).toEqual([]);
    expect(why['answer']).toBe('it answers `said`, which is out: the pack leaves it out');
  });
  test('brings back nothing that it supersedes', async () => {
    const library = statistic('old') + statistic('new', 'supersedes=old');
    const { slots } = await run(library, leaving('new'));
    expect(slots['facts']).toEqual([]);
  });
  test('is left out of that edition alone', async () => {
    const editions = 'mp: { leave-out: [a] }\n  other: { audience: mp }';
    const over = { 'sources/packs/bill.yaml': pack('', '2025-01-16', editions) };
    expect((await run(statistic('a'), over, 'mp')).slots['facts']).toEqual([]);
    expect((await run(statistic('a'), over, 'other')).slots['facts']).toEqual(['a']);
  });
});

describe('how many', () => {
  const five = ['a', 'b', 'c', 'd', 'e'].map((id) => statistic(id)).join('');
  test('is the ideal number, else the maximum', async () => {
    const slot = (rest: string) => ({
      'templates/brief/template.yaml': template(`  facts: { kinds: [statistic], ${rest} }\n`),
    });
    expect((await run(five, slot('ideal: 2, max: 4'))).slots['facts']).toHaveLength(2);
    expect((await run(five, slot('max: 4'))).slots['facts']).toHaveLength(4);
    expect((await run(five, slot('min: 0'))).slots['facts']).toHaveLength(5);
  });
  test('a pack may lower', async () => {
    const lowered = {
      'sources/packs/bill.yaml': pack('', '2025-01-16', 'mp: { slots: { facts: { max: 1 } } }'),
    };
    const { slots, why } = await run(five, lowered);
    expect(slots['facts']).toEqual(['a']);
    expect(why['b']).toBe('`facts` is full: number 2 of 5 that fit, priority 3, source of 2024-06');
  });
  test('a pack may lower to none', async () => {
    const none = {
      'sources/packs/bill.yaml': pack('', '2025-01-16', 'mp: { slots: { facts: { max: 0 } } }'),
    };
    const { slots, messages } = await run(five, none);
    expect([slots['facts'], messages]).toEqual([[], []]);
  });
  test('below the minimum is an error at the edition', async () => {
    const { messages } = await run(statistic('a'), {
      'templates/brief/template.yaml': template('  facts: { kinds: [statistic], min: 3 }\n'),
    });
    expect(messages).toEqual([
      'sources/packs/bill.yaml:5 slot-minimum: The slot `facts` of bill/mp has 1 of the 3 passages that its template asks for',
    ]);
  });
  test('more named than the slot takes is an error', async () => {
    const { messages } = await run(five, {
      'templates/brief/template.yaml': template('  facts: { kinds: [statistic], max: 1 }\n'),
      'sources/packs/bill.yaml': pack('', '2025-01-16', 'mp: { slots: { facts: { passages: [a, b] } } }'),
    });
    expect(messages.join()).toMatch(/slot-maximum: .*given 2 passages; it takes at most 1/);
  });
});

describe('never chosen is what is', () => {
  test.each([
    ['restricted to others', 'only=press', 'only for press'],
    ['a draft', 'status=draft', 'draft'],
    ['withdrawn', 'status=withdrawn', 'withdrawn'],
    ['expired', 'expires=2025-01-15', 'expired on 2025-01-15'],
    ['under embargo', 'embargo=2025-01-16T00:01', 'under embargo until 2025-01-16 00:01'],
  ])('%s', async (_what, attribute, why) => {
    const { slots, why: reasons } = await run(statistic('a', attribute) + statistic('b'));
    expect(slots['facts']).toEqual(['b']);
    expect(reasons['a']).toBe(why);
  });
  test.each([
    ['allowed to this audience', 'only="press mp"'],
    ['on its last day', 'expires=2025-01-16'],
    ['released as the day begins', 'embargo=2025-01-16'],
  ])('but chosen is what is %s', async (_what, attribute) => {
    expect((await run(statistic('a', attribute))).slots['facts']).toEqual(['a']);
  });
  test('from a source issued after the document', async () => {
    const later = { 'sources/library/later.md': source('2025-02', statistic('b')) };
    const { slots, why } = await run(statistic('a'), later);
    expect(slots['facts']).toEqual(['a']);
    expect(why['b']).toMatch(/its source is of 2025-02/);
  });
  test('from such a source it is told at its date, once, whatever wants its passages', async () => {
    const later = { 'sources/library/later.md': source('2052', statistic('b') + statistic('c')) };
    const said = async (edition: string, slots = template('  facts: { kinds: [statistic], min: 2 }\n')) => {
      const files = { ...later, 'templates/brief/template.yaml': slots };
      const { messages } = await run('', {
        ...files,
        'sources/packs/bill.yaml': pack('', '2025-01-16', edition),
      });
      return messages;
    };
    const at = /^sources\/library\/later\.md:4 later-source: This source is of 2052/;
    const named = await said('mp: { slots: { facts: { passages: [b, c] } } }');
    expect(named.map((line) => at.test(line))).toEqual([true, true]);
    expect(new Set(named).size).toBe(1);
    expect(await said('mp:')).toEqual([expect.stringMatching(at)]);
    const three = template('  facts: { kinds: [statistic], min: 3 }\n');
    expect(await said('mp:', three)).toEqual([expect.stringMatching(/slot-minimum/)]);
  });
  test('about another topic; a topic takes its descendants with it', async () => {
    const { slots, why } = await run(statistic('a', 'topics=children/child-protection'), {
      'sources/library/other.md': source('2024', statistic('b'), 'funding'),
    });
    expect(slots['facts']).toEqual(['a']);
    expect(why['b']).toMatch(/about funding: not a topic/);
  });
});

test('a topic is no other whose name begins with its own', async () => {
  const { slots } = await run(statistic('b'), {
    'sources/vocabulary.yaml':
      'topics: { children: Children, children-abroad: Children abroad, funding: Money }\n',
    'sources/library/abroad.md': source('2024-06', statistic('a'), 'children-abroad'),
  });
  expect(slots['facts']).toEqual(['b']);
});

describe('the moment of a document', () => {
  const embargoed = (edition: string) =>
    run(statistic('a', 'embargo=2025-01-20T09:00'), {
      'sources/packs/bill.yaml': pack('', '2025-01-16', edition),
    });
  test("is its edition's embargo to the minute, else its edition's date, else the pack's", async () => {
    expect((await embargoed('mp: { embargo: 2025-01-20T09:00 }')).slots['facts']).toEqual(['a']);
    expect((await embargoed('mp: { embargo: 2025-01-20T08:59 }')).slots['facts']).toEqual([]);
    expect((await embargoed('mp: { date: 2025-01-21 }')).slots['facts']).toEqual(['a']);
    expect((await embargoed('mp: {}')).slots['facts']).toEqual([]);
  });
});

describe('superseded', () => {
  test('is a passage whose successor this document could use, over any number of steps', async () => {
    const { slots, why } = await run(
      statistic('a') + statistic('b', 'supersedes=a') + statistic('c', 'supersedes=b'),
    );
    expect(slots['facts']).toEqual(['c']);
    expect(why).toMatchObject({ a: 'superseded by `b`', b: 'superseded by `c`' });
  });
  test('is none whose successor this document could not use', async () => {
    expect((await run(statistic('a') + statistic('b', 'supersedes=a status=draft'))).slots['facts']).toEqual([
      'a',
    ]);
    expect((await run(statistic('a') + statistic('b', 'supersedes=a only=press'))).slots['facts']).toEqual([
      'a',
    ]);
  });
});

describe('a passage appears once', () => {
  const slots = template('  facts: { kinds: [statistic], max: 1 }\n  more: { kinds: [statistic], max: 1 }\n');
  test("in the template's first slot that it fits", async () => {
    const { slots: found } = await run(statistic('a') + statistic('b'), {
      'templates/brief/template.yaml': slots,
    });
    expect(found).toEqual({ facts: ['a'], more: ['b'] });
  });
  test('or in the slot that names it', async () => {
    const { slots: found } = await run(statistic('a') + statistic('b'), {
      'templates/brief/template.yaml': slots,
      'sources/packs/bill.yaml': pack('', '2025-01-16', 'mp: { slots: { more: { passages: [a] } } }'),
    });
    expect(found).toEqual({ facts: ['b'], more: ['a'] });
  });
});

test('a passage waits for one slot alone, the first that it fits', async () => {
  const { slots, reserve } = await run(['a', 'b', 'c', 'd', 'e'].map((id) => statistic(id)).join(''), {
    'templates/brief/template.yaml': template(
      '  facts: { kinds: [statistic], ideal: 1, max: 3 }\n  more: { kinds: [statistic], ideal: 1, max: 3 }\n',
    ),
  });
  expect(slots).toEqual({ facts: ['a'], more: ['b'] });
  expect(reserve).toEqual({ facts: ['c', 'd'], more: ['e'] });
});

describe('a slot', () => {
  const questions =
    '::::question{#oral for=oral}\nWill she?\n::::\n\n::::question{#written for=written}\nTo ask.\n::::\n\n';
  test('may ask for attributes and topics of its own', async () => {
    const { slots } = await run(questions + statistic('a', 'topics=funding'), {
      'templates/brief/template.yaml': template(
        '  written: { kinds: [question], where: { for: written } }\n  money: { kinds: [statistic], topics: [funding] }\n',
      ),
    });
    expect(slots).toEqual({ written: ['written'], money: ['a'] });
    const leeds = statistic('b').replace('area=England', 'area=Leeds');
    const local = template('  here: { kinds: [statistic], where: { area: [Leeds, York] } }\n');
    const found = await run(statistic('a') + leeds, { 'templates/brief/template.yaml': local });
    expect(found.slots).toEqual({ here: ['b'] });
  });
});

describe('a named passage that may not be used is an error where it is named', () => {
  test.each([
    ['status=draft', /can't be used: draft/],
    ['only=press', /can't be used: only for press/],
    ['expires=2024-01-01', /can't be used: expired/],
  ])('%s', async (attribute, text) => {
    const { messages } = await run(statistic('a', attribute), {
      'sources/packs/bill.yaml': pack('', '2025-01-16', 'mp: { slots: { facts: { passages: [a] } } }'),
    });
    expect(messages.join()).toMatch(text);
    expect(messages.join()).toMatch(/^sources\/packs\/bill\.yaml:5 named-passage/);
  });
  test('of the wrong kind for its slot', async () => {
    const { messages } = await run('::::ask{#x to=DfE}\nFund it.\n::::\n', {
      'sources/packs/bill.yaml': pack('', '2025-01-16', 'mp: { slots: { facts: { passages: [x] } } }'),
    });
    expect(messages.join()).toMatch(/it is an ask, and the slot takes statistic/);
  });
});

test('a case study is out once the consent to it has expired', async () => {
  const study = (day: string) =>
    `::::case-study{#a consent=signed consent-expires=${day} anonymity=full}\nShe was helped.\n::::\n`;
  const slots = { 'templates/brief/template.yaml': template('  cases: { kinds: [case-study] }\n') };
  expect((await run(study('2025-01-15'), slots)).why['a']).toBe('the consent to it expired on 2025-01-15');
  expect((await run(study('2025-01-16'), slots)).slots['cases']).toEqual(['a']);
});

test('a passage is superseded by no rebuttal whose claim this reader may not see', async () => {
  const passages =
    '::::rebuttal{#old against=open}\nOld.\n::::\n\n::::rebuttal{#new against=shut supersedes=old}\nNew.\n::::\n\n' +
    '::::claim{#open}\nA.\n::::\n\n::::claim{#shut only=press}\nB.\n::::\n';
  const { slots } = await run(passages, {
    'templates/brief/template.yaml': template('  say: { kinds: [rebuttal] }\n'),
  });
  expect(slots['say']).toEqual(['old']);
});

describe('a rebuttal', () => {
  const answer =
    '::::context{#claim status=STATUS}\nThey say so.\n::::\n\n::::rebuttal{#answer against=claim}\nIt is not so.\n::::\n';
  const slots = { 'templates/brief/template.yaml': template('  say: { kinds: [rebuttal] }\n') };
  test('brings what it answers with it', async () => {
    const { slots: found, why } = await run(answer.replace(' status=STATUS', ''), slots);
    expect(found['say']).toEqual(['answer']);
    expect(why['claim']).toBe('answered by `answer`');
  });
  test('goes where what it answers may not be used', async () => {
    const { slots: found, why } = await run(answer.replace('STATUS', 'draft'), slots);
    expect(found['say']).toEqual([]);
    expect(why['answer']).toBe('it answers `claim`, which is out: draft');
  });
  test('goes where what it answers is superseded, and so does what answers it', async () => {
    const later =
      '::::rebuttal{#again against=answer}\nNor is that.\n::::\n\n::::context{#new supersedes=claim}\nNo more.\n::::\n';
    const { slots: found, why } = await run(`${answer.replace(' status=STATUS', '')}\n${later}`, slots);
    expect(found['say']).toEqual([]);
    expect(why).toMatchObject({
      answer: 'it answers `claim`, which is out: superseded by `new`',
      again: expect.stringMatching(/^it answers `answer`, which is out: it answers `claim`/u),
    });
  });
});

describe('merge fields', () => {
  const seats = {
    'sources/data/seats.csv': 'code,seat\nW1,Ynys Môn\n',
    'sources/data/seats.yaml': 'title: Seats\nkey: code\nname: seat\n',
  };
  const asking = statistic('asking', '', 'In :field[name].') + statistic('plain');

  test('keep a passage out of an edition without recipients', async () => {
    const { slots, why, messages } = await run(asking, seats);
    expect(slots['facts']).toEqual(['plain']);
    expect(why['asking']).toBe('it has merge fields, and this edition has no recipients');
    expect(messages).toEqual([]);
  });

  test('and charts of a recipient’s figures do so; those that name their rows do not', async () => {
    const homes = {
      'sources/data/homes.csv': 'code,name,full\nA,Leeds,52\nB,York,50\n',
      'sources/data/homes.yaml':
        'title: Homes\nsource: okoro-2025\nkey: code\nname: name\nperiod: 2024\ncolumns: { full: { column: full, label: Full homes, unit: "%" } }\n',
    };
    const own = statistic('own', '', 'It is so.\n\n::chart{of=full}');
    const named = statistic('named', '', 'It is so.\n\n::chart{of=full periods=2024 data=homes rows="A B"}');
    const { slots, why } = await run(own + named, homes);
    expect(slots['facts']).toEqual(['named']);
    expect(why['own']).toBe('it has a chart or a table of figures, and this edition has no recipients');
  });

  test('of a wording for others do not', async () => {
    const others = statistic('a', '', 'Here.\n\n:::wording{for=press}\nIn :field[name].\n:::');
    expect((await run(others, seats)).slots['facts']).toEqual(['a']);
  });

  test('of a figure do as those of the text do', async () => {
    const figure = statistic('a', 'figure=":field[name]"', 'In :field[name].');
    expect((await run(figure, seats)).slots['facts']).toEqual([]);
  });

  test('make it an error to name the passage there', async () => {
    const edition = 'mp: { slots: { facts: { passages: [asking] } } }';
    const { messages } = await run(asking, {
      ...seats,
      'sources/packs/bill.yaml': pack('', '2025-01-16', edition),
    });
    expect(messages).toEqual([
      "sources/packs/bill.yaml:5 named-passage: `asking` is named for the slot `facts` but can't be used: it has merge fields, and this edition has no recipients",
    ]);
  });

  test('of a slot’s heading keep the slot empty', async () => {
    const local = template(
      '  local: { title: "In :field[name]", kinds: [statistic] }\n  facts: { kinds: [statistic] }\n',
    );
    const over = { ...seats, 'templates/brief/template.yaml': local };
    expect((await run(statistic('a'), over)).slots).toEqual({ local: [], facts: ['a'] });
    const edition = 'mp: { slots: { local: { passages: [a] } } }';
    const { messages } = await run(statistic('a'), {
      ...over,
      'sources/packs/bill.yaml': pack('', '2025-01-16', edition),
    });
    expect(messages.join('\n')).toMatch(
      /heading of the slot has merge fields, and this edition has no recipients/u,
    );
  });

  test('of a heading for other readers do not', async () => {
    const titles = template(
      '  facts: { title: Facts, titles: { press: "In :field[name]" }, kinds: [statistic] }\n',
    );
    const over = { ...seats, 'templates/brief/template.yaml': titles };
    expect((await run(statistic('a'), over)).slots['facts']).toEqual(['a']);
  });
});
