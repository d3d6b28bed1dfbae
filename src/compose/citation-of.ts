import type { PhrasingContent } from 'mdast';
import { cite } from '../citation/cite.ts';
import { languageOf } from '../model/languages/languages.ts';
import { memo } from '../model/memo.ts';
import type { Cited, Passage } from '../model/passage.ts';
import type { Project } from '../model/project.ts';
import type { Source } from '../model/source.ts';
import { typesetPhrases } from './typography.ts';

interface ComposedCitation {
  /** The source that it quotes from. */
  readonly from: Source | null;
  readonly phrases: readonly PhrasingContent[];
}

/** Citations as they were set for other documents: setting one takes a while. */
const known = new WeakMap<Source, Map<string, ComposedCitation>>();

/** The citation of a passage's source. `earlier` is the number of the first note that cites it, where one does. */
export const citationOf = (
  { sources, organisation }: Pick<Project, 'sources' | 'organisation'>,
  { source: id, from: quoted, locator }: Pick<Passage, 'source' | 'locator' | 'from'>,
  style: 'short' | 'full',
  earlier: number | null = null,
): readonly PhrasingContent[] => {
  const source = sources.get(id);
  if (!source) throw new Error(`the source ${id} was not loaded`);
  const from = quoted === null ? null : (sources.get(quoted) ?? null);
  const citations = memo(known, source, () => new Map<string, ComposedCitation>());
  const key = JSON.stringify([quoted, locator, style, earlier, organisation.language]);
  const before = citations.get(key);
  if (before?.from === from) return before.phrases;
  const language = languageOf(organisation.language);
  const phrases = typesetPhrases(cite({ source, locator, from, earlier }, style, language));
  citations.set(key, { from, phrases });
  return phrases;
};

/** What figures of a passage are from, where the citation of its own source does not name it. */
export const citedBesides = ({ source, locator, from, cites = [] }: Passage): readonly Cited[] =>
  cites.filter(
    (one) => from !== null || one.source !== source || (one.locator !== null && one.locator !== locator),
  );
