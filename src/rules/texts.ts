/** The texts of a document, where each was written: by this a fault on paper is told to those who wrote what is at fault. */

import { HEADLINE, SUMMARY } from '../model/mark.ts';
import type { Message } from '../diagnostics/message.ts';
import type { Place } from '../diagnostics/place.ts';
import type { Passage } from '../model/passage.ts';
import type { Template } from '../model/template.ts';

export interface Texts {
  /** The library's passages, by id. */
  readonly passages: ReadonlyMap<string, Pick<Passage, 'place'>>;
  readonly headline: Place;
  readonly summary: Place;
  /** The figures that are set large beside passages, with the ids of these: to a PDF they are decoration. */
  readonly figures: readonly (readonly [figure: string, passage: string])[];
}

/** A text as messages name it. */
export interface NamedText {
  readonly place: Place;
  /** e.g. `the passage `restore-hours``. */
  readonly name: string;
}

/** The text that a page calls so in `data-of`; null where there is none. */
export const textNamed = ({ passages, headline, summary }: Texts, of: string | null): NamedText | null => {
  if (of === HEADLINE) return { place: headline, name: 'the headline' };
  if (of === SUMMARY) return { place: summary, name: 'the summary' };
  const passage = passages.get(of ?? '');
  return passage ? { place: passage.place, name: `the passage \`${of}\`` } : null;
};

/** The id of the passage whose figure it is that stands on paper, whole or its first line; null where it is none's. */
export const ofFigure = ({ figures }: Texts, words: string): string | null =>
  figures.find(([figure]) => `${figure} `.replace(/\s/gu, ' ').startsWith(`${words} `))?.[1] ?? null;

/** Beside a message at a text: the template that shows it. */
export const shownBy = ({
  id,
  place,
}: Pick<Template, 'id' | 'place'>): NonNullable<Message['related']>[number] => ({
  place,
  text: `the template \`${id}\`, which shows it`,
});
