import { valueHash } from '../model/hash.ts';
import { lazy } from '../model/memo.ts';
import { picked } from '../model/picked.ts';
import type { Passage } from '../model/passage.ts';
import type { Published } from './published.ts';

/** What a page of the library is made of. */
export interface SiteExcerpt {
  /** The site without any text that the page does not show. */
  readonly site: () => Published;
  /** A hash of all of that, but for documents, tables and pictures. */
  readonly madeOf: string;
}

/**
 * What a page is made of that shows these passages: of the project’s sources and passages it holds those of their files, and
 * of the sources that they quote. So it is known by what these say, and can show nothing else.
 */
export const excerptOf = (site: Published, passages: Iterable<Passage>): SiteExcerpt => {
  const { project, outline } = site;
  const ids = new Set(
    Array.from(passages, ({ source, from }) => (from === null ? [source] : [source, from])).flat(),
  );
  const sources = picked(project.sources, ids);
  const files = Array.from(sources.values(), ({ id, file }) => [id, project.fileHashes.get(file)]);
  return {
    site: lazy(() => {
      const own = [...sources.values()].flatMap((source) => source.passages);
      return { ...site, project: { ...project, sources, passages: picked(project.passages, own) } };
    }),
    madeOf: valueHash([outline, files]),
  };
};
