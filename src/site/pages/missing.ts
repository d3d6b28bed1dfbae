import Handlebars from 'handlebars';
import { z } from 'zod';
import { paletteStyle } from '../../render/palette.ts';
import type { SiteTemplate } from '../../render/site-page.ts';
import { address, css, text } from '../../render/site-view.ts';
import { addressAt } from '../feeds.ts';
import { frame, FRAME_SAMPLE, frameOf } from '../frame.ts';
import { MISSING_PATH } from '../paths.ts';
import type { Published } from '../published.ts';

const schema = z.object({
  ...frame,
  palette: css('The colours'),
  places: z.array(z.object({ name: text('A part of the site'), href: address('Its whole address') })),
});

/** The page that a server shows in place of one that it lacks: it stands at any address, so that it loads nothing. */
type MissingView = z.infer<typeof schema>;

const sample: Omit<MissingView, 'stylesheet'> = {
  ...FRAME_SAMPLE,
  palette: new Handlebars.SafeString(':root{--ink:#1b1b1f}'),
  places: [{ name: 'Search', href: 'https://example.org/search/' }],
};

export const MISSING_PAGE: SiteTemplate<MissingView> = {
  name: 'missing',
  sheet: 'site',
  called: 'the page of a wrong address',
  schema,
  sample,
};

export const missingPage = (published: Published, site: string) => {
  const { language, sections, project } = published;
  const { missingPage: title } = language.words;
  const { view } = frameOf(published, { path: MISSING_PATH, title, description: title });
  return {
    path: MISSING_PATH,
    view: {
      ...view,
      home: `${site}/`,
      palette: new Handlebars.SafeString(paletteStyle(project.organisation.colours)),
      places: sections.map(({ name, path }) => ({ name, href: addressAt(site, path) })),
    },
  };
};
