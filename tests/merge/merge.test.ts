import * as fc from 'fast-check';
import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { describe, expect, test } from 'vitest';
import { readTable } from '../../src/load/data/table.ts';
import { Lines } from '../../src/load/lines.ts';
import { readMarkdown } from '../../src/load/markdown.ts';
import { Names } from '../../src/load/reading.ts';
import { readYaml } from '../../src/load/yaml.ts';
import { mergeLine, mergePassage, mergeText, type Merging } from '../../src/merge/merge.ts';
import { showNumber } from '../../src/merge/number.ts';
import { fieldsOf } from '../../src/model/field.ts';
import { languageOf } from '../../src/model/languages/languages.ts';
import { upTo } from '../../src/model/memo.ts';
import { recipientOf, recipientsOf, type Tables } from '../../src/model/recipient.ts';
import { visit } from '../../src/model/visit.ts';
import { loaded, source, statistic } from '../loaded.ts';
import { runs } from '../runs.ts';
import { COUNCILS_CSV, COUNCILS_YAML, SEATS_CSV, SEATS_YAML, withTables } from '../tables.ts';

const noFault = (message: unknown): never => {
  throw new Error(JSON.stringify(message));
};

/** Tables read from these files. */
const tablesOf = (files: Readonly<Record<string, readonly [csv: string, yaml: string]>>): Tables =>
  new Map(
    Object.entries(files).map(([id, [csv, described]]) => {
      const yaml = readYaml(new Lines(`${id}.yaml`, described), noFault);
      const lines = new Lines(`${id}.csv`, csv);
      const table =
        yaml && readTable(id, yaml, lines, { names: new Names(), setAside: () => {}, say: noFault });
      if (!table) throw new Error(`${id} can't be read`);
      return [id, table];
    }),
  );

const markdown = upTo(100, (text): Root => {
  const root = readMarkdown(text, (offset) => ({ line: 1, column: offset + 1, offset }));
  if (!root) throw new Error('no Markdown');
  return root;
});

const known = tablesOf({ councils: [COUNCILS_CSV, COUNCILS_YAML], seats: [SEATS_CSV, SEATS_YAML] });

const merging = (tables: Tables, table: string, key: string, language = 'en-GB'): Merging => {
  const recipient = recipientOf(tables, table, key);
  if (!recipient) throw new Error(`no recipient ${key}`);
  return { recipient, language: languageOf(language) };
};

/** A text as a recipient reads it; what is missing where it can't be merged. */
const read = (text: string, key: string, table = 'councils', language = 'en-GB'): unknown => {
  const merged = mergeText(markdown(text), merging(known, table, key, language));
  return 'value' in merged ? toString(merged.value) : merged.missing;
};

test.each<[written: string, unit: string, decimals: number, shown: string]>([
  ['1234567', 'people', 0, '1,234,567'],
  ['1234.5', 'people', 0, '1,235'],
  ['14', '%', 1, '14.0%'],
  ['1.005', '%', 2, '1.01%'],
  ['0.45', '%', 1, '0.5%'],
  ['-0.45', '% change', 1, '-0.5%'],
  ['-0.04', '% change', 1, '0.0%'],
  ['-1234', '£', 0, '-£1,234'],
  ['1.25', '£m', 1, '£1.3m'],
  ['2', '£bn', 1, '£2.0bn'],
  ['999999999999999.5', 'homes', 1, '999,999,999,999,999.5'],
  ['123456789012345.1234567891', 'homes', 10, '123,456,789,012,345.1234567891'],
  ['12.34', 'per 10,000', 1, '12.3'],
])('the number %s in %s with %i decimals is %s', (written, unit, decimals, shown) => {
  expect(showNumber(written, { unit, decimals })).toBe(shown);
});

describe('a text', () => {
  test.each<[field: string, E1: string]>([
    [':field[name]', 'Hull, City of'],
    [':field[nation]', 'England'],
    [':field[vacancy_rate]', '3.5%'],
    [':field[vacancy_rate]{period=2023}', '4.2%'],
    [':field[headcount]{of=england}', '34,328'],
    [':field[name]{of=region}', 'North'],
    [':field[name]{of=neighbours}', "King's Lynn and Ynys Môn"],
    [':field[vacancy_rate]{of=neighbours}', "King's Lynn 17.3% and Ynys Môn (not available)"],
    [':field[vacancy_rate]{compare=england}', 'lower than'],
    [':field[vacancy_rate]{compare=region period=2023}', 'lower than'],
    [':field[vacancy_rate]{change=2023}', 'down from 4.2% in 2023'],
    [':field[headcount]{change=2023}', 'up from 300 in 2023'],
    [':field[vacancy_rate]{of=england change=2023}', 'down from 18.9% in 2023'],
  ])('has the recipient’s own in place of %s', (field, words) => {
    expect(read(field, 'E1')).toBe(words);
  });

  test('has what stands in the row that this one is joined to', () => {
    expect(read(':field[council.name]: :field[council.vacancy_rate]{compare=england}', 'E8', 'seats')).toBe(
      'Hull, City of: lower than',
    );
  });

  test.each<[field: string, missing: object]>([
    [':field[vacancy_rate]', { row: 'Ynys Môn', why: 'not available' }],
    [':field[vacancy_rate]{period=2023}', { row: 'Ynys Môn', why: 'suppressed to protect people' }],
    [':field[vacancy_rate]{compare=england}', { row: 'Ynys Môn', why: 'not available' }],
    [':field[headcount]{change=2023}', { row: 'Ynys Môn', why: 'no value is given' }],
    [':field[vacancy_rate]{of=neighbours}', { why: 'it has no neighbours' }],
    [':field[salutation]', { why: 'it has no salutation' }],
  ])('says what is missing for %s', (field, missing) => {
    expect(read(`It ${field} is.`, 'E3')).toEqual([expect.objectContaining(missing)]);
  });

  test('says of neighbours what it can, as long as one of them has a value', () => {
    const csv = COUNCILS_CSV.replace("King's Lynn,17.3", "King's Lynn,x");
    const tables = tablesOf({ councils: [csv, COUNCILS_YAML] });
    const of = (key: string) =>
      mergeText(markdown(':field[vacancy_rate]{of=neighbours}'), merging(tables, 'councils', key));
    expect(of('E1')).toMatchObject({ missing: [{ row: "King's Lynn", why: 'not available' }] });
    expect(of('E2')).toHaveProperty('value');
  });

  test('speaks its language', () => {
    expect(read(':field[vacancy_rate]{compare=england}', 'E1', 'councils', 'cy')).toBe('is na');
    expect(read(':field[vacancy_rate]{change=2023}', 'E1', 'councils', 'cy')).toBe('i lawr o 4.2% yn 2023');
  });

  test('keeps its marks, is left whole itself, and has no fields', () => {
    const before = markdown(
      'In **:field[name]** there are :field[headcount] workers, *:field[vacancy_rate]*.',
    );
    const copy = JSON.stringify(before);
    const merged = mergeText(before, merging(known, 'councils', 'E2'));
    if (!('value' in merged)) throw new Error('missing');
    expect(JSON.stringify(before)).toBe(copy);
    expect(fieldsOf(merged.value)).toEqual([]);
    const texts: string[] = [];
    visit(merged.value, 'text', ({ value }) => void texts.push(value));
    expect(texts).toEqual(['In ', "King's Lynn", ' there are 1,235 workers, ', '17.3%', '.']);
    expect(merged.cited).toEqual([{ source: 'okoro-2025', locator: 'table 2' }]);
  });

  test('is given back where it asks for nothing', () => {
    const plain = markdown('Nothing.');
    expect(mergeText(plain, merging(known, 'councils', 'E1'))).toEqual({ value: plain, cited: [] });
  });

  test('that is no Markdown is merged as well', () => {
    const line = (text: string) => mergeLine(text, merging(known, 'councils', 'E1'));
    expect(line('In :field[name]: :field[vacancy_rate]!')).toMatchObject({
      value: 'In Hull, City of: 3.5%!',
    });
    expect(line('Nothing')).toMatchObject({ value: 'Nothing' });
    expect(line(':field[role]')).toMatchObject({ missing: [{ field: 'role' }] });
  });
});

describe('two figures', () => {
  const compared = (own: string, other: string, about = '', decimals = 1): unknown => {
    const csv = `key,name,rate\nA,One,${own}\nB,Other,${other}\n`;
    const yaml = `title: T\nsource: s\nkey: key\nname: name\nperiod: 2024\ncolumns:\n  rate: { column: rate, label: Rate, unit: "% change", decimals: ${decimals}${about && `, about: ${about}`} }\ncompare: { other: { row: { key: B } } }\n`;
    const tables = tablesOf({ t: [csv, yaml] });
    const merged = mergeText(markdown(':field[rate]{compare=other}'), merging(tables, 't', 'A'));
    return 'value' in merged && toString(merged.value);
  };
  test.each([
    ['12.4', '12.3', 'higher than'],
    ['12.3', '12.4', 'lower than'],
    ['-1', '1', 'lower than'],
    // Shown as the same figure.
    ['12.34', '12.26', 'about the same as'],
    // No further apart than half of the last decimal.
    ['12.36', '12.34', 'about the same as'],
    ['12.4', '12.4', 'about the same as'],
  ])('%s is to %s: %s', (own, other, words) => {
    expect(compared(own, other)).toBe(words);
  });
  test('are about the same as far apart as their column says', () => {
    expect(compared('1.1', '1.0', '0.1')).toBe('about the same as');
    expect(compared('1.11', '1.0', '0.1')).toBe('higher than');
    expect(compared('149', '150.5', '1', 0)).toBe('lower than');
  });
});

test.each([
  ['17.34', '17.26', 'unchanged since 2023'],
  ['17.36', '17.34', 'up from 17.3% in 2023'],
  ['0', '0.1', 'down from 0.1% in 2023'],
])('a change to %s from %s is %s', (now, then, words) => {
  const yaml =
    'title: T\nsource: s\nkey: key\nname: name\ncolumns: { rate: { columns: { 2024: now, 2023: then }, label: Rate, unit: "%" } }\n';
  const tables = tablesOf({ t: [`key,name,now,then\nA,One,${now},${then}\n`, yaml] });
  const merged = mergeText(markdown(':field[rate]{change=2023}'), merging(tables, 't', 'A'));
  expect('value' in merged && toString(merged.value)).toBe(words);
});

describe('a passage', () => {
  const local = `There are :field[vacancy_rate].

:::wording{for=press}
In :field[name].
:::

:::wording{when=missing}
In :field[name] it is not known.
:::

:::wording{for=minister when=missing}
For :field[role].
:::`;
  const passageOf = async (attributes = '', text = local) => {
    const project = await loaded(
      withTables({
        'sources/audiences.yaml':
          'mp: { name: MPs, template: brief }\npress: { name: press, template: brief }\nminister: { name: m, template: brief }\n',
        'sources/library/local.md': source('2024-06', statistic('local', attributes, text)),
      }),
    );
    const passage = project.passages.get('local');
    if (!passage) throw new Error('no passage');
    return (key: string, audience = 'mp') => {
      const {
        passage: found,
        missing,
        cited,
      } = mergePassage(passage, audience, merging(project.tables, 'councils', key));
      return {
        text: found && toString(found.text),
        figure: found?.attributes['figure'],
        missing,
        cited,
        found,
        passage,
      };
    };
  };

  test('is in the words for its reader, with its recipient’s values', async () => {
    const of = await passageOf('figure=":field[vacancy_rate]"');
    expect(of('E1')).toMatchObject({ text: 'There are 3.5%.', figure: '3.5%', missing: [] });
    expect(of('E1').found?.wordings).toEqual([]);
    expect(of('E1').cited).toEqual([{ source: 'okoro-2025', locator: 'table 2' }]);
  });

  test('that lacks a value is in its words for that, without a figure', async () => {
    const of = await passageOf('figure=":field[vacancy_rate]"');
    expect(of('E3')).toMatchObject({ text: 'In Ynys Môn it is not known.', figure: undefined });
    expect(of('E3').missing).toMatchObject([{ why: 'not available' }, { why: 'not available' }]);
  });

  test('that lacks a value in those words too is left out', async () => {
    const of = await passageOf();
    expect(of('E3', 'minister')).toMatchObject({ text: null, missing: [{ field: 'vacancy_rate' }] });
    expect((await passageOf('', 'There are :field[vacancy_rate].'))('E3')).toMatchObject({ text: null });
  });

  test('without fields is given back as it is', async () => {
    const of = await passageOf('', 'There are some.');
    expect(of('E1').found).toBe(of('E1').passage);
  });
});

describe('in random tables with random gaps', () => {
  const YEARS = ['2022', '2023', '2024'];
  const COLUMNS = ['one', 'two', 'three'];
  /** Which cells have a value, by row, year and column; the first row is the nation. */
  const gaps = fc.array(
    fc.array(fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 }),
    { minLength: 2, maxLength: 12 },
  );
  /** Every cell has a number that no other has. */
  const numberOf = (row: number, year: number, column: number): number =>
    1000 + row * 100 + year * 10 + column;
  const tableOf = (given: readonly (readonly (readonly boolean[])[])[], order: readonly number[]): Tables => {
    const records = given.flatMap((years, row) =>
      years.map((cells, year) => {
        const shown = cells.map((isGiven, column) => (isGiven ? numberOf(row, year, column) : 'x'));
        return [YEARS[year], `K${row}`, `Name ${row}`, ...shown].join(',');
      }),
    );
    const shuffled = records
      .map((record, at) => ({ record, by: order[at % order.length] ?? 0 }))
      .toSorted((a, b) => a.by - b.by)
      .map(({ record }) => record);
    const columns = COLUMNS.map((id) => `  ${id}: { column: ${id}, label: ${id}, unit: people }\n`).join('');
    const rows = given.slice(1).map((_row, at) => `K${at + 1}`);
    const yaml = `title: T\nsource: s\nkey: key\nname: name\nperiod: { column: year }\nrows: { key: [${rows.join(', ')}] }\nmissing: { x: not there }\ncolumns:\n${columns}compare: { nation: { name: All, row: { key: K0 } } }\n`;
    return tablesOf({ t: [`year,key,name,${COLUMNS.join(',')}\n${shuffled.join('\n')}\n`, yaml] });
  };

  test('each figure that is shown is the one of its row, its column and its year', () => {
    fc.assert(
      fc.property(gaps, fc.array(fc.nat(), { minLength: 7, maxLength: 40 }), (given, order) => {
        const tables = tableOf(given, order);
        const table = tables.get('t');
        for (const { key } of table ? recipientsOf(table) : [])
          for (const [column, id] of COLUMNS.entries())
            for (const [year, period] of YEARS.entries())
              for (const whose of ['', ' of=nation']) {
                const merged = mergeText(
                  markdown(`:field[${id}]{period=${period}${whose}}`),
                  merging(tables, 't', key),
                );
                const row = whose ? 0 : Number(key.slice(1));
                const isGiven = given[row]?.[year]?.[column];
                expect('value' in merged ? toString(merged.value) : merged.missing[0]?.why).toBe(
                  isGiven ? numberOf(row, year, column).toLocaleString('en-GB') : 'not there',
                );
              }
      }),
      { numRuns: runs(30, 1000) },
    );
  });

  test('a text with a gap in it is not shown, whatever else it asks for', () => {
    fc.assert(
      fc.property(gaps, (given) => {
        const tables = tableOf(given, [0]);
        const table = tables.get('t');
        const text = ':field[name]: :field[one], :field[two]{period=2022}, :field[three]{of=nation}';
        for (const { key } of table ? recipientsOf(table) : []) {
          const row = Number(key.slice(1));
          const whole = given[row]?.[2]?.[0] && given[row][0]?.[1] && given[0]?.[2]?.[2];
          const merged = mergeText(markdown(text), merging(tables, 't', key));
          const shown = [numberOf(row, 2, 0), numberOf(row, 0, 1), numberOf(0, 2, 2)];
          expect('value' in merged && toString(merged.value)).toBe(
            whole
              ? `Name ${row}: ${shown.map((number) => number.toLocaleString('en-GB')).join(', ')}`
              : false,
          );
        }
      }),
      { numRuns: runs(30, 1000) },
    );
  });
});
