import { inPage } from '../in-page.ts';
import type { Rule } from '../rule.ts';
import { fold } from '../../model/fold.ts';

export const noticeMissing: Rule<'markup'> = {
  id: 'notice-missing',
  level: 'error',
  scope: 'markup',
  finds: 'A page without the organisation’s notice',
  why: 'The organisation has it on all that it sends out.',
  examples: {
    ok: [{ notice: 'A sample', text: 'This is A sample of ours.' }],
    notOk: [{ notice: 'A sample', text: 'This is ours.' }],
  },
  check: (page) =>
    page.notice && !page.text.includes(fold(page.notice))
      ? [inPage(page, "The page does not hold the organisation's notice", 'Place `{{organisation.notice}}`.')]
      : [],
};
