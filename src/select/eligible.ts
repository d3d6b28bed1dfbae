import { exhibitsOf } from '../model/exhibit.ts';
import { fieldsFor, wordingFor, type Passage } from '../model/passage.ts';
import { whyUnfilled } from '../model/lack.ts';
import { firstDay, type Day } from '../model/time.ts';
import type { Project } from '../model/project.ts';
import type { Source } from '../model/source.ts';

/** For whom and as at when a document is made: all that decides whether a passage may stand in it. */
export interface Readership {
  readonly audience: string;
  /** The document's date. */
  readonly date: Day;
  /** The moment of the document's embargo, else the start of its day in London; milliseconds. */
  readonly released: number;
  /** Id of the table of those whom it is made for, each their own; null where it is one document for all. */
  readonly recipients: string | null;
}

/**
 * Why a passage may never stand in a document for this reader; null where it may.
 * Supersession apart: see `ineligible`.
 */
const barred = (passage: Passage, project: Project, reader: Readership): string | null => {
  const withheld = whyWithheld(passage, reader);
  if (withheld) return withheld;
  const source = laterSource(passage, project, reader.date);
  if (source) return laterThan(source);
  const unfilled = whyUnfilled(fieldsFor(passage, reader.audience), reader.recipients, project.tables);
  const isShowing = exhibitsOf(wordingFor(passage, reader.audience)).length > 0;
  return (
    unfilled && `it has ${isShowing ? 'a chart or a table of figures' : 'merge fields'}, and ${unfilled}`
  );
};

/** All of a passage by which it may be kept from a reader. */
export interface Withholding extends Pick<Passage, 'only' | 'status' | 'expires' | 'embargo'> {
  readonly attributes: { readonly 'consent-expires'?: Day };
}

/** Why a passage is kept from a reader, whatever the document is; null where it is not. */
export const whyWithheld = (
  passage: Withholding,
  reader: Pick<Readership, 'audience' | 'date' | 'released'>,
): string | null => {
  if (passage.only && !passage.only.includes(reader.audience)) return `only for ${passage.only.join(', ')}`;
  if (passage.status !== 'approved') return passage.status;
  if (passage.expires && passage.expires < reader.date) return `expired on ${passage.expires}`;
  const consent = endedConsent(passage, reader.date);
  if (consent) return `the consent to it expired on ${consent}`;
  if (passage.embargo && passage.embargo.instant > reader.released)
    return `under embargo until ${passage.embargo.day}${passage.embargo.time ? ` ${passage.embargo.time}` : ''}`;
  return null;
};

/** The day on which the consent to a passage expired, where that is before another; null where there is consent still. */
export const endedConsent = (
  { attributes: { 'consent-expires': day } }: Pick<Withholding, 'attributes'>,
  today: Day,
): Day | null => (day !== undefined && day < today ? day : null);

/** Why a passage of such a source is barred. */
export const laterThan = ({ issued }: Source): string =>
  `its source is of ${issued}, after the document's date`;

/** The source of a passage, where it was issued after a document's date. */
export const laterSource = (passage: Passage, { sources }: Project, date: Day): Source | null => {
  const source = sources.get(passage.source);
  return source && firstDay(source.issued) > date ? source : null;
};

/** What may not stand in a document. */
export interface Ineligible {
  /** Null where a passage may. */
  readonly why: ReadonlyMap<string, string | null>;
  /** By the id of each passage that one which may stand there supersedes, the id of that. */
  readonly superseded: ReadonlyMap<string, string>;
  /** The ids of those that may, or might if nothing superseded them. */
  readonly able: ReadonlySet<string>;
}

/**
 * Why each passage of the library may not stand in a document for this reader; null where it may.
 * A passage is superseded only by one that may itself stand there, else its reader would have neither.
 */
export const ineligible = (project: Project, reader: Readership): Ineligible => {
  const why = new Map<string, string | null>();
  const superseded = new Map<string, string>();
  const passages = [...project.passages.values()];
  for (const passage of passages) why.set(passage.id, barred(passage, project, reader));
  barAnswers(passages, why);
  const able = passages.filter((passage) => why.get(passage.id) === null);
  for (const later of able)
    for (const id of later.supersedes) {
      if (!superseded.has(id)) superseded.set(id, later.id);
      if (why.get(id) === null) why.set(id, `superseded by \`${later.id}\``);
    }
  barAnswers(passages, why);
  return { why, superseded, able: new Set(able.map(({ id }) => id)) };
};

/** Bars rebuttals of what is barred, and rebuttals of those. */
const barAnswers = (passages: readonly Passage[], why: Map<string, string | null>): void => {
  const gone = passages.flatMap(({ id, attributes: { against } }) => {
    const reason = against && why.get(id) === null ? why.get(against) : null;
    return against && reason ? [{ id, reason: `it answers \`${against}\`, which is out: ${reason}` }] : [];
  });
  for (const { id, reason } of gone) why.set(id, reason);
  if (gone.length) barAnswers(passages, why);
};
