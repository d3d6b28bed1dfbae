/** A project as it is read in a language. */

import { memo } from './memo.ts';
import type { Edition } from './pack.ts';
import type { Passage } from './passage.ts';
import type { Project } from './project.ts';

/** The language of an edition's documents: its own, else its audience's, else the organisation's. */
export const languageFor = ({ audiences, organisation }: Project, edition: Edition): string =>
  edition.language ?? audiences.get(edition.audience)?.language ?? organisation.language;

const READ = new WeakMap<Project, Map<string, Project>>();

/**
 * A project with its passages as they are read in a language, and that as the organisation's: where a passage has words
 * in it, these are chosen. What is in another language says so.
 */
export const inLanguage = (project: Project, language: string): Project =>
  memo(
    memo(READ, project, () => new Map<string, Project>()),
    language,
    () => {
      const { organisation } = project;
      const isOwn = language === organisation.language;
      const all = [...project.passages.values()];
      if (isOwn && !all.some(hasTranslation)) return project;
      const passages = new Map(
        all.map((passage) => [
          passage.id,
          isOwn && !hasTranslation(passage)
            ? passage
            : { ...passage, language: languageOfText(project, passage), readIn: language },
        ]),
      );
      return {
        ...project,
        ...(isOwn ? {} : { writtenIn: organisation.language }),
        organisation: { ...organisation, language },
        passages,
      };
    },
  );

const hasTranslation = ({ wordings }: Passage): boolean => wordings.some(({ language }) => language !== null);

/** The language of a passage's own text: of what somebody else has said, that of its source. */
export const languageOfText = ({ organisation, sources, vocabulary }: Project, passage: Passage): string => {
  const isQuoted = vocabulary.kinds.get(passage.kind)?.verbatim ?? false;
  const quoted = isQuoted ? sources.get(passage.source)?.language : null;
  return passage.language ?? quoted ?? organisation.language;
};
