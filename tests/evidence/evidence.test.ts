import { describe, expect, test } from 'vitest';
import { evidenceIn } from '../../src/evidence/evidence.ts';
import { ENGLISH } from '../../src/model/languages/en.ts';
import { LANGUAGES } from '../../src/model/languages/languages.ts';
import { saidByChecks, sayCheck } from '../../src/model/languages/say-check.ts';
import { sha256 } from '../../src/model/hash.ts';
import { archived, passages } from '../../src/rules/examples.ts';
import { loaded } from '../loaded.ts';

type Files = Readonly<Record<string, string>>;

/** What stands behind the passage `homes`, to the press as at 16 January 2025; by default it may see all values. */
const evidenceOf = async (files: Files, hidden: readonly string[] = []) => {
  const project = await loaded(files);
  const passage = project.passages.get('homes');
  if (!passage) throw new Error('the project has no passage `homes`');
  const maySee = ({ id }: { readonly id: string }) => !hidden.includes(id);
  return evidenceIn(project)(passage, { audience: 'press', date: '2025-01-16', maySee });
};

const ON_THE_DAY = 'On 16 January 2025 it was neither superseded nor withdrawn.';

/** The checks besides that of its standing. */
const saidOf = async (files: Files, hidden?: readonly string[]) => {
  const { passed } = await evidenceOf(files, hidden);
  return passed.map((one) => sayCheck(one, ENGLISH)).filter((said) => said !== ON_THE_DAY);
};

const ORIGINAL = 'We said it before. The council will close no homes, if there is money. So it is.\n';
const QUOTED = 'The quotation stands word for word in the archived original.';
const WHOLE = 'No cut within a sentence was found that a mark does not show.';
const PINNED = 'The archived original has not changed since its SHA-256 was recorded.';
const RESTS = 'The words on which it rests stand word for word in the archived original.';
const ONE_NUMBER = 'The number in the text is the recorded value.';
const NUMBERS = 'The number in the text is the recorded value, and no other wording gives another.';
const FIGURE = 'The figure set beside the text is the one in the text.';
const MEASURE = 'No other current passage gives another value for this measure, period and area.';

const quote = (text: string, excuse = '') =>
  `${excuse}::::quote{#homes speaker="Sam Okoro" role=chair said=2024 locator="page 1"}\n${text}\n::::`;
const excused = (rule: string) => `<!-- despatch-ignore ${rule}: because the speaker says so -->\n`;

const statistic = (id: string, more: string, text: string) =>
  `::::statistic{#${id} area=England unit="% of homes" locator="page 1" ${more}}\n${text}\n::::\n\n`;
const homes = (more: string, text = 'Of all homes 33% are full.') =>
  statistic('homes', `period=2023 ${more}`, text);
const other = (more: string, value = '36') => statistic('other', more, `Of all homes ${value}% are full.`);

describe('the checks that a passage has passed', () => {
  const WORDED = 'Of all homes 33% are full.\n\n:::wording{for=press}\nA third of homes are full.\n:::';
  const OF_ONE = 'measure=full value=33';
  test.each<[string, Files, readonly string[]]>([
    [
      'a quotation',
      archived(ORIGINAL, quote('The council will close no homes, if there is money.')),
      [QUOTED, WHOLE, PINNED],
    ],
    ['one that is cut', archived(ORIGINAL, quote('The council will close no homes.')), [QUOTED, PINNED]],
    [
      'one that has drifted',
      archived(ORIGINAL, quote('The council will close homes.', excused('drifted-quotation'))),
      [WHOLE, PINNED],
    ],
    ['one of an original that is not pinned', archived(ORIGINAL, quote('So it is.'), null), [QUOTED, WHOLE]],
    [
      'one of an original that has changed',
      archived(ORIGINAL, quote('So it is.'), sha256('')),
      [QUOTED, WHOLE],
    ],
    ['one without an original', passages(quote('So it is.')), []],
    [
      'what rests on words',
      archived(ORIGINAL, '::::context{#homes rests-on="close no homes"}\nNo home is to close.\n::::'),
      [RESTS, PINNED],
    ],
    [
      'what rests on other words',
      archived(ORIGINAL, '::::context{#homes rests-on="close all homes"}\nNo home is to close.\n::::'),
      [PINNED],
    ],
    [
      'a text of a source with an original',
      archived(ORIGINAL, '::::context{#homes}\nNo home is to close.\n::::'),
      [PINNED],
    ],
    ['a number', passages(homes('value=33')), [ONE_NUMBER]],
    ['a number in two wordings', passages(homes('value=33', WORDED)), [NUMBERS]],
    ['another number in a wording', passages(homes('value=33', WORDED.replace('third', 'quarter'))), []],
    [
      'a number that its readers’ wording does not give',
      passages(homes('value=33', WORDED.replace('A third of homes', 'Homes'))),
      [],
    ],
    ['a figure in words', passages(homes('figure="A third"')), []],
    ['a statistic without a value', passages(homes('')), []],
    ['a figure', passages(homes('figure="33%"')), [FIGURE]],
    ['another figure', passages(homes('figure="34%"')), []],
    ['a figure in another unit', passages(homes('figure="33"')), []],
    ['a measure', passages(homes(OF_ONE)), [ONE_NUMBER, MEASURE]],
    [
      'one of another time',
      passages(homes(OF_ONE) + other('period=2024 measure=full value=36')),
      [ONE_NUMBER, MEASURE],
    ],
    [
      'one that another contradicts',
      passages(homes(OF_ONE) + other('period=2023 measure=full value=36')),
      [ONE_NUMBER],
    ],
    [
      'one that others contradict, though the most exact agrees',
      passages(
        homes(OF_ONE) +
          other('period=2023 measure=full value=33.3', '33.3') +
          statistic('third', 'period=2023 measure=full value=36', 'Of all homes 36% are full.'),
      ),
      [ONE_NUMBER],
    ],
    [
      'one that another gives in another unit',
      passages(
        homes(OF_ONE) + other('period=2023 measure=full value=33', '33').replace('% of homes', '% of beds'),
      ),
      [ONE_NUMBER],
    ],
    [
      'one that a draft contradicts',
      passages(homes(OF_ONE) + other('period=2023 measure=full value=36 status=draft')),
      [ONE_NUMBER, MEASURE],
    ],
    [
      'a sum',
      passages(homes('value=33 derived="66% - 33%"')),
      [ONE_NUMBER, 'The sum was recomputed: 66% − 33% comes to 33 (% of homes).'],
    ],
    [
      'a sum of passages',
      passages(homes('value=33 derived="@other - 3%"') + other('period=2024 value=36')),
      [ONE_NUMBER, 'The sum was recomputed: 36 (% of homes) − 3% comes to 33 (% of homes).'],
    ],
    ['a sum that does not come out', passages(homes('value=33 derived="66% - 32%"')), [ONE_NUMBER]],
    [
      'a day of review',
      passages(homes('review=2025-01-17')),
      ['It is to be looked at again by 17 January 2025.'],
    ],
    ['a day of review that has come', passages(homes('review=2025-01-16')), []],
    ['a last day', passages(homes('expires=2025-01-16')), ['It holds until 16 January 2025.']],
  ])('%s', async (_, files, said) => {
    expect(await saidOf(files)).toEqual(said);
  });

  test('a sum of what readers may not see shows none of it', async () => {
    const files = passages(homes('value=33 derived="@other - 3%"') + other('period=2024 value=36'));
    expect(await saidOf(files, ['other'])).toEqual([ONE_NUMBER, 'The sum was recomputed.']);
  });

  test('what was recorded in thousands is shown in groups of three', async () => {
    const files = passages(
      homes('value=33 derived="@all / 225400"') +
        statistic('all', 'period=2023 value=74380.5', 'There are 74,380.5 homes.').replace(
          '% of homes',
          'homes',
        ),
    );
    expect(await saidOf(files)).toContain(
      'The sum was recomputed: 74,380.5 (homes) / 225400 comes to 33 (% of homes).',
    );
  });
});

describe('the standing of a passage', () => {
  test.each([
    ['nothing has taken its place', '', true],
    ['another has', 'supersedes=homes', false],
    ['another has, which not everybody may read', 'supersedes=homes only=mp', false],
    ['a draft would', 'supersedes=homes status=draft', true],
    ['one under embargo will', 'supersedes=homes embargo=2025-01-17', true],
  ])('%s', async (_, more, stands) => {
    const { passed } = await evidenceOf(passages(homes('') + other(`period=2024 ${more}`)));
    expect(passed.some(({ is }) => is === 'standing')).toBe(stands);
  });

  test('what a later source supersedes stood on the day', async () => {
    const later = passages(other('period=2024 supersedes=homes'), { issued: '2025-01-17' });
    const { passed } = await evidenceOf({
      ...passages(homes('')),
      'sources/library/later.md': later['sources/library/example.md'] ?? '',
    });
    expect(passed).toEqual([{ is: 'standing', on: '2025-01-16' }]);
  });
});

describe('archived originals', () => {
  test('are known by form and hash, and not by where they lie', async () => {
    const evidence = await evidenceOf(archived(ORIGINAL, quote('So it is.')));
    expect(evidence.originals).toEqual([
      { source: 'example', form: 'text', pages: null, sha256: sha256(ORIGINAL) },
    ]);
    expect(JSON.stringify(evidence)).not.toContain('originals/');
  });

  test('that are not there leave a quotation uncompared', async () => {
    expect(await evidenceOf(passages(quote('So it is.')))).toMatchObject({
      originals: [],
      isUncompared: true,
    });
    expect(await evidenceOf(passages(homes('')))).toMatchObject({ originals: [], isUncompared: false });
    expect(await evidenceOf(archived(ORIGINAL, quote('So it is.')))).toMatchObject({ isUncompared: false });
  });

  test.each([
    ['a quotation', quote('So it is.'), 'quotation', 2],
    [
      'words on one page',
      '::::context{#homes rests-on="close no homes | So it is"}\nNone.\n::::',
      'rests-on',
      2,
    ],
    [
      'words on two',
      '::::context{#homes rests-on="said it before | So it is"}\nNone.\n::::',
      'rests-on',
      null,
    ],
  ] as const)('with pages tell where %s stands', async (_, text, is, page) => {
    const project = await loaded(archived(ORIGINAL, text));
    const originals = new Map(
      Array.from(project.originals, ([file, original]) => {
        const pages = [0, original.words.indexOf('The council')];
        return [file, { ...original, pages }] as const;
      }),
    );
    const passage = project.passages.get('homes');
    const hearing = { audience: 'press', date: '2025-01-16', maySee: () => true };
    const evidence = passage && evidenceIn({ ...project, originals })(passage, hearing);
    expect(evidence?.passed).toContainEqual({ is, page });
    expect(evidence?.originals).toMatchObject([{ pages: 2 }]);
  });

  test('words on which a passage rests are given as they stand there', async () => {
    const text = '::::context{#homes rests-on="close no homes | So it is"}\nNo home is to close.\n::::';
    expect((await evidenceOf(archived(ORIGINAL, text))).restsOn).toEqual(['close no homes', 'So it is']);
  });
});

test.each(Object.values(LANGUAGES))('every check is said in $name, each in its own words', (language) => {
  const said = saidByChecks(language);
  expect(new Set(said).size).toBe(said.length);
  expect(said.every((one) => /^\p{Lu}.*\.$/u.test(one))).toBe(true);
});
