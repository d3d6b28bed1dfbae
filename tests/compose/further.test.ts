import { expect, test } from 'vitest';
import { toString } from 'mdast-util-to-string';
import { further } from '../../src/compose/further.ts';
import { loaded, source, statistic } from '../loaded.ts';
import { baseProject, type Contents } from '../project.ts';

const words = (number: number): string =>
  Array.from({ length: number }, (_, index) => `w${index + 1}`).join(' ');

const said = async (passages: string, audience = 'mp', over: Contents = {}) => {
  const project = await loaded({
    'sources/library/okoro-2025.md': source('2024-06', passages),
    'sources/packs/bill.yaml': 'title: P\ndate: 2025-01-16\ntopics: [children]\neditions:\n  mp: {}\n',
    ...over,
  });
  const passage = project.passages.get('a');
  if (!passage) throw new Error('the test has no passage a');
  const { kind, text, citation } = further(project, passage, audience);
  return { kind, text, citation: citation && citation.map((one) => toString(one)).join('') };
};

const context = (text: string) => `::::context{#a}\n${text}\n::::\n`;
const quote = (text: string) =>
  `::::quote{#a speaker="Sam Okoro" role=chair said=2024-01-10 locator="page 2"}\n${text}\n::::\n`;

test.each([
  ['forty words stand whole', context(words(40)), words(40)],
  ['of more there are forty, and a sign', context(words(41)), `${words(40)} …`],
  ['paragraphs follow one another', context('One "two".\n\nThree.'), 'One “two”. Three.'],
  ['a quotation has its marks', quote('We said so.'), '“We said so.”'],
  ['one that is cut short has them too', quote(words(41)), `“${words(40)} …”`],
])('%s', async (_, passage, text) => {
  expect((await said(passage)).text).toBe(text);
});

test('it stands in the wording of its reader, with the name of its kind', async () => {
  const passage = `::::context{#a}\nFor members.\n\n:::wording{for=press}\nFor all.\n:::\n::::\n`;
  expect(await said(passage)).toMatchObject({ text: 'For members.', kind: 'Context' });
  expect(await said(passage, 'press')).toMatchObject({ text: 'For all.' });
});

test('the kind has its name in the language of the documents, else that of the vocabulary', async () => {
  const organisation = `${baseProject()['sources/organisation.yaml']}language: cy\n`;
  expect(await said(context('Un.'), 'mp', { 'sources/organisation.yaml': organisation })).toMatchObject({
    kind: 'Cyd-destun',
  });
  const own = `${baseProject()['sources/vocabulary.yaml']}kinds: { myth: { name: A myth } }\n`;
  expect(
    await said('::::myth{#a}\nThey say so.\n::::\n', 'mp', { 'sources/vocabulary.yaml': own }),
  ).toMatchObject({
    kind: 'A myth',
  });
});

test('what is cited says its source in full, what is not says none', async () => {
  expect((await said(statistic('a'))).citation).toMatch(/^Facts of 2024-06 \(Group, June 2024\), page.1\.$/u);
  expect((await said('::::ask{#a to=DfE}\nFund it.\n::::\n')).citation).toBeNull();
});
