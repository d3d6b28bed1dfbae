import Handlebars from 'handlebars';
import { z } from 'zod';
import { showDate } from '../../model/languages/languages.ts';
import { hrefFrom } from '../../render/addresses.ts';
import type { SiteTemplate } from '../../render/site-page.ts';
import { address, date, html, text } from '../../render/site-view.ts';
import { topicItems, topTopics } from './lists.ts';
import { documents, DOCUMENTS_SAMPLE, documentsOf } from './documents.ts';
import { frame, FRAME_SAMPLE, frameOf } from '../frame.ts';
import { HOME_PATH } from '../paths.ts';
import type { Published } from '../published.ts';
import { summaryHtml } from '../summary.ts';

const schema = z.object({
  ...frame,
  about: text('Who the organisation is').nullable(),
  packs: z.array(
    z.object({
      title: text("The pack's title"),
      href: address('Its page'),
      date,
      summary: html('Its summary, in paragraphs').nullable(),
      documents,
    }),
  ),
  topics: z.array(
    z.object({ name: text('A topic'), href: address('Its page'), detail: text('How much there is of it') }),
  ),
});

/** The home page: what has been published, the newest first. */
type HomeView = z.infer<typeof schema>;

const sample: Omit<HomeView, 'stylesheet'> = {
  ...FRAME_SAMPLE,
  about: 'About',
  packs: [
    {
      title: 'Pack',
      href: 'pack/index.html',
      date: { iso: '2025-01-16', text: '16 January 2025' },
      summary: new Handlebars.SafeString('<p>Summary</p>'),
      documents: DOCUMENTS_SAMPLE,
    },
  ],
  topics: [{ name: 'Topic', href: 'topics/topic.html', detail: '2 publications' }],
};

export const HOME: SiteTemplate<HomeView> = {
  name: 'home',
  sheet: 'site',
  called: 'the home page',
  schema,
  sample,
};

const PATH = HOME_PATH;

export const homePage = (published: Published) => {
  const { organisation, language, packs, project } = published;
  const description = organisation.about ?? language.words.publications;
  const { view, about } = frameOf(published, { path: PATH, title: null, description });
  return {
    path: PATH,
    about,
    view: {
      ...view,
      about: organisation.about,
      packs: packs.map((one) => ({
        title: one.title,
        href: hrefFrom(PATH, one.path),
        date: { iso: one.pack.date, text: showDate(one.pack.date, language) },
        summary: summaryHtml(project, one),
        documents: documentsOf(published, one, PATH),
      })),
      topics: topicItems(published, topTopics(published), PATH),
    },
  };
};
