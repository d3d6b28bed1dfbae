/** What a document says of statistics, and of itself. */

import type { Root } from 'mdast';
import type { Place } from '../diagnostics/place.ts';
import { exhibitsOf } from '../model/exhibit.ts';
import { fieldsOf } from '../model/field.ts';
import { ownWording, type Passage } from '../model/passage.ts';
import type { Text } from '../model/pack.ts';
import { candidatesOf } from '../model/selection.ts';
import type { Selected } from './subjects.ts';
import { plain } from './words.ts';

export interface SaidStatistic {
  readonly passage: Passage;
  /** In this document. */
  readonly text: Root;
  /** The same without markup. */
  readonly said: string;
  /** Where that is written. */
  readonly place: Place;
}

/** Without those in which figures of a table stand, which has times and places of its own. */
export function* statisticsIn({ edition, selection }: Selected): Iterable<SaidStatistic> {
  for (const passage of candidatesOf(selection)) {
    if (passage.kind !== 'statistic') continue;
    const { text, place } = ownWording(passage, edition.audience) ?? passage;
    if (fieldsOf(text).length || exhibitsOf(text).length) continue;
    yield { passage, text, said: plain(text), place };
  }
}

/** The headline and the summary of a document, where it has them, each with what it is called. */
export const openingLines = ({
  pack,
  edition,
}: Pick<Selected, 'pack' | 'edition'>): readonly (readonly [name: string, line: Text])[] =>
  Object.entries({ headline: edition.headline, summary: edition.summary ?? pack.summary }).flatMap(
    ([name, line]) => (line ? [[name, line] as const] : []),
  );
