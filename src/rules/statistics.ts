/** What a document says of statistics, and of itself. */

import type { Place } from '../diagnostics/place.ts';
import { exhibitsOf } from '../model/exhibit.ts';
import { fieldsOf } from '../model/field.ts';
import { wordingFor } from '../model/passage.ts';
import type { Passage } from '../model/project.ts';
import type { Selected } from './subjects.ts';
import { plain } from './words.ts';

export interface SaidStatistic {
  readonly passage: Passage;
  /** Its text in this document, without markup. */
  readonly said: string;
  /** Where that is written. */
  readonly place: Place;
}

/** Without those in which figures of a table stand, which has times and places of its own. */
export function* statisticsIn({ edition, selection }: Selected): Iterable<SaidStatistic> {
  for (const passage of selection.slots.flatMap((slot) => [...slot.passages, ...slot.reserve])) {
    if (passage.kind !== 'statistic') continue;
    const text = wordingFor(passage, edition.audience);
    if (fieldsOf(text).length || exhibitsOf(text).length) continue;
    const place = passage.wordings.find((one) => one.text === text)?.place ?? passage.place;
    yield { passage, said: plain(text), place };
  }
}

/** The lines that open a document. */
export const linesOf = ({ pack, edition }: Selected): readonly string[] => [
  pack.title,
  ...[edition.headline, edition.summary ?? pack.summary].map((line) => (line ? plain(line.text) : '')),
];
