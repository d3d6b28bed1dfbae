import { unspaced } from '../../model/fold.ts';
import type { Breach, Rule } from '../rule.ts';

const text = 'Contains public sector information licensed under the Open Government Licence v3.0.';
const on = (...pages: readonly string[]) => ({ licences: { texts: [text], pages } });

export const licencePage: Rule<'page'> = {
  id: 'licence-page',
  level: 'error',
  scope: 'page',
  finds:
    'A PDF that shows what is under a licence, and has the words for which that asks on none of its pages',
  why: 'They have to go along with what is shown, on paper too (Open Government Licence v3.0 of 2014; Open Parliament Licence v3.0).',
  examples: {
    ok: [on('Homes are full.', `Sources ${text}`), on(text.replaceAll(' ', '\n'))],
    notOk: [on('Homes are full.', 'Sources')],
  },
  *check({ licences, name, template, place }): Iterable<Breach> {
    const { texts = [], pages = [] } = licences ?? {};
    const said = pages.map(unspaced);
    for (const asked of texts.filter((one) => !said.some((page) => page.includes(unspaced(one)))))
      yield {
        place: template.place,
        text: `“${asked}” stands on no page of ${name}`,
        remedy: 'Place `{{> licences}}` below the notes.',
        related: [{ place, text: 'the document' }],
      };
  },
};
