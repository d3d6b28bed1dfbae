import { expect, test } from 'vitest';
import { recipientsFor, type Localised } from '../../src/produce/localised.ts';
import { Catalogue } from '../../src/select/catalogue.ts';
import { select } from '../../src/select/select.ts';
import { editionOf, loaded, source, statistic } from '../loaded.ts';
import { baseProject, memoryFiles } from '../project.ts';
import { withTables } from '../tables.ts';
import { loadShared } from '../readings.ts';

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
  const { value: project } = await loadShared(memoryFiles(files));
  const pack = project.packs.get('bill');
  const edition = pack?.editions.find(({ id }) => id === 'mp');
  const template = project.templates.get('brief');
  const [first] = edition ? recipientsFor(project, edition) : [];
  if (!pack || !template || !first) throw new Error('there are no recipients');
  return first.localise().texts(pack, template).template.slots[1]?.title;
};

test.each([
  ['In :field[name]', 'en-GB', 'In Hull, City of'],
  ['In :field[name]', 'cy', 'Hull, City of'],
  ['Of :field[name]', 'cy', 'Of Hull, City of'],
  ['The facts', 'cy', 'The facts'],
])('a slot that is called %s has, in %s, the heading %s', async (title, language, heading) => {
  expect(await headingIn(title, language)).toBe(heading);
});

const inPlace = (area: string, passage: string): string => passage.replace('area=England', `area="${area}"`);

/** What seats of two nations read, of which one lies in no council. */
const LIBRARY = [
  inPlace('United Kingdom', statistic('plain')),
  statistic('english'),
  inPlace('Wales', statistic('welsh')),
  inPlace('United Kingdom', statistic('own', '', 'In :field[name] there were :field[children].')),
  inPlace('United Kingdom', statistic('of-council', '', 'In :field[council.name].')),
].join('');

test('for each recipient is chosen what would be for that one alone, whoever comes before', async () => {
  const project = await loaded(
    withTables({
      [TEMPLATE]: 'name: Brief\nslots:\n  facts: { kinds: [statistic], max: 9 }\nformats: html\n',
      [PACK]: `title: P\ndate: 2025-01-16\ntopics: [children]\neditions:\n  mp: { recipients: seats }\n`,
      'sources/places.yaml': 'United Kingdom:\n  England:\n  Wales:\n',
      'sources/library/more.md': source('2024-06', LIBRARY),
    }),
  );
  const { pack, edition } = editionOf(project, 'bill', 'mp');
  const chosen = (of: readonly Localised[], catalogue = () => new Catalogue(project)) =>
    new Map(
      of.map((one) => {
        const [facts] = select(catalogue(), pack, edition, one).slots;
        return [one.addressee.key, facts?.passages.map(({ id }) => id)];
      }),
    );
  const all = recipientsFor(project, edition).map(({ localise }) => localise());
  const alone = chosen(all);
  expect(alone).toEqual(
    new Map([
      ['E8', ['investigations-growth', 'english', 'of-council', 'own', 'plain']],
      ['W1', ['plain', 'welsh']],
    ]),
  );
  for (const order of [all, all.toReversed()]) {
    const shared = new Catalogue(project);
    expect(chosen(order, () => shared)).toEqual(alone);
  }
});
