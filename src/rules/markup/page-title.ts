import { inPage } from '../in-page.ts';
import type { Rule } from '../rule.ts';

export const pageTitle: Rule<'markup'> = {
  id: 'page-title',
  level: 'error',
  scope: 'markup',
  finds: 'A page without a title',
  why: 'It is the first that a screen reader says, and what a search shows (WCAG 2.2 of 2023, 2.4.2).',
  examples: { ok: [{ title: true }], notOk: [{ title: false }] },
  check: (page) =>
    page.title ? [] : [inPage(page, 'The page has no title', 'Write `<title>{{name}}</title>`.')],
};
