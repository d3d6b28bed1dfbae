import { inPage } from '../in-page.ts';
import type { Rule } from '../rule.ts';

export const draftMissing: Rule<'markup'> = {
  id: 'draft-missing',
  level: 'error',
  scope: 'markup',
  isFixed: true,
  finds: 'The page of a draft that does not say so',
  why: 'A draft that is taken for the last word is sent on as it is.',
  examples: {
    ok: [{ draft: 'Draft', text: 'DRAFT of 16 January' }],
    notOk: [{ draft: 'Draft', text: 'As of 16 January' }],
  },
  check: (page) =>
    page.draft && !page.text.toLowerCase().includes(page.draft.toLowerCase())
      ? [inPage(page, 'The page of a draft does not say so', 'Write `{{#if draft}}{{words.draft}}{{/if}}`.')]
      : [],
};
