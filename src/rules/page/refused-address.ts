import type { Rule } from '../rule.ts';

export const refusedAddress: Rule<'page'> = {
  id: 'refused-address',
  level: 'error',
  scope: 'page',
  finds: 'An address that a page asks for and that is no part of the project',
  why: 'What comes from outside may be another tomorrow, and tells somebody who reads the page.',
  examples: { ok: [{ refused: [] }], notOk: [{ refused: ['https://example.org/font.woff2'] }] },
  check: ({ name, template, refused }) =>
    refused.map((address) => ({
      place: template.place,
      text: `The page asks for \`${address}\`, which is not part of the project, in ${name}`,
      remedy: 'Put the file into the project.',
    })),
};
