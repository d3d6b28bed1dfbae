import type { Audience } from './audience.ts';

/** The site as an audience: whoever reads what is published. A project may say more of it, and can't make it private. */
export const PUBLIC = 'public';

export const PUBLIC_AUDIENCE: Audience = {
  id: PUBLIC,
  name: 'the public',
  template: null,
  public: true,
  grade: null,
  numbers: 'figures',
  days: 'any',
  language: null,
};

/** The folders and files at the top of the site that no pack may be called by. */
export const SITE_NAMES: readonly string[] = [
  '404',
  'assets',
  'evidence',
  'feed',
  'index',
  'manifest',
  'robots',
  'search',
  'sitemap',
  'sources',
  'topics',
];
