import { z } from 'zod';
import type { SiteTemplate } from '../../render/site-page.ts';
import { address } from '../../render/site-view.ts';
import { hrefFrom } from '../../render/addresses.ts';
import { frame, FRAME_SAMPLE, frameOf } from '../frame.ts';
import { EVIDENCE_PATH, SEARCH_PATH, TOPICS_PATH } from '../paths.ts';
import type { Published } from '../published.ts';
import { searchData } from '../search-data.ts';

const schema = z.object({
  ...frame,
  topics: address('The page of all topics'),
  evidence: address('The page of all evidence'),
});

/** The page of search, as it is where scripts do not run. */
type SearchView = z.infer<typeof schema>;

const sample: Omit<SearchView, 'stylesheet'> = {
  ...FRAME_SAMPLE,
  topics: '../topics/index.html',
  evidence: '../evidence/index.html',
};

export const SEARCH_PAGE: SiteTemplate<SearchView> = {
  name: 'search',
  sheet: 'site',
  called: 'the page of search',
  schema,
  sample,
};

export const searchPage = (site: Published) => {
  const { words } = site.language;
  const path = SEARCH_PATH;
  const { view, about } = frameOf(site, { path, title: words.search, description: words.searchFor });
  const links = { topics: hrefFrom(path, TOPICS_PATH), evidence: hrefFrom(path, EVIDENCE_PATH) };
  return { path, about, view: { ...view, ...links }, data: { id: 'search--data', value: searchData(site) } };
};
