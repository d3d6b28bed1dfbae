import { inPage } from '../in-page.ts';
import type { Rule } from '../rule.ts';

export const pageLanguage: Rule<'markup'> = {
  id: 'page-language',
  level: 'error',
  scope: 'markup',
  finds: 'A page that does not say its language',
  why: 'A screen reader needs it to speak Welsh as Welsh (WCAG 2.2 of 2023, 3.1.1).',
  examples: { ok: [{ language: true }], notOk: [{ language: false }] },
  check: (page) =>
    page.language
      ? []
      : [inPage(page, 'The page does not say its language', 'Write `<html lang="{{language}}">`.')],
};
