import { inPage } from '../in-page.ts';
import type { Rule } from '../rule.ts';
import { fold } from '../../model/fold.ts';

export const embargoMissing: Rule<'markup'> = {
  id: 'embargo-missing',
  level: 'error',
  scope: 'markup',
  isFixed: true,
  finds: 'A page under embargo that does not name the moment until which it is',
  why: 'Nobody can keep an embargo of which the page does not tell.',
  examples: {
    ok: [{ embargo: '00:01, Monday', text: 'Embargo: 00:01, Monday' }],
    notOk: [{ embargo: '00:01, Monday', text: 'Embargo: Monday' }],
  },
  check: (page) =>
    page.embargo && !page.text.includes(fold(page.embargo))
      ? [
          inPage(
            page,
            'The page does not name the moment of its embargo',
            'Place `{{#if embargo}}{{embargo.text}}{{/if}}`.',
          ),
        ]
      : [],
};
