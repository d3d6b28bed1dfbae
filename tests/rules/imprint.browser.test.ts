import { expect, test } from 'vitest';
import { build } from '../../src/commands/build.ts';
import { openThisPrinter } from '../print/press.ts';
import { baseProject, NO_IMPRINT } from '../project.ts';
import { buildRequest, memoryWorld } from '../world.ts';

const PAGE = 'templates/brief/page.hbs';
const IMPRINT = '{{#if organisation.imprint}}<p style="width: 4cm">{{organisation.imprint}}</p>{{/if}}';
const NEXT = '<p style="break-before: page">More</p>';

/** The rules that are broken by election material of three pages with this as their beginning, middle and end. */
const broken = async (pages: readonly [string, string, string]) => {
  const base = baseProject();
  const contents = {
    ...base,
    'sources/packs/bill.yaml': (NO_IMPRINT + base['sources/packs/bill.yaml']).replace(
      'material: false',
      'material: true',
    ),
    'templates/brief/template.yaml': (base['templates/brief/template.yaml'] ?? '').replace(
      'max: 1',
      'max: 3',
    ),
    [PAGE]: (base[PAGE] ?? '')
      .replace(
        '<main>',
        `{{#if organisation.imprint}}<p data-web>{{organisation.imprint}}</p>{{/if}}<main><div data-print>${pages.join(NEXT)}</div>`,
      )
      .replace('<footer>', '<footer data-web>'),
  };
  const { messages } = await build(
    memoryWorld(contents, { openPrinter: openThisPrinter }),
    buildRequest({ audiences: ['mp'] }),
  );
  return messages.map(({ rule }) => rule).filter((rule) => rule.startsWith('imprint'));
};

test.each([
  ['on its first page', [IMPRINT, '', ''], []],
  ['on its last page', ['', '', IMPRINT], []],
  ['on a page between them', ['', IMPRINT, ''], ['imprint-page']],
  ['on no page', ['', '', ''], ['imprint-page']],
] as const)('a printed document has its imprint %s', async (_, pages, rules) => {
  expect(await broken(pages)).toEqual(rules);
});
