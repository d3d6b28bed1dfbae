import { describe, expect, test } from 'vitest';
import { check } from '../../src/commands/check.ts';
import { baseProject, NO_IMPRINT } from '../project.ts';
import { memoryWorld } from '../world.ts';

const PAGE = 'templates/brief/page.hbs';

/** What is said of imprints where the pack is election material, with this in the foot of its pages. */
const said = async (
  foot: string,
  material = true,
  imprint = 'Printed and promoted by "Sam" Okoro, Leeds',
) => {
  const base = baseProject();
  const contents = {
    ...base,
    'sources/organisation.yaml': (base['sources/organisation.yaml'] ?? '').replace(
      /imprint: .*/u,
      `imprint: ${imprint}`,
    ),
    'sources/packs/bill.yaml': (NO_IMPRINT + base['sources/packs/bill.yaml']).replace(
      'material: false',
      `material: ${material}`,
    ),
    'templates/brief/template.yaml': `${base['templates/brief/template.yaml']}formats: [html, pdf, text]\n`,
    [PAGE]: (base[PAGE] ?? '').replace('<footer>', `<footer>{{#if organisation.imprint}}${foot}{{/if}}`),
  };
  const { messages } = await check(memoryWorld(contents), { documents: false, today: '2025-01-16' });
  return messages.map(({ rule, text }) => `${rule}: ${text}`);
};

const missing = (...formats: readonly string[]) =>
  formats.map(
    (format) => `imprint-missing: The imprint does not stand in the ${format}, in bill/mp and 1 more`,
  );

describe('the imprint of election material', () => {
  test.each([
    ['stands in each format', '<p>{{organisation.imprint}}</p>', []],
    ['is nowhere', '', missing('web page', 'plain text')],
    ['is on paper alone', '<p data-print>{{organisation.imprint}}</p>', missing('web page', 'plain text')],
    ['is not in the text of an email', '<p data-web>{{organisation.imprint}}</p>', missing('plain text')],
  ])('%s', async (_, foot, found) => expect(await said(foot)).toEqual(found));

  test('is no matter for what is no such material', async () => expect(await said('', false)).toEqual([]));

  test('may be as long as it takes', async () => {
    const imprint = `Printed by ${'Okoro and Daughters, '.repeat(12)}Leeds`;
    expect(await said('<p>{{organisation.imprint}}</p>', true, imprint)).toEqual([]);
  });
});
