import type { Rule } from '../rule.ts';

export const copyLayout: Rule<'copy'> = {
  id: 'copy-layout',
  level: 'error',
  scope: 'copy',
  finds: 'A printer’s copy that is laid out otherwise than the document’s PDF',
  why: 'What was read and approved is not what would be printed.',
  examples: { ok: [{ otherwise: null }], notOk: [{ otherwise: 2 }] },
  check: ({ name, place, otherwise }) =>
    otherwise === null
      ? []
      : [
          {
            place,
            text: `The printer's copy of ${name} is laid out otherwise than its PDF, from page ${otherwise} on`,
            remedy:
              'Let pages without margins leave room for the bleed in their style sheet: `padding: calc(10mm + var(--bleed, 0mm))`.',
          },
        ],
};
