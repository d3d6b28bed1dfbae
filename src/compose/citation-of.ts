import type { PhrasingContent } from 'mdast';
import { cite } from '../citation/cite.ts';
import { languageOf } from '../model/languages/languages.ts';
import type { Passage, Project, Source } from '../model/project.ts';
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
  const { language } = project.organisation;
  const make = () => typesetPhrases(cite({ source, locator, from, earlier }, style, languageOf(language)));
  if (from) return make();
  const known = CITED.get(source) ?? new Map<string, readonly PhrasingContent[]>();
  CITED.set(source, known);
  const key = JSON.stringify([locator, earlier, style, language]);
  const citation = known.get(key) ?? make();
  known.set(key, citation);
  return citation;
};

/** Citations by their sources: many documents have the same. */
const CITED = new WeakMap<Source, Map<string, readonly PhrasingContent[]>>();
