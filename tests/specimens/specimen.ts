/**
 * Made-up projects for the repository's own templates: one with the most that each slot takes, at its longest, one with
 * the least. Names and letters are the awkward ones of real life.
 */

import { diskFiles } from '../../src/world/disk-files.ts';
import { layered } from '../../src/world/layered-files.ts';
import { PACKAGE } from '../../src/world/package.ts';
import { sha256 } from '../../src/model/hash.ts';
import type { Variant } from '../../src/model/variant.ts';
import type { Files } from '../../src/world/world.ts';
import { memoryFiles, NO_IMPRINT } from '../project.ts';

export type Size = 'longest' | 'shortest';

const [PACK, LIBRARY] = ['sources/packs/specimen.yaml', 'sources/library/specimen.md'] as const;
const EDITIONS = ['mp', 'minister', 'councillor', 'press', 'conference'] as const;

/** The project of one size: sources of its own, the repository's templates. Editions are of these variants. */
export const specimenFiles = (size: Size, variants: readonly Variant[] = ['standard']): Files =>
  layered(memoryFiles(contents(size, variants)), diskFiles(PACKAGE));

/** The same with an annex to each document, and an archived original, with the longest of sums and words to rest on. */
export const annexFiles = (size: Size): Files => {
  const { [PACK]: pack = '', [LIBRARY]: library = '', ...rest } = contents(size, ['standard']);
  const quoted = [...library.matchAll(/::::quote\{.*\n([^]*?)\n::::/gu)].map(([, text = '']) => text);
  const original = `${quoted.join('\n\n')}\n\n${words(90, 4)}\n`;
  const named = `original: { file: originals/specimen.txt, sha256: ${sha256(original)} }`;
  const all = {
    ...rest,
    [PACK]: pack.replace('\neditions:', '\nannex: true\neditions:'),
    [LIBRARY]: library
      .replace('\ntype:', `\n${named}\ntype:`)
      .replace(/(?<=#fact-0 period="April.*)unit=families/u, 'unit="£ in a year in all three of the towns"')
      .replace(
        '::::statistic{#fact-0 ',
        size === 'longest'
          ? `::::statistic{#fact-0 rests-on="${words(60, 4)}" measure="spending on care in three towns" value=1033500000 derived="(1000000000 + 33000000 + 500000) * 100% - (225400 - 74380) / 151020 + 1" review=2030-03-01 `
          : '::::statistic{#fact-0 ',
      ),
    'sources/originals/specimen.txt': original,
  };
  return layered(memoryFiles(all), diskFiles(PACKAGE));
};

const contents = (size: Size, variants: readonly Variant[]): Record<string, string> => ({
  'sources/organisation.yaml':
    size === 'longest'
      ? `name: Pontefract, Castleford and Knottingley Care and Support Workers’ Association
short: PCKCSWA
about: >-
  The association is run by its members, who work in children's homes, day centres and people's own homes in five
  towns. It takes no money from parties, companies or councils.
address: Canolfan Tŷ Ŵyn, 12 Heol y Frenhines, Llanfair-ym-Muallt LD2 3AB
contact: { name: Siân Ŵyn-Pŷs, email: briefings.and.questions@association.example.org, phone: 01977 000 000, out-of-hours: 07700 900 000, web: "https://association.example.org" }
imprint: Printed and published by the Association, 12 Heol y Frenhines, Llanfair-ym-Muallt LD2 3AB
notice: A specimen with made-up words and figures; no association of this name has issued it
site: https://association.example.org/briefings
`
      : 'name: Care Circle\nnotice: A specimen\n',
  'sources/vocabulary.yaml':
    'topics:\n  care: Care\nabbreviations:\n  DHSC: Department of Health and Social Care\n',
  'sources/audiences.yaml': `mp: { name: Members of Parliament, template: one-page-brief }
minister: { name: ministers, template: ministerial-brief }
councillor: { name: councillors, template: councillor-pack }
press: { name: the press, template: news-release, numbers: words-to-nine }
conference: { name: conference, template: handout, numbers: words-to-nine }
`,
  [LIBRARY]: `---
title: ${size === 'longest' ? 'A report on care in five towns between the rivers, with tables, notes and appendices' : 'A report'}
author: ${size === 'longest' ? '[Siân Ŵyn-Pŷs, Bartholomew Featherstonehaugh]' : 'Sam Okoro'}
publisher: Care Circle
issued: 2026-03
type: report
licence: ${size === 'longest' ? 'OGL-UK-3.0\nattribution: Contains the figures of Care Circle for five towns between the rivers, 2026, and of their councils' : 'OPL-UK-3.0'}
topics: care
---

${size === 'longest' ? longest() : shortest()}`,
  [PACK]: `title: ${size === 'longest' ? 'Care in Pontefract, Castleford and Knottingley' : 'Care'}
short: ${size === 'longest' ? 'pontefract-castleford-knottingley' : 'care'}
date: 2026-09-28
topics: [care]
${NO_IMPRINT}${size === 'longest' ? `summary: ${words(40, 3)}\nevent: Second Reading of the Care and Support (Amendment) Bill, 28 September 2026\n` : ''}editions:
${EDITIONS.map((edition) => `  ${edition}:\n    variants: [${variants.join(', ')}]\n    headline: ${HEADLINES[size][edition]}`).join('\n')}
`,
});

const HEADLINES = {
  longest: {
    mp: 'Give every family in Pontefract, Castleford and Knottingley help before crisis comes',
    minister:
      'Give every family in Pontefract, Castleford and Knottingley the help they need before crisis comes',
    councillor:
      'Give every family in Pontefract, Castleford and Knottingley the help they need before crisis comes',
    press: 'Families in Pontefract, Castleford, Knottingley left without help',
    conference: 'Give every family in Pontefract, Castleford and Knottingley help early',
  },
  shortest: {
    mp: 'Help families before crisis',
    minister: 'Help families before crisis',
    councillor: 'Help families before crisis',
    press: 'Families left without help',
    conference: 'Help families before crisis',
  },
} as const;

const SENTENCES = [
  'Families wait longer for a visit than they did ten years ago, and more of them give up before anybody comes.',
  'The council pays for fewer hours of care, though the number of people who ask for it has grown in every year.',
  'Workers leave after two years on average, and those who stay look after more people than the guidance says.',
  'Homes that are run for profit cost more each week and lie farther from the schools that the children know.',
  'Nobody reports how many of them move again within a year, so that no committee can ask why it happens.',
];

/** A text of so many words, from one sentence on. */
const words = (count: number, from = 0): string => {
  const all = [...SENTENCES.slice(from % 5), ...SENTENCES, ...SENTENCES]
    .join(' ')
    .split(' ')
    .slice(0, count)
    .join(' ');
  return `${all.replace(/[.,]$/u, '')}.`;
};

const passage = (kind: string, id: string, attributes: string, text: string): string =>
  `::::${kind}{#${id} ${attributes}}\n${text}\n::::\n\n`;

const times = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join('');

const FACT = 'period="April 2025 to March 2026" area="Pontefract, Castleford and Knottingley" unit=families';

const longest = (): string =>
  [
    times(6, (i) =>
      passage(
        'statistic',
        `fact-${i}`,
        `${FACT} figure="£1${i}33.5 million" locator="table ${i + 1}, page 1${i}" priority=${i < 3 ? 1 : 3}`,
        `In one year **£1${i}33.5 million** was spent. ${words(31, i)}`,
      ),
    ),
    times(3, (i) =>
      passage(
        'ask',
        `ask-${i}`,
        'to="Department of Health and Social Care" by=2027-03-31 priority=2',
        words(25, i),
      ),
    ),
    times(2, (i) => passage('why-now', `why-${i}`, `locator="page ${i + 1}"`, words(48, i))),
    times(6, (i) =>
      passage('context', `context-${i}`, `locator="part ${i + 1}" priority=${i < 3 ? 2 : 4}`, words(60, i)),
    ),
    times(
      3,
      (i) =>
        passage('claim', `claim-${i}`, `locator="part ${i + 1}"`, words(15, i)) +
        passage(
          'rebuttal',
          `rebuttal-${i}`,
          `against=claim-${i} locator="part ${i + 2}" priority=${i + 2}`,
          words(44, i),
        ),
    ),
    times(2, (i) =>
      passage(
        'question',
        `oral-${i}`,
        'for=oral',
        `What assessment has the Secretary of State made of care in Ynys Môn, where ${words(25, i).toLowerCase().replace(/\.$/u, '?')}`,
      ),
    ),
    times(3, (i) =>
      passage(
        'question',
        `written-${i}`,
        'for=written',
        `To ask the Secretary of State for Health and Social Care, how many families, ${words(25, i).toLowerCase()}`,
      ),
    ),
    times(10, (i) =>
      passage(
        'question',
        `scrutiny-${i}`,
        'for=scrutiny to="Corporate Director of Adult Social Care, Housing and Health"',
        // One who answers has a long name, whatever the length of the question.
        i % 3 === 1
          ? `Who waits, in part ${i}?`
          : `How many families have waited more than 2${i} weeks for a first visit since April 2025, and in which wards?\n\n- **Why it matters:** ${words(20, i)}\n- **Ask to see:** ${words(18, i + 1)}`,
      ),
    ),
    times(6, (i) =>
      passage(
        'duty',
        `duty-${i}`,
        `statute="Health and Care (Specimen and Consequential Provisions) Act 20${10 + i}, section ${i + 1}7" locator="page ${i}"`,
        words(45, i),
      ),
    ),
    times(2, (i) => passage('local', `local-${i}`, `locator="page ${i}"`, words(30, i))),
    passage(
      'case-study',
      'case',
      'consent="in writing, kept by the office" consent-expires=2030-01-01 anonymity="names and places changed" locator="page 4"',
      `${words(60, 1)}\n\n${words(50, 2)}`,
    ),
    times(2, (i) =>
      passage(
        'quote',
        `quote-${i}`,
        `speaker="Siân Ŵyn-Pŷs" role="chair of the Pontefract, Castleford and Knottingley Care and Support Workers’ Association" said=2026-03-0${i + 1} locator="page ${i}"`,
        words(38, i),
      ),
    ),
    ...(['notes', 'believes', 'resolves'] as const).map((part) =>
      times(3, (i) => passage('motion', `${part}-${i}`, `part=${part}`, words(26, i))),
    ),
    times(16, (i) =>
      passage(
        'definition',
        `term-${i}`,
        `term="${['CTO', 'deprivation of liberty safeguards', 'Llywodraeth Cymru', 'sufficiency'][i % 4]} ${i}" locator="page ${i}"`,
        words(i % 3 ? 18 : 34, i),
      ),
    ),
    times(3, (i) =>
      passage('pledge', `pledge-${i}`, `number=${i + 1} priority=1 locator="page ${i}"`, words(24, i)),
    ),
    times(6, (i) =>
      passage(
        'further-reading',
        `further-${i}`,
        '',
        `${words(16, i)} [association.example.org](https://association.example.org/${i})`,
      ),
    ),
  ].join('');

const shortest = (): string =>
  [
    times(3, (i) =>
      passage(
        'statistic',
        `fact-${i}`,
        `period=2025 area=Leeds unit=families locator="page ${i}"`,
        `${i + 1}1 families wait.`,
      ),
    ),
    passage('ask', 'ask', 'to=Leeds', 'Visit them.'),
    passage('claim', 'claim', 'locator="page 1"', 'They can wait.') +
      passage('rebuttal', 'rebuttal', 'against=claim locator="page 2"', 'They can’t.'),
    times(3, (i) =>
      passage('question', `scrutiny-${i}`, 'for=scrutiny', `Who waits, and why, in part ${i + 1}?`),
    ),
    passage(
      'duty',
      'duty',
      'statute="Care Act 2014, section 1" locator="page 3"',
      'The council looks after wellbeing.',
    ),
    passage('quote', 'quote', 'speaker="Sam Okoro" role=chair said=2026-03 locator="page 1"', 'They wait.'),
    ...(['notes', 'believes', 'resolves'] as const).map((part) =>
      passage('motion', part, `part=${part}`, 'Families wait.'),
    ),
  ].join('');

/** Everything that a text may hold, each with a word of its own. */
const ELEMENTS = `A paragraph with **bold**, *italics*, ***both***, ~~struck~~ words, a [link](https://example.org/a) and\\
a second line: https://example.org/an-address-that-is-long-enough-to-be-broken-somewhere-in-a-column.

## A heading

### One below, with *italics* and **bold**

- a bullet
- a second
  - within it

    with a paragraph

1. a number
2. a second
   1. within it

> A quotation of *others* and **ours**.
>
> - with a list

***

| Place | Left | Middle | Right |
| --- | :--- | :---: | ---: |
| Leeds | **1** | *2* | |
| | ***4*** | ~~5~~ | https://example.org/an-address-that-is-long-enough-to-be-broken-somewhere-in-a-cell |
| Anunbreakablewordthatismuchlongerthananycolumnofatablecaneverbe | 7 | 8 | 9 |

![A line that rises](../../images/rising.svg)`;

const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="400" height="200"><path d="M0 20 40 0" stroke="#000"/></svg>';

/** The shortest project, a passage of each document with all elements in it, on as many pages as that takes. */
export const elementFiles = (): Files => {
  const files = specimenFiles('shortest', ['standard', 'large-print']);
  return {
    ...files,
    read: async (path) => {
      if (path === 'images/rising.svg') return new TextEncoder().encode(DRAWING);
      const bytes = await files.read(path);
      if (!bytes) return bytes;
      const text = new TextDecoder().decode(bytes);
      if (path === LIBRARY)
        return new TextEncoder().encode(
          text.replace(
            /(?<=^::::statistic\{#fact-1 .*\n)[^]*?(?=\n::::$)/mu,
            (own) => `${own}\n\n${ELEMENTS}`,
          ),
        );
      return path.endsWith('/template.yaml')
        ? new TextEncoder().encode(
            text.replace(/^pages: .*$/mu, 'pages: { max: 40 }').replaceAll(/, words: \d+/gu, ''),
          )
        : bytes;
    },
  };
};
