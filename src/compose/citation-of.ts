import type { PhrasingContent } from 'mdast';
import { cite } from '../citation/cite.ts';
import { languageOf } from '../model/languages/languages.ts';
import type { Passage, Project } from '../model/project.ts';
import { typesetPhrases } from './typography.ts';

/** The citation of a passage's source. `earlier` is the number of the first note that cites it, where one does. */
export const citationOf = (
  project: Project,
  { source: id, from: quoted, locator }: Passage,
  style: 'short' | 'full',
  earlier: number | null = null,
): readonly PhrasingContent[] => {
  const source = project.sources.get(id);
  if (!source) throw new Error(`the source ${id} was not loaded`);
  const from = quoted === null ? null : (project.sources.get(quoted) ?? null);
  const language = languageOf(project.organisation.language);
  return typesetPhrases(cite({ source, locator, from, earlier }, style, language));
};
