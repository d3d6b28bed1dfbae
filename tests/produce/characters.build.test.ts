import { expect, test } from 'vitest';
import { draftAll } from '../../src/produce/drafts.ts';
import { baseProject, type Contents } from '../project.ts';
import { memoryWorld } from '../world.ts';

const SOURCE = 'sources/library/okoro-2025.md';
const source = baseProject()[SOURCE] ?? '';

const said = async (changed: Contents) => {
  const { messages } = await draftAll(memoryWorld({ ...baseProject(), ...changed }), '2025-02-01');
  return messages.map(
    ({ severity, rule, place, text }) =>
      `${severity} ${rule} ${place?.file}:${place?.line}:${place?.column} ${text}`,
  );
};

test('a character that no font of the template has is told where it was written, before anything is printed', async () => {
  const written = source.replace('Families meet', 'Families ✓ meet');
  expect(await said({ [SOURCE]: written })).toEqual([
    `error missing-character ${SOURCE}:27:10 No font of the template \`brief\` has “✓” (U+2713), which stands in bill/mp and 1 more`,
  ]);
});

test('one in the pack, in the organisation, in code or above the first plane is told too', async () => {
  const pack = baseProject()['sources/packs/bill.yaml'] ?? '';
  const organisation = baseProject()['sources/organisation.yaml'] ?? '';
  const first = async (changed: Contents) => (await said(changed))[0];
  expect(
    await first({ 'sources/packs/bill.yaml': pack.replace('families together', 'families ❤') }),
  ).toContain('bill.yaml:5:37 No font of the template `brief` has “❤” (U+2764)');
  expect(await first({ 'sources/organisation.yaml': organisation.replace('for Children', 'για') })).toContain(
    'organisation.yaml:1:22 No font of the template `brief` has “γ” (U+03B3)',
  );
  expect(await first({ [SOURCE]: source.replace('Families', '&#x1f600;') })).toContain(
    `${SOURCE}:26:1 No font of the template \`brief\` has “😀” (U+1F600)`,
  );
});

test('letters of Welsh, composed or not, every hyphen and the signs of print have fonts', async () => {
  const fonts = baseProject()['templates/styles/fonts.css'] ?? '';
  const extended = { 'templates/styles/fonts.css': fonts + fonts.replaceAll('-latin-', '-latin-ext-') };
  const text = 'Tw\u0302r y\u0302d Ŵ Ŷ well\u2010known\u2011case – — … • ’ “ ” £ € ½ × − é';
  expect(await said({ ...extended, [SOURCE]: source.replace('Families', text) })).toEqual([]);
});

test('in a passage or a wording that no document has it is a warning; without PDFs it is none', async () => {
  const unused = `${source}\n::::context{#spare topics=funding status=draft}\nA ☃ here.\n::::\n`;
  expect(await said({ [SOURCE]: unused })).toEqual([
    `warning no-font ${SOURCE}:31:3 No font of any template has “☃” (U+2603)`,
  ]);
  const wording = source.replace('for councils', 'for ☃ councils').replace('for=press', 'for=spare');
  const spare = `${baseProject()['sources/audiences.yaml']}spare:\n  name: nobody yet\n`;
  expect(await said({ [SOURCE]: wording, 'sources/audiences.yaml': spare })).toEqual([
    `warning no-font ${SOURCE}:22:26 No font of any template has “☃” (U+2603)`,
  ]);
  const [template, changed] = [
    'templates/brief/template.yaml',
    { [SOURCE]: unused.replace('Families', 'So ✓') },
  ];
  const plain = (baseProject()[template] ?? '').replace('pages: { max: 1 }', 'formats: html');
  expect(await said({ ...changed, [template]: plain })).toEqual([]);
});
