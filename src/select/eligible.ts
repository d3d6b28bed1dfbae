import { firstDay, type Day } from '../model/time.ts';
import type { Passage, Project } from '../model/project.ts';

/** For whom and as at when a document is made: all that decides whether a passage may stand in it. */
export interface Reader {
  readonly audience: string;
  /** The document's date. */
  readonly date: Day;
  /** The moment of the document's embargo, else the start of its day in London; milliseconds. */
  readonly released: number;
}

/**
 * Why a passage may never stand in a document for this reader; null where it may.
 * Supersession apart: see `ineligible`.
 */
const barred = (passage: Passage, project: Project, reader: Reader): string | null => {
  const source = project.sources.get(passage.source);
  if (passage.only && !passage.only.includes(reader.audience)) return `only for ${passage.only.join(', ')}`;
  if (passage.status !== 'approved') return passage.status;
  if (passage.expires && passage.expires < reader.date) return `expired on ${passage.expires}`;
  if (passage.embargo && passage.embargo.instant > reader.released)
    return `under embargo until ${passage.embargo.day}${passage.embargo.time ? ` ${passage.embargo.time}` : ''}`;
  if (source && firstDay(source.issued) > reader.date)
    return `its source is of ${source.issued}, after the document's date`;
  return null;
};

/**
 * Why each passage of the library may not stand in a document for this reader; null where it may.
 * A passage is superseded only by one that may itself stand there, else its reader would have neither.
 */
export const ineligible = (project: Project, reader: Reader): ReadonlyMap<string, string | null> => {
  const why = new Map<string, string | null>();
  for (const passage of project.passages.values()) why.set(passage.id, barred(passage, project, reader));
  const able = [...project.passages.values()].filter((passage) => why.get(passage.id) === null);
  for (const later of able)
    for (const id of later.supersedes) if (why.get(id) === null) why.set(id, `superseded by \`${later.id}\``);
  for (const passage of able) {
    const against = passage.attributes['against'];
    const gone = against && why.get(against);
    if (gone && why.get(passage.id) === null)
      why.set(passage.id, `it answers \`${against}\`, which is ${gone}`);
  }
  return why;
};
