import type { Project } from '../model/project.ts';
import { PUBLIC, PUBLIC_AUDIENCE } from '../model/public.ts';
import { standingAt } from '../model/release.ts';
import type { Day } from '../model/time.ts';
import { DocumentReader, together, type Readers } from './readers.ts';

/** Everybody at a moment: whoever reads what is published, of any public audience, with the documents that are out. */
export const publicReaders = (
  project: Pick<Project, 'audiences' | 'packs' | 'passages'>,
  { now, today }: { readonly now: number; readonly today: Day },
  documents: readonly Readers[],
): Readers => {
  const all = new Map([[PUBLIC, PUBLIC_AUDIENCE], ...project.audiences]);
  // Until something else is released, they may read the same.
  const released = standingAt(now, project).since ?? -Infinity;
  const open = [...all.values()].filter((audience) => audience.public);
  const readers = open.map(
    ({ id }) =>
      new DocumentReader(
        { audiences: all },
        { audience: id, date: today, released, pack: '', edition: '', row: null },
      ),
  );
  return together('everybody', [...readers, ...documents]);
};
