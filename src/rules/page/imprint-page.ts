import { unspaced } from '../../model/fold.ts';
import type { Rule } from '../rule.ts';

const text = 'Printed and promoted by A. Friend, 1 Mill Lane, Leeds';
const on = (...pages: readonly string[]) => ({ imprint: { text, pages } });

export const imprintPage: Rule<'page'> = {
  id: 'imprint-page',
  level: 'error',
  scope: 'page',
  isFixed: true,
  finds: 'Printed election material whose imprint stands neither on its first nor on its last page',
  why: 'So the law has it; where one side alone is printed, the imprint stands on that (Political Parties, Elections and Referendums Act 2000, section 143).',
  examples: {
    ok: [
      on(`Vote. ${text}`),
      on(text, 'Vote.'),
      on('Vote.', 'Vote.', `Vote. ${text}`),
      on('Printed and promoted by A. Friend, 1 Mill\u00A0Lane,  Leeds'),
    ],
    notOk: [on('Vote.'), on('Vote.', text, 'Vote.')],
  },
  check: ({ imprint, name, template, place }) =>
    imprint && ![imprint.pages.at(0), imprint.pages.at(-1)].some((page) => bears(page, imprint.text))
      ? [
          {
            place: template.place,
            text: `The imprint stands neither on the first page of ${name} nor on its last`,
            remedy: 'Place `{{organisation.imprint}}` on one of them.',
            related: [{ place, text: 'the document' }],
          },
        ]
      : [],
};

/** Whether a page holds a text, however its lines and its spaces are set. */
const bears = (page: string | undefined, words: string): boolean =>
  unspaced(page ?? '').includes(unspaced(words));
