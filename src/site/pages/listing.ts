import Handlebars from 'handlebars';
import { z } from 'zod';
import type { SiteTemplate } from '../../render/site-page.ts';
import { address, html, text } from '../../render/site-view.ts';
import { frame, FRAME_SAMPLE, frameOf } from '../frame.ts';
import type { Published } from '../published.ts';

export const listItems = z.array(
  z.object({
    name: text('What it leads to'),
    href: address('Relative to the page'),
    label: text('e.g. the kind of a passage').nullable(),
    detail: text('e.g. a date or a number').nullable(),
  }),
);

export const LIST_SAMPLE = [
  { name: 'Text', href: '../evidence/text.html', label: 'Statistic', detail: '2025' },
];

const schema = z.object({
  ...frame,
  over: z.object({ name: text('What it belongs to'), href: address('Its page') }).nullable(),
  title: text("The page's heading"),
  lead: html('What stands below the heading').nullable(),
  groups: z.array(
    z.object({
      title: text('Its heading').nullable(),
      href: address('Where its heading leads').nullable(),
      detail: text('e.g. a date').nullable(),
      items: listItems,
    }),
  ),
});

/** A page that leads to others: an index, a topic, a source. */
type ListingView = z.infer<typeof schema>;

const sample: Omit<ListingView, 'stylesheet'> = {
  ...FRAME_SAMPLE,
  over: { name: 'Topics', href: '../topics/index.html' },
  title: 'Topic',
  lead: new Handlebars.SafeString('<p>Lead</p>'),
  groups: [
    {
      title: 'Group',
      href: '../sources/source.html',
      detail: '2025',
      items: LIST_SAMPLE,
    },
  ],
};

export const LISTING: SiteTemplate<ListingView> = {
  name: 'listing',
  sheet: 'site',
  called: 'a list of the site',
  schema,
  sample,
};

/** What a list says itself. */
export type Listed = Pick<ListingView, 'title' | 'groups'> &
  Partial<Pick<ListingView, 'over' | 'lead'>> & { readonly path: string; readonly description?: string };

export const listingPage = (
  site: Published,
  { path, title, description = title, over = null, lead = null, groups }: Listed,
) => {
  const { view, about } = frameOf(site, { path, title, description });
  const filled = groups.filter(({ items }) => items.length);
  return { path, about, view: { ...view, over, title, lead, groups: filled } };
};
