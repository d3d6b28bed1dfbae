/**
 * Looks through a build before it takes the place of the old: each document with its readers in mind, as it is made or as it
 * was made before, and the site, as it lies in the new folder, with everybody. The desk, and what else lies at the top, is
 * the officer's own: it may hold all but to whom documents went.
 */

import { setImmediate as turn } from 'node:timers/promises';
import type { Message } from '../diagnostics/message.ts';
import { sha256 } from '../model/hash.ts';
import { lazy } from '../model/memo.ts';
import { documentFiles, type Manifest } from '../model/manifest.ts';
import type { Planned } from '../produce/planner.ts';
import type { Sink } from '../produce/produce.ts';
import { soughtIn, LeakWatch } from '../produce/leak-watch.ts';
import type { Publication } from '../publish/publish.ts';
import { OFFICER, type Readers } from '../secrecy/readers.ts';
import { Searched } from '../secrecy/searched.ts';
import type { OutgoingFile } from '../secrecy/leak-detector.ts';
import type { SignIndex } from '../secrecy/sign-index.ts';
import { publicReaders } from '../secrecy/public-readers.ts';
import { publicDocuments } from '../site/public-documents.ts';
import { SITE } from '../site/site.ts';
import type { World } from '../world/world.ts';
import { presentOf, type Request } from './request.ts';

/** What the files of a build tell their readers and may not. */
export class LeakSearch {
  readonly #world: Pick<World, 'store' | 'engine'>;
  readonly #planned: Planned;
  readonly #watch: LeakWatch;
  /** What was found in the files of documents that have been looked through, by path. */
  readonly #seen = new Map<string, readonly Message[]>();

  constructor(world: Pick<World, 'store' | 'engine'>, planned: Planned) {
    this.#world = world;
    this.#planned = planned;
    this.#watch = LeakWatch.over(world, planned);
  }

  /** Takes documents to another sink, and looks through those that are made now on the way: what they say has just been read. */
  along(sink: Sink): Sink {
    return {
      add: async (made) => {
        await sink.add(made);
        for (const [path, found] of await this.#watch.lookAt(made)) this.#seen.set(path, found);
      },
      restore: (stored) => sink.restore(stored),
    };
  }

  /** Looks through all else, and gives what was found in any file; `carried` are the files that an earlier build has made. */
  async end(
    publication: Pick<Publication, 'paths' | 'read'>,
    manifest: Manifest,
    request: Pick<Request, 'now' | 'today'>,
    carried: ReadonlySet<string> = new Set(),
  ): Promise<readonly Message[]> {
    const { store, engine } = this.#world;
    const { secrets } = this.#watch;
    const sought = { hash: soughtIn(this.#planned), secrets };
    const searched = await Searched.of(store, await engine(), sought);
    const messages: Message[] = [];
    // What is made has its hash, and what was made before is held against it.
    const hashes = new Map<string, string>(
      manifest.documents.flatMap((entry) => Object.entries(entry.sha256)),
    );
    const readersOf = readersByPath(this.#watch, publication, this.#planned, manifest, request);
    for (const [path, readers] of readersOf) {
      await turn();
      const read = lazy(() => publication.read(path));
      const hash = hashes.get(path) ?? (await hashOf(read));
      if (!hash) continue;
      const left = searched.leftIn({ path, hash, readers });
      const found =
        this.#seen.get(path) ?? (left ? await this.#look({ path, hash, read }, readers, left, carried) : []);
      if (!found.length) searched.add({ path, hash, readers });
      messages.push(...found);
    }
    await searched.end();
    return messages;
  }

  async #look(
    file: OutgoingFile,
    readers: Iterable<Readers>,
    sought: SignIndex,
    carried: ReadonlySet<string>,
  ): Promise<readonly Message[]> {
    const found: Message[] = [];
    const isCarried = carried.has(file.path);
    for (const reader of readers)
      found.push(...(await this.#watch.look(file, reader, { isCarried, sought })));
    return found;
  }
}

const hashOf = async (read: OutgoingFile['read']): Promise<string | null> => {
  const bytes = await read();
  return bytes && sha256(bytes);
};

/** Who reads each file; of the files that several documents share, all their readers. */
const readersByPath = (
  watch: LeakWatch,
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
  for (const entry of manifest.documents) {
    const reader = watch.readerOf(entry);
    for (const path of [...Object.keys(entry.sha256), ...entry.assets]) add(path, reader);
  }
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
