import { fold } from '../../model/fold.ts';
import { inPage } from '../in-page.ts';
import type { Breach, Rule } from '../rule.ts';

const text = 'Printed and promoted by A. Friend, 1 Mill Lane, Leeds';
const saying = (words: string) => ({ imprint: { text, formats: [{ name: 'plain text', words }] } });

export const imprintMissing: Rule<'markup'> = {
  id: 'imprint-missing',
  level: 'error',
  scope: 'markup',
  isFixed: true,
  finds: 'Election material without the organisation’s imprint, on a web page or in plain text',
  why: 'Digital material has to hold its imprint itself wherever that can be done (Elections Act 2022, section 41).',
  examples: {
    ok: [saying(`Vote on Thursday. ${text}`)],
    notOk: [saying('Vote on Thursday. Printed and promoted by A. Friend')],
  },
  *check(page): Iterable<Breach> {
    const { text: imprint = '', formats = [] } = page.imprint ?? {};
    for (const { name, words } of formats)
      if (!words.includes(fold(imprint)))
        yield inPage(
          page,
          `The imprint does not stand in the ${name}`,
          'Place `{{organisation.imprint}}`, where neither `data-print` nor `data-web` hides it.',
        );
  },
};
