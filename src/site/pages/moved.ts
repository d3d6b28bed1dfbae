import { z } from 'zod';
import { hrefFrom } from '../../render/addresses.ts';
import type { SiteTemplate } from '../../render/site-page.ts';
import { address } from '../../render/site-view.ts';
import { frame, FRAME_SAMPLE, frameOf } from '../frame.ts';
import { evidencePath } from '../paths.ts';
import type { Published } from '../published.ts';

const schema = z.object({ ...frame, href: address('Where it is now') });

/** The page at an address that a passage had before. */
type MovedView = z.infer<typeof schema>;

const sample: Omit<MovedView, 'stylesheet'> = { ...FRAME_SAMPLE, href: 'name.html' };

export const MOVED: SiteTemplate<MovedView> = {
  name: 'moved',
  sheet: 'site',
  called: 'the page of a former id',
  schema,
  sample,
};

export const movedPage = (site: Published, former: string, id: string) => {
  const path = evidencePath(former);
  const { words } = site.language;
  const { view, about } = frameOf(site, { path, title: words.moved, description: words.moved });
  const { site: base } = site.organisation;
  const now = base && `${base}/${evidencePath(id)}`;
  return {
    path,
    about: { ...about, address: now },
    view: { ...view, href: hrefFrom(path, evidencePath(id)) },
  };
};
