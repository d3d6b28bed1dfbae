import { inPage } from '../in-page.ts';
import type { Rule } from '../rule.ts';

export const pageLinks: Rule<'markup'> = {
  id: 'page-links',
  level: 'error',
  scope: 'markup',
  finds: 'A link within a page that leads to nothing on it',
  why: 'Whoever follows it gets nowhere.',
  examples: {
    ok: [{ links: new Set(['facts']), ids: new Set(['facts']) }],
    notOk: [{ links: new Set(['facts']) }],
  },
  check: (page) =>
    [...page.links]
      .filter((target) => !page.ids.has(target))
      .map((target) =>
        inPage(page, `The link to \`#${target}\` leads nowhere`, 'Mend the link, or place what it leads to.'),
      ),
};
