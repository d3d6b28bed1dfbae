/** What of a project and a build everybody may read at a moment: all that the site is made of. */

import { typesetLine } from '../compose/typography.ts';
import type { Language } from '../model/languages/language.ts';
import { languageOf } from '../model/languages/languages.ts';
import type { Entry, Manifest } from '../model/manifest.ts';
import type { Organisation, Pack, Project } from '../model/project.ts';
import type { Day } from '../model/time.ts';
import { iconOf, type Icon } from './icon.ts';
import { publicDocuments } from './public-documents.ts';

/** When the site is made. */
export interface Present {
  readonly today: Day;
  /** Milliseconds. */
  readonly now: number;
}

export interface Published {
  readonly project: Project;
  /** Its texts as readers see them. */
  readonly organisation: Pick<
    Organisation,
    'name' | 'short' | 'about' | 'notice' | 'site' | 'language' | 'contact'
  >;
  readonly language: Language;
  readonly today: Day;
  /** Packs with documents for the public, the newest first. */
  readonly packs: readonly PublishedPack[];
  readonly icon: Icon;
  /** The parts of the site that each page names. */
  readonly sections: readonly SiteSection[];
}

export interface SiteSection {
  readonly name: string;
  /** Below the site. */
  readonly path: string;
}

export interface PublishedPack {
  readonly pack: Pack;
  /** As readers see it. */
  readonly title: string;
  /** Of its page, below the site. */
  readonly path: string;
  /** The latest of its date and those of its changes. */
  readonly changed: Day;
  /** At least one, in the order of its editions. */
  readonly entries: readonly Entry[];
}

export const published = (project: Project, manifest: Manifest, present: Present): Published => {
  const { organisation } = project;
  const language = languageOf(organisation.language);
  const documents = publicDocuments(project, manifest, present.now);
  const packs = [...project.packs.values()].flatMap((pack) => {
    const entries = documents.filter((entry) => entry.pack === pack.id);
    return entries.length ? [publishedPack(pack, entries, present.today)] : [];
  });
  const { name, short, about, notice } = organisation;
  return {
    project,
    organisation: {
      ...organisation,
      name: typesetLine(name),
      short: typesetLine(short),
      about: about && typesetLine(about),
      notice: notice && typesetLine(notice),
    },
    language,
    today: present.today,
    packs: packs.toSorted((a, b) => compare(b.pack.date, a.pack.date) || compare(a.pack.id, b.pack.id)),
    icon: iconOf(organisation.colours),
    sections: [{ name: language.words.publications, path: 'index.html' }],
  };
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const publishedPack = (pack: Pack, entries: readonly Entry[], today: Day): PublishedPack => {
  const revisions = pack.revisions.filter(({ date }) => date <= today);
  return {
    pack: { ...pack, revisions: revisions.toSorted((a, b) => compare(b.date, a.date)) },
    title: typesetLine(pack.title),
    path: packPath(pack),
    changed: [pack.date, ...revisions.map(({ date }) => date)].toSorted().at(-1) ?? pack.date,
    entries,
  };
};

/** Where the page of a pack lies below the site: at the address that is printed, where it has one. */
const packPath = ({ id, short }: Pack): string => `${short ?? id}/index.html`;
