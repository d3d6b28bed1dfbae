import { z } from 'zod';
import type { SiteTemplate } from './site-page.ts';
import { common, date, files, SAMPLE, text } from './site-view.ts';

const schema = z.object({
  ...common,
  packs: z.array(
    z.object({
      title: text("The pack's title"),
      date,
      draft: z.boolean(),
      documents: z.array(
        z.object({
          headline: text('The headline'),
          audience: text('For whom'),
          template: text("The template's name"),
          variant: text('How it is laid out, e.g. `large print`, where not as usual').nullable(),
          pages: z.number().describe('Pages of the PDF').nullable(),
          recipients: z.number().describe('How many it is made for, each their own').nullable(),
          embargo: date.describe('When it may be published').nullable(),
          draft: z.boolean(),
          files,
        }),
      ),
    }),
  ),
});

/** What the desk shows: every document of the build, by pack; of those for many recipients, the page that lists them. */
export type DeskView = z.infer<typeof schema>;

/** A view that has everything a desk may show. */
const sample: Omit<DeskView, 'stylesheet'> = {
  ...SAMPLE,
  packs: [
    {
      title: 'Pack',
      date: { iso: '2025-01-16', text: '16 January 2025' },
      draft: true,
      documents: [
        {
          headline: 'Headline',
          audience: 'Readers',
          template: 'Template',
          variant: 'large print',
          pages: 2,
          recipients: 650,
          embargo: { iso: '2025-01-20T00:01', text: '00:01, Monday 20 January 2025' },
          draft: true,
          files: [{ name: 'Web page', href: 'pack/edition.html', type: 'text/html' }],
        },
      ],
    },
  ],
};

export const DESK: SiteTemplate<DeskView> = { name: 'desk', called: 'the desk', schema, sample };
