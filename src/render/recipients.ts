import { z } from 'zod';
import { ENGLISH } from '../model/languages/en.ts';
import { FILTER } from './filter.ts';
import type { SiteTemplate } from './site-page.ts';
import { words } from './view.ts';

const text = (what: string) => z.string().describe(what);
const address = (what: string) => z.string().meta({ format: 'address', description: what });
const date = z.object({ iso: text('e.g. `2025-01-16`'), text: text('e.g. `16 January 2025`') });

const schema = z.object({
  language: text('A language tag'),
  words,
  organisation: z.object({ name: text('In full'), notice: text('Stands on every page').nullable() }),
  stylesheet: address('The style sheet'),
  desk: address('The desk'),
  title: text("The pack's title"),
  about: text('e.g. `Councillor pack for councillors`'),
  date,
  embargo: date.describe('When they may be published').nullable(),
  draft: z.boolean(),
  recipients: z.array(
    z.object({
      name: text('e.g. `Ynys Môn`'),
      files: z.array(
        z.object({
          name: text('e.g. `PDF`'),
          href: address('Relative to the page'),
          type: text('Media type'),
        }),
      ),
    }),
  ),
});

/** What the page of an edition's recipients shows: each of them with the files of their document. */
export type RecipientsView = z.infer<typeof schema>;

const sample: Omit<RecipientsView, 'stylesheet'> = {
  language: 'en-GB',
  words: ENGLISH.words,
  organisation: { name: 'Group', notice: 'Notice' },
  desk: '../../index.html',
  title: 'Pack',
  about: 'Pack for readers',
  date: { iso: '2025-01-16', text: '16 January 2025' },
  embargo: { iso: '2025-01-20T00:01', text: '00:01, Monday 20 January 2025' },
  draft: true,
  recipients: [{ name: 'Name', files: [{ name: 'Web page', href: 'name-1.html', type: 'text/html' }] }],
};

export const RECIPIENTS: SiteTemplate<RecipientsView> = {
  name: 'recipients',
  called: 'a page of recipients',
  schema,
  sample,
  script: FILTER,
};
