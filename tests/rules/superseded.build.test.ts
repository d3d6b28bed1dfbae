import { describe, expect, test } from 'vitest';
import { check } from '../../src/commands/check.ts';
import { source } from '../loaded.ts';
import { baseProject } from '../project.ts';
import { memoryWorld } from '../world.ts';
import { besidesStyle } from '../made-up.ts';

const fact = (id: string, text: string, attributes = ''): string =>
  `::::statistic{#${id} period=2024 area=England unit=children locator="page 1" ${attributes}}\n${text}\n::::\n\n`;

/** What is told where `new` supersedes `old`, beside an ask of these words. */
const told = async (old: string, newer: string, ask: string, { attributes = '', headline = 'Act' } = {}) => {
  const contents = baseProject();
  delete contents['sources/library/okoro-2025.md'];
  contents['sources/library/facts.md'] = source(
    '2024',
    `::::ask{#ask to=Leeds}\n${ask}\n::::\n\n${fact('old', old)}${fact('new', newer, `supersedes=old ${attributes}`)}`,
  );
  contents['sources/packs/bill.yaml'] = `title: The Bill
date: 2025-01-16
topics: [children]
editions:
  mp: { headline: "${headline}" }
`;
  const { messages } = await check(memoryWorld(contents), { documents: false, today: '2025-01-16' });
  // How their texts begin is another matter.
  const own = besidesStyle(messages);
  return own.map(({ severity, rule, place, text }) => [`${severity} ${rule} ${place?.line}`, text]);
};

describe('a number that was corrected is told where it still stands', () => {
  test.each([
    ['41%', '39%'],
    ['41 per cent', '39 per cent'],
    ['£1,400', '£1,500'],
    ['1.4 million', '1.5 million'],
    ['£33.5 million', '£34 million'],
    ['2,040', '2,050'],
    ['1 in 3 children', '1 in 4 children'],
    ['5 branches', '6 branches'],
    ['-31%', '-30%'],
  ])('%s', async (before, after) => {
    const said = await told(
      `It was ${before} then.`,
      `It is ${after} now.`,
      `This council notes ${before} and acts.`,
    );
    expect(said).toEqual([['warning superseded-number 9', expect.stringContaining('`ask` says ')]]);
    expect(await told(`It was ${before}.`, `It is ${after}.`, `This council notes ${after}.`)).toEqual([]);
  });

  test('in whichever way it is written there', async () => {
    expect(await told('It was 41%.', 'It is 39%.', 'Note that 41 per cent wait.')).toHaveLength(1);
    expect(await told('It was 1400 homes.', 'It is 1500 homes.', 'Note 1,400 homes.')).toHaveLength(1);
  });

  test('in a headline too', async () => {
    const said = await told('It was 41%.', 'It is 39%.', 'Act.', { headline: 'Bring 41% down' });
    expect(said).toEqual([['warning superseded-number 5', expect.stringMatching(/^The headline says 41%/u)]]);
  });
});

describe('nothing is told of', () => {
  test.each([
    [
      'a number that the newer passage has too',
      'It was 41%, of 3,000.',
      'It is 39%, of 3,000.',
      'Note the 3,000.',
    ],
    ['another number with the same figures', 'It was 41%.', 'It is 39%.', 'Note 41 councils and 141%.'],
    ['a year', 'It was 41% in 2019.', 'It is 39% in 2023.', 'Note what 2019 brought.'],
    ['a clause or a page', 'Clause 10 brought 41%.', 'It is 39%.', 'Mend clause 10, page 41 children.'],
  ])('%s', async (_what, old, newer, ask) => expect(await told(old, newer, ask)).toEqual([]));

  test('a passage whose successor may not be used', async () => {
    expect(await told('It was 41%.', 'It is 39%.', 'Note 41%.', { attributes: 'status=draft' })).toEqual([]);
  });
});
