import { inPage } from '../in-page.ts';
import type { Rule } from '../rule.ts';

export const slotNotPlaced: Rule<'markup'> = {
  id: 'slot-not-placed',
  level: 'error',
  scope: 'markup',
  finds: 'A passage that was selected and that the page does not show',
  why: 'The editor was told that it is in the document.',
  examples: { ok: [{ passages: ['homes'], ids: new Set(['homes']) }], notOk: [{ passages: ['homes'] }] },
  check: (page) => {
    const absent = page.passages.filter((id) => !page.ids.has(id)).map((id) => `\`${id}\``);
    return absent.length
      ? [
          inPage(
            page,
            `The page does not show ${absent.join(', ')}, though selected`,
            'Place the slot in the template, or take it out of `template.yaml`.',
          ),
        ]
      : [];
  },
};
