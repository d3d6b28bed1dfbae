import { inPage } from '../in-page.ts';
import type { Rule } from '../rule.ts';

export const noteOrder: Rule<'markup'> = {
  id: 'note-order',
  level: 'error',
  scope: 'markup',
  finds: 'Notes that a page refers to in another order than that of their numbers',
  why: 'Whoever looks for note 3 looks behind note 2.',
  examples: { ok: [{ notes: [1, 2, 1, 3] }], notOk: [{ notes: [2, 1] }, { notes: [1, 3, 2] }] },
  check: (page) => {
    // Notes are numbered in the order of the slots in `template.yaml`.
    const first = [...new Set(page.notes)];
    const wrong = first.find((number, index) => number !== index + 1);
    return wrong === undefined
      ? []
      : [
          inPage(
            page,
            `Note ${wrong} is referred to before note ${first.indexOf(wrong) + 1}`,
            'Place the slots in the order in which `template.yaml` lists them.',
          ),
        ];
  },
};
