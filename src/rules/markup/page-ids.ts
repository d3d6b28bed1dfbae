import { inPage } from '../in-page.ts';
import type { Rule } from '../rule.ts';

export const pageIds: Rule<'markup'> = {
  id: 'page-ids',
  level: 'error',
  scope: 'markup',
  finds: 'An id that two elements of a page have',
  why: 'A link to it leads to the first of them, whichever was meant.',
  examples: { ok: [{ twice: new Set<string>() }], notOk: [{ twice: new Set(['facts']) }] },
  check: (page) =>
    [...page.twice].map((id) =>
      inPage(page, `The id \`${id}\` is given twice`, 'Give each element its own.'),
    ),
};
