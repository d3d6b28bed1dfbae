/** Which words of passages are held to which originals. */

import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Place } from '../../diagnostics/place.ts';
import type { ArchivedOriginal, NamedOriginal } from '../../model/original.ts';
import { isSameLanguage } from '../../model/languages/languages.ts';
import { languageOfText } from '../../model/read-in.ts';
import type { Passage } from '../../model/passage.ts';
import type { Project } from '../../model/project.ts';
import type { Source } from '../../model/source.ts';

/** An original, by what name, and of which source. */
interface HeldTo {
  readonly source: Source;
  readonly file: string;
  readonly original: ArchivedOriginal;
}

/** Words that have to stand in each of some originals. */
export interface HeldWords {
  readonly words: string;
  /** As a message begins: ``The quotation``. */
  readonly name: string;
  readonly place: Place;
  readonly originals: readonly HeldTo[];
}

/**
 * What a passage quotes, in each of its wordings but translations, is held to the original of its own source and, where it is quoted
 * through another source (`from`), to that one's too; the words on which it rests, to the first of these that there is.
 */
export function* heldIn(passage: Passage, project: Project): Iterable<HeldWords> {
  const originals = originalsOf(passage, project);
  const isQuoted = project.vocabulary.kinds.get(passage.kind)?.verbatim && originals.length > 0;
  const own = languageOfText(project, passage);
  const asSaid = passage.wordings.filter(({ language }) => isSameLanguage(language ?? own, own));
  for (const { text, place } of isQuoted ? [passage, ...asSaid] : [])
    yield { words: plain(text), name: 'The quotation', place: placeOf(text, place), originals };
  for (const words of passage.restsOn)
    yield {
      words,
      name: 'What `rests-on` quotes',
      place: passage.places['rests-on'] ?? passage.place,
      originals: originals.slice(0, 1),
    };
}

/** The originals of a passage's own source and of the one that it is quoted from. */
export const originalsOf = (
  { source: own, from }: Passage,
  { sources, originals }: Pick<Project, 'sources' | 'originals'>,
): readonly HeldTo[] =>
  [own, from].flatMap((id) => {
    const source = sources.get(id ?? '');
    const file = source?.original?.file;
    const original = originals.get(file ?? '');
    return source && file && original ? [{ source, file, original }] : [];
  });

/** The originals that sources name, each once. */
export const namedOriginals = ({ sources }: Project): Iterable<NamedOriginal> =>
  new Map(
    [...sources.values()].flatMap(({ original }) => (original ? [[original.file, original]] : [])),
  ).values();

/** The words of a text, a line for each block. */
export const plain = (text: Root): string => text.children.map((block) => toString(block)).join('\n');

const placeOf = (text: Root, { file, ...place }: Place): Place => {
  const { line, column } = text.children[0]?.position?.start ?? place;
  return { file, line, column };
};
