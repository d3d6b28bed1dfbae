/** Which documents of a build everybody may read at a moment. */

import { count } from '../diagnostics/count.ts';
import { warning, type Message } from '../diagnostics/message.ts';
import { findEdition } from '../model/find-edition.ts';
import { groupBy } from '../model/group.ts';
import type { Entry, Manifest } from '../model/manifest.ts';
import type { Passage } from '../model/passage.ts';
import type { Project } from '../model/project.ts';
import { entryRelease, releaseOf } from '../model/release.ts';
import { endedConsent } from '../select/eligible.ts';
import type { Present } from './published-pack.ts';

/** Those for public audiences that are no drafts and whose moment has come, without their copies for print. */
export const publicDocuments = (project: Project, manifest: Manifest, present: Present): readonly Entry[] =>
  releasedDocuments(project, manifest, present)
    .filter((entry) => saidIn(entry).every((id) => isOpen(project.passages.get(id), entry, present)))
    .map(withoutCopies);

/** Those that may be read at a moment, were there nothing in them that may not: as they were made, and as they would be now. */
const releasedDocuments = (
  { audiences, packs }: Project,
  { documents }: Manifest,
  { now }: Present,
): readonly Entry[] =>
  documents.filter((entry) => {
    const found = findEdition({ packs }, entry);
    if (!found || entry.draft || found.pack.status !== 'approved') return false;
    const { pack, edition } = found;
    const isPublic = [entry, edition].every(({ audience }) => audiences.get(audience)?.public);
    return isPublic && Math.max(entryRelease(entry), releaseOf(pack, edition)) <= now;
  });

/** Its passages, and those that its page names besides. */
const saidIn = ({ passages, fit }: Entry): readonly string[] => [...passages, ...(fit?.dropped ?? [])];

/** Whether a document may still say a passage: it may hold what has been taken back since it was made, or since its day. */
const isOpen = (passage: Passage | undefined, { audience }: Entry, { now, today }: Present): boolean =>
  passage !== undefined &&
  passage.status === 'approved' &&
  (passage.only?.includes(audience) ?? true) &&
  (passage.embargo?.instant ?? 0) <= now &&
  endedConsent(passage, today) === null;

/** Says for which passages, to which there is no consent any more, documents stay out of the site. */
export const endedConsents = (project: Project, manifest: Manifest, present: Present): readonly Message[] => {
  const held = releasedDocuments(project, manifest, present).flatMap((entry) =>
    saidIn(entry).flatMap((id) => {
      const passage = project.passages.get(id);
      const day = passage ? endedConsent(passage, present.today) : null;
      return passage && day !== null ? [{ passage, day, path: entry.files.html }] : [];
    }),
  );
  return Array.from(
    groupBy(held, ({ passage }) => passage).values(),
    ([{ passage, day, path }, ...others]) => {
      const more = others.length ? ` and ${count(others.length, 'more document')}` : '';
      return warning(
        'site-consent',
        passage.places['consent-expires'] ?? passage.place,
        `The consent to \`${passage.id}\` expired on ${day}: \`${path}\`${more} can't be in the site`,
        {
          remedy: 'Leave the passage out of the pack, or give it the new day where the consent was renewed.',
        },
      );
    },
  );
};

const withoutCopies = (entry: Entry): Entry => {
  const { copies, ...files } = entry.files;
  const gone = new Set<string>(Object.values(copies ?? {}));
  const without = <Value>(record: Readonly<Record<string, Value>>) =>
    Object.fromEntries(Object.entries(record).filter(([path]) => !gone.has(path)));
  return { ...entry, files, sha256: without(entry.sha256), bytes: without(entry.bytes) };
};
