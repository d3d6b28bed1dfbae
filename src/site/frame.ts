/** What every page of the site has round its content. */

import { z } from 'zod';
import { hrefFrom } from '../render/addresses.ts';
import type { About, Feed } from '../render/social.ts';
import { address, common, SAMPLE, text } from '../render/site-view.ts';
import { addressAt, ATOM_PATH, JSON_PATH } from './feeds.ts';
import type { Published } from './published.ts';

export const frame = {
  ...common,
  name: text('The name of the page, for the title element'),
  home: address('The home page'),
  sections: z.array(
    z.object({ name: text('e.g. `Evidence`'), href: address('Relative to the page'), current: z.boolean() }),
  ),
};

export const FRAME_SAMPLE = {
  ...SAMPLE,
  name: 'Page – Group',
  home: '../index.html',
  sections: [{ name: 'Evidence', href: '../evidence/index.html', current: true }],
};

/** A page of the site, as its frame knows it. */
export interface Framed {
  /** Below the site. */
  readonly path: string;
  /** Its own title; null for the home page. */
  readonly title: string | null;
  readonly description: string;
}

const feedsFor = (path: string, title: string): readonly Feed[] => [
  { title, href: hrefFrom(path, ATOM_PATH), type: 'application/atom+xml' },
  { title, href: hrefFrom(path, JSON_PATH), type: 'application/feed+json' },
];

/** The frame of a page, and what its head says of it. */
export const frameOf = (published: Published, { path, title, description }: Framed) => {
  const { organisation, language, sections, icon } = published;
  const name = title === null ? organisation.name : `${title} – ${organisation.name}`;
  const about: About = {
    title: title ?? organisation.name,
    description,
    issuer: organisation.name,
    icon: hrefFrom(path, icon.path),
    language: organisation.language,
    address: organisation.site && addressAt(organisation.site, path),
    ...(organisation.site ? { feeds: feedsFor(path, organisation.name) } : {}),
  };
  const view = {
    language: organisation.language,
    words: language.words,
    organisation: { name: organisation.name, notice: organisation.notice },
    name,
    home: hrefFrom(path, 'index.html'),
    sections: sections.map((section) => ({
      name: section.name,
      href: hrefFrom(path, section.path),
      current: section.path === path,
    })),
  };
  return { view, about };
};
