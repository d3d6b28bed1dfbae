import { z } from 'zod';
import { FILTER } from './filter.ts';
import type { SiteTemplate } from './site-page.ts';
import { address, common, date, files, SAMPLE, text } from './site-view.ts';

const schema = z.object({
  ...common,
  up: z.object({ name: text('The desk, or the home page of the site'), href: address('Its address') }),
  title: text("The pack's title"),
  about: text('e.g. `Councillor pack for councillors`'),
  date,
  embargo: date.describe('When they may be published').nullable(),
  draft: z.boolean(),
  recipients: z.array(
    z.object({
      name: text('e.g. `Ynys Môn`'),
      files,
    }),
  ),
});

/** What the page of an edition's recipients shows: each of them with the files of their document. */
export type RecipientsView = z.infer<typeof schema>;

const sample: Omit<RecipientsView, 'stylesheet'> = {
  ...SAMPLE,
  up: { name: 'Desk', href: '../../index.html' },
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
