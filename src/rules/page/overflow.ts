import type { Rule } from '../rule.ts';
import { toldAt } from '../spots.ts';
import { UNMEASURED } from '../subjects.ts';

export const overflow: Rule<'page'> = {
  id: 'overflow',
  level: 'error',
  scope: 'page',
  isFixed: true,
  finds: 'What runs beyond the side of the page, or is taller than it',
  why: 'What lies beyond the paper is not printed.',
  examples: {
    ok: [{ measures: UNMEASURED }],
    notOk: [
      { measures: { ...UNMEASURED, overflowing: [{ said: 'Llanfairpwllgwyngyll', of: null }] } },
      { measures: { ...UNMEASURED, tall: [{ said: '<img src="map.png">', of: null }] } },
    ],
  },
  check: (page) => [
    ...toldAt(
      page.measures.overflowing,
      page,
      'runs beyond the side of the page',
      'Break the word or the table, or let the style sheet wrap it.',
    ),
    ...toldAt(
      page.measures.tall,
      page,
      'is taller than a page',
      'Let the style sheet shrink it: `max-block-size: 100%` of something lower than the page.',
    ),
  ],
};
