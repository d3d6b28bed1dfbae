/** Which documents of a build everybody may read at a moment. */

import type { Entry, Manifest } from '../model/manifest.ts';
import type { Passage, Project } from '../model/project.ts';
import { entryRelease } from '../model/release.ts';

/** Those for public audiences that are no drafts and whose moment has come, without their copies for print. */
export const publicDocuments = (
  { audiences, packs, passages }: Project,
  { documents }: Manifest,
  now: number,
): readonly Entry[] =>
  documents.flatMap((entry) => {
    const isPublic = audiences.get(entry.audience)?.public && !entry.draft;
    const isApproved = packs.get(entry.pack)?.status === 'approved';
    const isOut = entryRelease(entry) <= now;
    const isSound = saidIn(entry).every((id) => isOpen(passages.get(id), entry, now));
    return isPublic && isApproved && isOut && isSound ? [withoutCopies(entry)] : [];
  });

/** Its passages, and those that its page names besides. */
const saidIn = ({ passages, fit }: Entry): readonly string[] => [...passages, ...(fit?.dropped ?? [])];

/** Whether a document may still say a passage: one that stays of an earlier build may hold what has been taken back since. */
const isOpen = (passage: Passage | undefined, { audience }: Entry, now: number): boolean =>
  passage !== undefined &&
  passage.status === 'approved' &&
  (passage.only?.includes(audience) ?? true) &&
  (passage.embargo?.instant ?? 0) <= now;

const withoutCopies = (entry: Entry): Entry => {
  const { copies, ...files } = entry.files;
  const gone = new Set<string>(Object.values(copies ?? {}));
  const without = <Value>(record: Readonly<Record<string, Value>>) =>
    Object.fromEntries(Object.entries(record).filter(([path]) => !gone.has(path)));
  return { ...entry, files, sha256: without(entry.sha256), bytes: without(entry.bytes) };
};
