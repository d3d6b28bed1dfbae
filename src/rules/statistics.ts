/** What a document says of statistics, and of itself. */

import type { Root } from 'mdast';
import type { Place } from '../diagnostics/place.ts';
import { exhibitsOf } from '../model/exhibit.ts';
import { fieldsOf } from '../model/field.ts';
import { ownWording } from '../model/passage.ts';
import type { Passage } from '../model/project.ts';
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
  for (const passage of selection.slots.flatMap((slot) => [...slot.passages, ...slot.reserve])) {
    if (passage.kind !== 'statistic') continue;
    const { text, place } = ownWording(passage, edition.audience) ?? passage;
    if (fieldsOf(text).length || exhibitsOf(text).length) continue;
    yield { passage, text, said: plain(text), place };
  }
}

/** The lines that open a document. */
export const linesOf = ({ pack, edition }: Selected): readonly string[] => [
  pack.title,
  ...[edition.headline, edition.summary ?? pack.summary].map((line) => (line ? plain(line.text) : '')),
];
