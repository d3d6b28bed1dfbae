import { fold } from '../../model/fold.ts';
import { inPage } from '../in-page.ts';
import type { Breach, Rule } from '../rule.ts';

const text = 'Contains public sector information licensed under the Open Government Licence v3.0.';
const saying = (words: string) => ({ licences: { texts: [text], formats: [{ name: 'plain text', words }] } });

export const licenceWording: Rule<'markup'> = {
  id: 'licence-wording',
  level: 'error',
  scope: 'markup',
  finds:
    'A document that shows what is under a licence, on a web page or in plain text, without the words for which that asks',
  why: 'Who leaves them out has no licence (Open Government Licence v3.0 of 2014; Open Parliament Licence v3.0).',
  examples: {
    ok: [saying(`Homes are full. ${text}`), saying(text.replace('v3.0', 'v3.0 <https://example.org/a>'))],
    notOk: [saying('Homes are full, says the Open Government Licence v3.0.')],
  },
  *check(page): Iterable<Breach> {
    const { texts = [], formats = [] } = page.licences ?? {};
    for (const { name, words } of formats) {
      const said = withoutAddresses(words);
      for (const asked of texts.filter((one) => !said.includes(fold(one))))
        yield inPage(
          page,
          `“${asked}” does not stand in the ${name}`,
          'Place `{{> licences}}` below the notes, where neither `data-print` nor `data-web` hides it.',
        );
    }
  },
};

/** Plain text has the address of a link behind its words. */
const withoutAddresses = (words: string): string => words.replaceAll(/ <[a-z]+:[^<>\s]+>/gu, '');
