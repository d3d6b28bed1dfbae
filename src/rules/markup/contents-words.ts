import { inPage } from '../in-page.ts';
import type { Rule } from '../rule.ts';

export const contentsWords: Rule<'markup'> = {
  id: 'contents-words',
  level: 'error',
  scope: 'markup',
  finds: 'A table of contents that calls a part otherwise than its heading does',
  why: 'Whoever turns to that page looks for the words that the contents promised.',
  examples: {
    ok: [{ contents: [{ entry: 'The facts', heading: 'The facts' }] }],
    notOk: [{ contents: [{ entry: 'Facts', heading: 'The facts' }] }],
  },
  check: (page) =>
    page.contents
      .filter(({ entry, heading }) => entry !== heading)
      .map(({ entry, heading }) =>
        inPage(
          page,
          `The contents say “${entry}” of the part with the heading “${heading}”`,
          'Write the words of the heading.',
        ),
      ),
};
