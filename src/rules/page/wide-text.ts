import type { Rule } from '../rule.ts';
import { toldAt } from '../spots.ts';
import { UNMEASURED } from '../subjects.ts';

export const wideText: Rule<'page'> = {
  id: 'wide-text',
  level: 'warning',
  scope: 'page',
  finds: 'Text that is wider than its column',
  why: 'It reaches into the margin or the next column, and soon into what stands there.',
  examples: {
    ok: [{ measures: UNMEASURED }],
    notOk: [{ measures: { ...UNMEASURED, wide: [{ said: 'Llanfairpwllgwyngyll', of: null }] } }],
  },
  check: (page) =>
    toldAt(
      page.measures.wide,
      page,
      'is wider than its column',
      'Break the word, or let the style sheet do so: `overflow-wrap: break-word`.',
    ),
};
