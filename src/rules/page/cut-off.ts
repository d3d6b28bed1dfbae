import type { Rule } from '../rule.ts';
import { toldAt } from '../spots.ts';
import { UNMEASURED } from '../subjects.ts';

export const cutOff: Rule<'page'> = {
  id: 'cut-off',
  level: 'error',
  scope: 'page',
  finds: 'Text that the box around it cuts off',
  why: 'Readers miss what it says, and nothing shows them that they do.',
  examples: {
    ok: [{ measures: UNMEASURED }],
    notOk: [{ measures: { ...UNMEASURED, cut: [{ said: 'Open homes', of: null }] } }],
  },
  check: (page) =>
    toldAt(
      page.measures.cut,
      page,
      'is cut off by the box around it',
      'Let the box grow with its text: give it no height, or take `overflow` out of the style sheet.',
    ),
};
