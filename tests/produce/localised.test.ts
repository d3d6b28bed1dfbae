import { expect, test } from 'vitest';
import { load } from '../../src/load/load.ts';
import { localisedFor } from '../../src/produce/localised.ts';
import { baseProject, memoryFiles } from '../project.ts';
import { withTables } from '../tables.ts';

const TEMPLATE = 'templates/brief/template.yaml';
const PACK = 'sources/packs/bill.yaml';
const ORGANISATION = 'sources/organisation.yaml';

/** The heading of the facts for the first recipient, in a project of this language. */
const headingIn = async (title: string, language: string) => {
  const base = baseProject();
  const files = withTables({
    [TEMPLATE]: (base[TEMPLATE] ?? '').replace('The facts', `"${title}"`),
    [PACK]: (base[PACK] ?? '').replace('  mp:\n', '  mp:\n    recipients: councils\n'),
    [ORGANISATION]: `${base[ORGANISATION] ?? ''}language: ${language}\n`,
  });
  const { value: project } = await load(memoryFiles(files));
  const pack = project.packs.get('bill');
  const edition = pack?.editions.find(({ id }) => id === 'mp');
  const template = project.templates.get('brief');
  const [first] = edition ? localisedFor(project, edition) : [];
  if (!pack || !template || !first) throw new Error('there are no recipients');
  return first.texts(pack, template).template.slots[1]?.title;
};

test.each([
  ['In :field[name]', 'en-GB', 'In Hull, City of'],
  ['In :field[name]', 'cy', 'Hull, City of'],
  ['Of :field[name]', 'cy', 'Of Hull, City of'],
  ['The facts', 'cy', 'The facts'],
])('a slot that is called %s has, in %s, the heading %s', async (title, language, heading) => {
  expect(await headingIn(title, language)).toBe(heading);
});
