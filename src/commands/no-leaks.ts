/**
 * Looks through a build as it lies in its new folder, before that takes the place of the old: each document with its readers
 * in mind, made now or before, and the site with everybody. The desk, and what else lies at the top, is the officer's own:
 * it may hold all but to whom documents went.
 */

import type { Message } from '../diagnostics/message.ts';
import { sha256 } from '../model/hash.ts';
import { lazy } from '../model/memo.ts';
import { documentFiles, type Manifest } from '../model/manifest.ts';
import type { Planned } from '../produce/planner.ts';
import { Watch } from '../produce/watch.ts';
import type { Publication } from '../publish/publish.ts';
import { OFFICER, type Readers } from '../secrecy/readers.ts';
import type { GoingFile } from '../secrecy/sentry.ts';
import { publicReaders } from '../secrecy/public-readers.ts';
import { publicDocuments } from '../site/public-documents.ts';
import { SITE } from '../site/site.ts';
import type { World } from '../world/world.ts';
import { presentOf, type Request } from './request.ts';

/** What any file of a build tells its readers and may not; `carried` are the files that an earlier build has made. */
export const findLeaks = async (
  world: Pick<World, 'store'>,
  publication: Pick<Publication, 'paths' | 'read'>,
  planned: Planned,
  manifest: Manifest,
  request: Pick<Request, 'now' | 'today'>,
  carried: ReadonlySet<string> = new Set(),
): Promise<readonly Message[]> => {
  const watch = Watch.over(world, planned);
  const messages: Message[] = [];
  // What is made has its hash, and what was made before is held against it.
  const hashes = new Map<string, string>(manifest.documents.flatMap((entry) => Object.entries(entry.sha256)));
  for (const [path, readers] of readersByPath(watch, publication, planned, manifest, request)) {
    const read = lazy(() => publication.read(path));
    const hash = hashes.get(path) ?? (await hashOf(read));
    if (!hash) continue;
    const file = { path, hash, read };
    for (const reader of readers) messages.push(...(await watch.look(file, reader, carried.has(path))));
  }
  return messages;
};

const hashOf = async (read: GoingFile['read']): Promise<string | null> => {
  const bytes = await read();
  return bytes && sha256(bytes);
};

/** Who reads each file; of the files that several documents share, all their readers. */
const readersByPath = (
  watch: Watch,
  publication: Pick<Publication, 'paths'>,
  { project }: Planned,
  manifest: Manifest,
  request: Pick<Request, 'now' | 'today'>,
): ReadonlyMap<string, ReadonlySet<Readers>> => {
  const readers = new Map<string, Set<Readers>>();
  const add = (path: string, reader: Readers): void => {
    const known = readers.get(path) ?? new Set();
    readers.set(path, known.add(reader));
  };
  for (const entry of manifest.documents)
    for (const path of [...Object.keys(entry.sha256), ...entry.assets]) add(path, watch.readerOf(entry));
  const present = presentOf(request);
  const entries = publicDocuments(project, manifest, present);
  const everybody = publicReaders(
    project,
    present,
    entries.map((entry) => watch.readerOf(entry)),
  );
  // Public documents are in the site under second names; whatever else is there, everybody reads.
  const known = new Set(documentFiles({ documents: [...entries] }).map((path) => `${SITE}/${path}`));
  for (const path of publication.paths())
    if (!path.startsWith(`${SITE}/`)) add(path, OFFICER);
    else if (!known.has(path)) add(path, everybody);
  return readers;
};
