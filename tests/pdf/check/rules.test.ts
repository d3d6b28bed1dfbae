import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../src/diagnostics/finding.ts';
import { checkPdf } from '../../../src/pdf/inspect.ts';
import { ACCESSIBILITY, ARCHIVE } from '../../../src/pdf/check/rules.ts';
import { BREAKS } from './broken.ts';
import { ALLOWED, FURTHER } from './further.ts';
import { arrayAt, GoodPdf, name, text } from './good-pdf.ts';
import { tinyFont } from './tiny-font.ts';

const findings = async (bytes: Uint8Array): Promise<readonly Finding[]> => {
  const verdict = await checkPdf(bytes, { isForArchive: true });
  if (!('findings' in verdict)) throw new Error(`It could not be read: ${verdict.reason}`);
  return verdict.findings;
};

const findingsOf = async (change: (good: GoodPdf) => void): Promise<readonly Finding[]> => {
  const good = await GoodPdf.make();
  change(good);
  return findings(await good.bytes());
};

const rulesOf = async (change: (good: GoodPdf) => void): Promise<string[]> =>
  [...new Set((await findingsOf(change)).map(({ rule }) => rule))].toSorted();

/** Faults that cannot be without another: what is broken for a rule breaks these too. */
const TOGETHER: Readonly<Record<string, readonly string[]>> = {
  'ua-06-001': ['archive-level', 'archive-part'],
  // The character that no text is known for stands in the formula too.
  'ua-10-001': ['ua-17-003'],
  'ua-17-003': ['ua-31-027'],
  // Without its CMap codes are read two bytes at a time.
  'ua-31-006': ['ua-10-001'],
  'tree-parents': ['tree-annotations', 'tree-content', 'ua-01-005'],
};

/** Rules that a file breaks as a whole, or that no PDF made of objects can break: they have tests of their own. */
const APART = ['ua-26-001', 'ua-26-002', 'tree-root', 'tree-pages', 'tree-objects', 'archive-header'];

test('every rule has a PDF that breaks it', () => {
  const rules = [...ACCESSIBILITY, ...ARCHIVE].map(({ id }) => id);
  expect(new Set(rules).size).toBe(rules.length);
  expect([...BREAKS.keys(), ...APART].toSorted()).toEqual(rules.toSorted());
});

test('86 of the conditions of the Matterhorn Protocol are among them', () => {
  expect(ACCESSIBILITY.filter(({ id }) => /^ua-\d\d-\d{3}$/u.test(id))).toHaveLength(86);
});

test('a good PDF passes all', async () => {
  const verdict = await checkPdf(await (await GoodPdf.make()).bytes(), { isForArchive: true });
  expect(verdict).toEqual({
    pages: 1,
    checks: { accessibility: ACCESSIBILITY.length, archive: ARCHIVE.length },
    findings: [],
  });
});

describe('a PDF that breaks one rule is found, and no other rule is said to be broken', () => {
  test.each([...BREAKS])('%s', async (rule, change) => {
    expect(await rulesOf(change)).toEqual([rule, ...(TOGETHER[rule] ?? [])].toSorted());
  });
});

describe('so is one that breaks it in another way', () => {
  test.each(FURTHER)('%s: %s', async (rule, _, change) => {
    expect(await rulesOf(change)).toEqual([rule]);
  });
});

describe('what only looks like a breach passes', () => {
  test.each(ALLOWED)('%s', async (_, change) => {
    expect(await rulesOf(change)).toEqual([]);
  });
});

test('every type that leads into a circle is told, and no other', async () => {
  const found = await findingsOf((good) =>
    good.set(good.part('root'), {
      RoleMap: { Aside: 'Sect', One: 'Two', Two: 'One', Own: 'Aside', Three: 'Two' },
    }),
  );
  expect(found.map(({ text: said }) => said)).toEqual(
    ['One', 'Two', 'Three'].map((type) => `the role map leads from \`${type}\` in a circle`),
  );
});

describe('a finding says', () => {
  const only = async (change: (good: GoodPdf) => void): Promise<Finding> => {
    const [found, ...more] = await findingsOf(change);
    if (!found || more.length) throw new Error(`There are ${more.length + 1} findings`);
    return found;
  };

  test('which element it is about, on which page, in which passage', async () => {
    const found = await only((good) => good.remove(good.element('Figure'), 'Alt'));
    expect(found).toEqual({
      rule: 'ua-13-004',
      clause: 'ISO 14289-1, 7.3',
      text: 'a figure without alternative text',
      place: {
        page: 1,
        object: expect.any(Number),
        path: ['Document', 'Sect', 'Figure'],
        names: ['chart', 'local-capacity'],
      },
      remedy: 'Give each figure alternative text.',
    });
  });

  test('how often it is so on a page, and what it stands behind', async () => {
    const found = await only((good) => good.write((content) => `${content} 0 0 1 1 re f 0 0 1 1 re f`));
    expect(found.text).toBe(
      'a drawing that is neither tagged nor marked as artifact, 2 times on this page, the first behind what is tagged P',
    );
    expect(found.place.path).toEqual(['Document', 'Sect', 'Aside', 'P']);
  });

  test('of an annotation its own object', async () => {
    let link = 0;
    const found = await only((good) => {
      link = good.ref('link').objectNumber;
      good.set(good.element('Link'), { S: 'Span' });
    });
    expect(found.text).toBe('a link stands in Span, not in Link');
    expect(found.place).toMatchObject({ page: 1, object: link, path: ['Document', 'P', 'Span'] });
  });

  test('of very many of one kind a hundred, and how many more there are', async () => {
    const found = await findingsOf((good) => {
      const figures = Array.from({ length: 150 }, (_, index) =>
        good.add(`figure ${index}`, { S: 'Figure', P: good.ref('root') }),
      );
      for (const figure of figures) arrayAt(good.part('root'), 'K').push(figure);
    });
    expect(found).toHaveLength(101);
    expect(found.at(-1)?.text).toBe('and 50 more of the same');
  });
});

describe('a table whose cells make no grid is found', () => {
  const spans = (cell: [string, number], entries: Record<string, number>) => (good: GoodPdf) =>
    good.set(good.element(...cell), { A: { O: 'Table', Scope: 'Column', ...entries } });

  test.each<[string, (good: GoodPdf) => void]>([
    ['rows of 3 and of 2 columns', spans(['TH', 0], { ColSpan: 2 })],
    ['a cell goes over more rows than there are', spans(['TD', 0], { RowSpan: 2 })],
    ['rows of 2 and of 3 columns', spans(['TH', 0], { RowSpan: 2 })],
    ['a cell goes over 1000000000 columns or rows', spans(['TD', 0], { ColSpan: 1e9 })],
  ])('%s', async (why, change) => {
    const found = await findingsOf(change);
    expect(found.map(({ rule, text }) => [rule, text])).toEqual([
      ['ua-09-004', `a table whose cells make no grid: ${why}`],
    ]);
  });

  test('one whose spans fill the grid is none', async () => {
    const found = await findingsOf((good) => {
      spans(['TH', 0], { RowSpan: 2 })(good);
      good.element('TR', 1).set(name('K'), arrayAt(good.element('TR', 1), 'K').get(1));
      good.write((content) => content.replace('/P <</MCID 11>> BDC', '/Artifact BMC'));
    });
    expect(found.map(({ text: said }) => said)).toEqual([]);
  });
});

describe('headers of cells', () => {
  const byIds = (good: GoodPdf, header: string) => {
    for (const index of [0, 1]) {
      good.set(good.element('TH', index), { ID: text(`h${index}`) });
      good.remove(good.element('TH', index), 'A');
      good.set(good.element('TD', index), { A: [{ O: 'Table', Headers: [text(index ? header : 'h0')] }] });
    }
  };

  test('may be named by the cells, in place of a scope', async () => {
    expect(await rulesOf((good) => byIds(good, 'h1'))).toEqual([]);
  });

  test('that are named have to be there', async () => {
    const found = await findingsOf((good) => byIds(good, 'h7'));
    expect(found.map(({ text: said }) => said)).toEqual([
      'a cell names `h7` as its header, which there is not',
    ]);
  });

  test('may have their scope by a class', async () => {
    const found = await rulesOf((good) => {
      good.remove(good.element('TH'), 'A');
      good.set(good.element('TH'), { C: 'head' });
      good.set(good.part('root'), { ClassMap: { head: { O: 'Table', Scope: 'Column' } } });
    });
    expect(found).toEqual([]);
  });
});

describe('a table of characters of each format is understood', () => {
  test.each([0, 4, 6, 12] as const)('%i', async (format) => {
    const use = (good: GoodPdf, code: string) => {
      const font = good.stream(tinyFont({ tables: [[format === 0 ? 1 : 3, format === 0 ? 0 : 1]], format }));
      const Encoding = format === 0 ? 'MacRomanEncoding' : 'WinAnsiEncoding';
      const FontDescriptor = { Type: 'FontDescriptor', Flags: 32, FontFile2: font };
      good.set(good.part('Simple'), { Encoding, FontDescriptor });
      if (code !== 'AB') good.write((content) => content.replace('(AB)', `(${code})`));
    };
    expect(await rulesOf((good) => use(good, 'AB'))).toEqual([]);
    expect(await rulesOf((good) => use(good, 'AC'))).toEqual(['ua-31-018']);
  });
});
