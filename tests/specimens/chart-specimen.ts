/** Charts and tables of figures at their most awkward, in every template. */

import type { Files } from '../../src/world/world.ts';
import { specimenFiles } from './specimen.ts';

const LONGEST = 'Bournemouth, Christchurch and Poole with Kingston upon Hull, City of';

interface Place {
  readonly key: string;
  readonly name: string;
  /** By year: a rate, a change and an amount of money; `c` where it is suppressed. */
  readonly years: readonly (readonly [rate: string, change: string, money: string])[];
}

const place = (key: string, name: string, ...years: Place['years']): Place => ({ key, name, years });

const NAMES =
  'Barnsley;Bath and North East Somerset;Bournemouth;Calderdale;Doncaster;Ely;Kingston upon Hull, City of;Leeds;Rotherham;Sheffield;Ynys Môn;York';

const PLACES: readonly Place[] = [
  place('L', LONGEST, ['12.4', '-3.2', '1234.5'], ['11.9', '-0.4', '1311.1'], ['13.6', '-12.8', '1402.7']),
  place('S', 'Ely', ['3', '4.1', '2.5'], ['c', '0', '2.5'], ['4', '5', '2.5']),
  place('C1', 'Rutland', ['c', 'c', 'c'], ['c', 'c', 'c'], ['c', 'c', 'c']),
  place('C2', 'Isles of Scilly', ['c', 'c', 'c'], ['c', 'c', 'c'], ['c', 'c', 'c']),
  place('Z', 'Nowhere', ['0', '0', '0'], ['0', '0', '0'], ['0', '0', '0']),
  ...NAMES.split(';').map((name, index) =>
    place(
      `P${index + 1}`,
      name,
      [`${20 - index}.5`, `${index - 6}.5`, `${900 + index * 77}`],
      [`${18 - index}.1`, `${index - 5}.5`, `${950 + index * 77}`],
      [`${17 - index}.9`, `${index - 4}.5`, `${990 + index * 77}`],
    ),
  ),
  ...['One', 'Another', 'A third'].map((name, index) =>
    place(`E${index}`, `${name} of the same`, ['9', '1', '5'], ['9', '1', '5'], ['9', '1', '5']),
  ),
];

const CSV = `key,name,year,rate,change,money\n${PLACES.flatMap(({ key, name, years }) =>
  years.map((cells, index) => [key, JSON.stringify(name), 2022 + index, ...cells].join(',')),
).join('\n')}\n`;

const YAML = `title: Figures by place
source: specimen
key: key
name: name
period: { column: year }
missing: { c: suppressed to protect people }
columns:
  rate: { column: rate, label: Families who wait, unit: "%" }
  change: { column: change, label: Change in visits, unit: "% change" }
  money: { column: money, label: Spent in a year, unit: "£m" }
`;

const ALL = Array.from({ length: 12 }, (_, index) => `P${index + 1}`).join(' ');

/** Each with what is awkward in it. */
export const EXHIBITS: readonly (readonly [what: string, written: string])[] = [
  ['the longest and the shortest name', '::chart{of=rate data=places rows="L S P1"}'],
  ['nothing but what is suppressed', '::chart{of=rate data=places rows="C1 C2"}'],
  ['one bar', '::chart{of=rate data=places rows=S}'],
  ['twelve bars', `::chart{of=rate data=places rows="${ALL}"}`],
  ['bars of nothing', '::chart{of=rate data=places rows="Z"}'],
  ['bars below zero', '::chart{of=change data=places rows="L S P1 P12"}'],
  ['bars below zero alone', '::chart{of=change data=places rows="L P1"}'],
  ['lines that meet', '::chart{type=line of=rate data=places rows="E0 E1 E2"}'],
  ['a line with a gap', '::chart{type=line of=rate data=places rows="L S C1 P1"}'],
  ['lines below zero', '::chart{type=line of=change data=places rows="L S P2 P12"}'],
  ['twelve lines', `::chart{type=line of=money data=places rows="${ALL}"}`],
  ['slopes that meet', '::chart{type=slope of=rate data=places rows="E0 E1 E2"}'],
  ['slopes', '::chart{type=slope of=money data=places rows="L P1 P5 C1"}'],
  ['dots over time', '::chart{type=dot of=rate periods=3 data=places rows="L S C1 P3 P9"}'],
  ['a table of three years', '::table{of=rate data=places rows="L S C1 P3"}'],
  ['a table of places side by side', '::table{of="rate change money" data=places rows="P7 S P2"}'],
];

const LIBRARY = 'sources/library/specimen.md';

/** Files with others over them; `change` rewrites what is read. */
const over = (
  files: Files,
  own: Readonly<Record<string, string>>,
  change: (path: string, text: string) => string,
): Files => ({
  ...files,
  list: async (globs) => {
    const listed = await files.list(globs);
    return globs.some((glob) => glob.startsWith('sources/data')) ? [...listed, ...Object.keys(own)] : listed;
  },
  read: async (path) => {
    const bytes = own[path] === undefined ? await files.read(path) : Buffer.from(own[path]);
    return bytes && Buffer.from(change(path, Buffer.from(bytes).toString()));
  },
});

/** The shortest project, a passage of each document with all exhibits in it, on as many pages as that takes. */
export const chartFiles = (): Files => {
  const texts = EXHIBITS.map(
    ([what, written]) => `${what.replace(/^./u, (letter) => letter.toUpperCase())}.\n\n${written}`,
  );
  const own = { 'sources/data/places.csv': CSV, 'sources/data/places.yaml': YAML };
  return over(specimenFiles('shortest', ['standard', 'large-print']), own, (path, text) => {
    if (path === LIBRARY)
      return text
        .replace('#fact-1 period=2025', '#fact-1 period=2024')
        .replace(/(?<=^::::statistic\{#fact-1 .*\n)[^]*?(?=\n::::$)/mu, (before) =>
          [before, ...texts].join('\n\n'),
        );
    return path.endsWith('/template.yaml')
      ? text.replace(/^pages: .*$/mu, 'pages: { max: 60 }').replaceAll(/, words: \d+/gu, '')
      : text;
  });
};

/** The recipients whose local boxes are made: by the longest name, by the shortest, and one without figures. */
export const RECIPIENTS = { longest: 'L', shortest: 'S', suppressed: 'C1' } as const;

const LOCAL = `
::::local{#local priority=1}
So many families wait.

::chart{of=rate with="region england"}
::::
`;

/** The shortest project for one recipient, with a local box in each document that has room for one. */
export const localFiles = (key: string): Files => {
  const own = {
    'sources/data/places.csv': CSV,
    'sources/data/places.yaml': `${YAML}rows: { key: ${key} }
compare:
  region: { row: { key: P4 } }
  england: { name: England, row: { key: P12 } }
`,
  };
  return over(specimenFiles('shortest'), own, (path, text) => {
    if (path === LIBRARY) return text + LOCAL;
    return path.startsWith('sources/packs/')
      ? text.replaceAll(/^ {4}headline:/gmu, '    recipients: places\n    headline:')
      : text;
  });
};
