/** What of a project and a build everybody may read at a moment: all that the site is made of. */

import { typesetLine } from '../compose/typography.ts';
import { byCodeUnit } from '../diagnostics/order.ts';
import { valueHash } from '../model/hash.ts';
import { groupBy } from '../model/group.ts';
import type { Language } from '../model/languages/language.ts';
import { languageOf } from '../model/languages/languages.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Organisation } from '../model/organisation.ts';
import type { Project } from '../model/project.ts';
import type { Day } from '../model/time.ts';
import type { Files } from '../world/world.ts';
import { iconOf, type Icon } from './icon.ts';
import { imagesOf, type SiteImage } from './images.ts';
import { libraryOf, type Evidence, type PublicLibrary } from './library.ts';
import { EVIDENCE_PATH, HOME_PATH, SEARCH_PATH, SOURCES_PATH, TOPICS_PATH } from './paths.ts';
import { publishedPack, type Present, type PublishedPack } from './published-pack.ts';
import { publicDocuments } from './public-documents.ts';

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
  readonly library: PublicLibrary;
  /** What evidence shows, by path in the project. */
  readonly images: ReadonlyMap<string, SiteImage>;
  readonly icon: Icon;
  /** The parts of the site that each page names. */
  readonly sections: readonly SiteSection[];
  /** A hash of all of it that pages show, but for documents, tables, pictures and what files of sources say. */
  readonly outline: string;
}

export interface SiteSection {
  readonly name: string;
  /** Below the site. */
  readonly path: string;
}

export const published = async (
  files: Files,
  project: Project,
  manifest: Manifest,
  present: Present,
): Promise<Published> => {
  const { organisation } = project;
  const language = languageOf(organisation.language);
  const documents = publicDocuments(project, manifest, present);
  const ofPack = groupBy(documents, ({ pack }) => pack);
  const found = [...project.packs.values()].flatMap((pack) => {
    const entries = ofPack.get(pack.id);
    return entries ? [publishedPack(pack, entries, present.today)] : [];
  });
  const packs = found.toSorted(
    (a, b) => byCodeUnit(b.pack.date, a.pack.date) || byCodeUnit(a.pack.id, b.pack.id),
  );
  const library = libraryOf(project, packs, present);
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
    packs,
    library,
    images: await imagesOf(files, project, library),
    icon: iconOf(organisation.colours),
    sections: sectionsOf(language.words, library),
    outline: outlineOf(project, packs, library),
  };
};

/** What pages know of the library besides what files of sources say is which evidence there is, and what leads to it. */
const outlineOf = (
  project: Project,
  packs: readonly PublishedPack[],
  { evidence, moved, topics }: PublicLibrary,
): string => {
  const ofSources = new Set(Array.from(project.sources.values(), ({ file }) => file));
  return valueHash([
    [...project.fileHashes].filter(([path]) => !ofSources.has(path)),
    packs.map(({ pack, entries }) => [pack.id, [...new Set(entries.map(({ edition }) => edition))]]),
    Array.from(evidence.values(), ({ passage, uses, supersededBy }) => [
      passage.id,
      uses.map(({ pack }) => pack.id),
      supersededBy,
    ]),
    moved,
    Array.from(topics.values(), (topic) => [topic.path, idsOf(topic.evidence)]),
  ]);
};

const idsOf = (evidence: readonly Evidence[]): readonly string[] => evidence.map(({ passage }) => passage.id);

const sectionsOf = (
  words: Language['words'],
  { evidence, topics }: PublicLibrary,
): readonly SiteSection[] => [
  { name: words.publications, path: HOME_PATH },
  ...(topics.size ? [{ name: words.topics, path: TOPICS_PATH }] : []),
  ...(evidence.size
    ? [
        { name: words.evidence, path: EVIDENCE_PATH },
        { name: words.sources, path: SOURCES_PATH },
        { name: words.search, path: SEARCH_PATH },
      ]
    : []),
];
