import { expect, test } from 'vitest';
import { baseProject } from '../project.ts';
import { said } from './said.ts';

const SOURCE = 'sources/library/okoro-2025.md';

const saidOf = (find: string, to: string) => {
  const project = baseProject();
  const before = project[SOURCE] ?? '';
  if (!before.includes(find)) throw new Error(`${find} is not in the source`);
  return said({ ...project, [SOURCE]: before.replace(find, () => to) });
};

/** `column rule` of the only message in line 14, where the attribute begins in column 66. */
test.each([
  ['area: Wales', '70 attribute-colon', /A colon stands behind `area`.*`area="Wales"`/],
  ['area:Wales', '70 attribute-colon', /`area="Wales"`/],
  ['area: West Yorkshire', '70 attribute-colon', /`area="West Yorkshire"`/],
  ['area: "West Yorkshire"', '70 attribute-colon', /`area="West Yorkshire"`/],
  ['area: “West Yorkshire”,', '70 attribute-colon', /`area="West Yorkshire"`/],
  ['area： Wales', '70 attribute-colon', /`area="Wales"`/],
  ['area=“West Yorkshire”', '71 curly-quotes', /stands in curly quotation marks.*`area="West Yorkshire"`/],
  ['area=‘West Yorkshire’', '71 curly-quotes', /`area="West Yorkshire"`/],
  ['area=”Wales”', '71 curly-quotes', /`area="Wales"`/],
  ['area=„Wales“', '71 curly-quotes', /`area="Wales"`/],
  ['area=«Wales»', '71 curly-quotes', /`area="Wales"`/],
  ['area=“Wales"', '71 curly-quotes', /`area="Wales"`/],
  ['area="Wales”', '71 attribute-quotes', /has no partner.*`area="Wales"`/],
  ['area="“Wales”"', '72 curly-quotes', /within straight ones Take the curly ones out/],
  ['area="“Wales"', '72 curly-quotes', /A curly quotation mark in the value of `area` has no partner/],
  ['area="the Wales” of old"', '81 curly-quotes', /has no partner/],
  ['area="the "Big Six""', '76 attribute-quotes', /This quotation mark ends the value of `area`.*“ ”/],
  ['area="the \\"Big\\" Six"', '77 attribute-quotes', /This quotation mark ends the value of `area`/],
  ["area=''Wales''", '72 attribute-quotes', /This quotation mark ends the value/],
  ["area='King's Lynn'", '76 attribute-quotes', /ends the value of `area`.*an apostrophe may stand/],
  ['area==Wales', '71 attribute-quotes', /`area="Wales"`/],
  ['area=`Wales`', '71 attribute-quotes', /`area="Wales"`/],
  ['area={Wales}', '71 attribute-quotes', /Braces stand round the value of `area`.*`area="Wales"`/],
  ['area=', '66 attribute-value', /`area` has no value/],
  ['area', '66 attribute-value', /`area` has no value.*`area="…"`/],
  ['area=West Yorkshire', '76 attribute-value', /`area="West Yorkshire"`/],
])('%s', async (written, at, words) => {
  const found = await saidOf('area=England', written);
  expect(found.map(({ line }) => line)).toEqual([`${SOURCE}:14:${at}`]);
  expect(found[0]?.words).toMatch(words);
});

test.each([
  'area="the “Big Six” cities"',
  'area="“Big Six” cities"',
  'area="cities of the “Big Six”"',
  'area="King\'s Lynn"',
  'area="King’s Lynn"',
  'area=\'the "Big Six" cities\'',
  'area = England',
])('%s: as written', async (written) => {
  expect(await saidOf('area=England', written)).toEqual([]);
});

test.each([
  ['colons', '{#local-capacity to: "Department for Education" topics: funding}', '27 attribute-colon'],
  ['curly marks', '{#local-capacity to=“Department for Education” topics=“funding”}', '28 curly-quotes'],
])('%s throughout a fence are told once', async (_name, written, at) => {
  const found = await saidOf(
    '{#local-capacity to="Department for Education" topics="funding children/residential-care"}',
    written,
  );
  expect(found.map(({ line }) => line.replace(/^.*:18:/, ''))).toEqual([at]);
});

test.each([
  ['said="10 January 2025"', /Write `2025-01-10`/],
  ['said="10/1/2025"', /Write `2025-01-10`/],
  ['said="January 2025"', /Write `2025-01`/],
  ['said=yesterday', /such as `2025`, `2025-01` or `2025-01-16`$/],
])('%s: the date as it is written', async (written, words) => {
  const found = await saidOf('said=2025-01-10', written);
  expect(found.map(({ words: said }) => said)).toEqual([expect.stringMatching(words)]);
});
