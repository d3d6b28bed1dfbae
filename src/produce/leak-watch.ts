/** Holds the files of documents against what their readers may not see. */

import type { Message } from '../diagnostics/message.ts';
import { documentName } from '../model/document-key.ts';
import { findEdition } from '../model/find-edition.ts';
import { valueHash } from '../model/hash.ts';
import type { Made } from '../model/made.ts';
import type { Entry } from '../model/manifest.ts';
import { entryRelease } from '../model/release.ts';
import { inLanguage } from '../model/read-in.ts';
import { checkAll } from '../rules/check.ts';
import { LeakDetector, type OutgoingFile } from '../secrecy/leak-detector.ts';
import { DocumentReader, type Readers } from '../secrecy/readers.ts';
import { Secrets } from '../secrecy/secrets.ts';
import { mergedTexts } from '../secrecy/recipient-texts.ts';
import { addresseeTexts, textsOf } from '../secrecy/texts.ts';
import { namesIn } from '../secrecy/words.ts';
import type { World } from '../world/world.ts';
import type { OpenPlan, Plan } from './plan.ts';
import type { Planned } from './planner.ts';

/** A project whose texts are looked for. */
type SearchedProject = Pick<Planned, 'project' | 'plans' | 'common'>;

export class LeakWatch {
  readonly #project: Planned['project'];
  readonly #plans: ReadonlyMap<string, Plan>;
  readonly #detector: LeakDetector;
  /** All that must not get out. */
  readonly secrets: Secrets;

  private constructor(
    { project, plans }: Pick<Planned, 'project' | 'plans'>,
    secrets: Secrets,
    store: World['store'],
  ) {
    this.#project = project;
    this.#plans = new Map(plans.map((plan) => [plan.name, plan]));
    this.secrets = secrets;
    this.#detector = new LeakDetector(secrets, store);
  }

  /** Knows all that must not get out of a project. */
  static over({ store }: Pick<World, 'store'>, planned: SearchedProject): LeakWatch {
    const names = new Set([...planned.common.names, ...namesOf(planned)]);
    const secrets = new Secrets(textsOf(planned.project), { words: planned.common.words, names });
    return new LeakWatch(planned, secrets, store);
  }

  /** What a file tells its readers and may not, of what is `sought`. */
  async look(
    file: OutgoingFile,
    reader: Readers,
    { isCarried = false, sought = this.secrets.all } = {},
  ): Promise<readonly Message[]> {
    const leaks = await this.#detector.leaks(file, reader, sought);
    const found = leaks.map(({ text: { what, place }, where, found }) => ({ what, place, where, found }));
    return checkAll('file', { path: file.path, readers: reader.name, isCarried, leaks: found });
  }

  /** What each file of a document that was made now tells its reader and may not, by path. */
  async lookAt({ entry, files, texts }: Made): Promise<ReadonlyMap<string, readonly Message[]>> {
    const reader = this.readerOf(entry);
    const found = new Map<string, readonly Message[]>();
    for (const [path, hash] of Object.entries(entry.sha256)) {
      const file = { path, hash, read: async () => files.get(path) ?? null, texts: texts.get(path) };
      found.set(path, await this.look(file, reader));
    }
    return found;
  }

  /** Whoever a document is made for, as it was made; nobody keeps it, since there are thousands. */
  readerOf(entry: Entry): Readers {
    const name = documentName(entry);
    const { audience, date, pack, edition } = entry;
    const plan = this.#plans.get(name);
    const table = findEdition(this.#project, entry)?.edition.recipients;
    return new DocumentReader(
      this.#project,
      {
        audience,
        date,
        pack,
        edition,
        released: entryRelease(entry),
        row: entry.recipient && table ? { table, key: entry.recipient.key } : null,
      },
      plan?.fingerprint,
      () => (plan ? this.#mergedIn(plan.open()) : []),
    );
  }

  #mergedIn({ project, edition }: OpenPlan): ReturnType<typeof mergedTexts> {
    return mergedTexts(inLanguage(this.#project, project.organisation.language), { project, edition });
  }
}

/** A hash of all that is sought in a build, and of what decides who may read it: of all but the code and the readers. */
export const soughtIn = ({ project, common }: SearchedProject): string => {
  const rows = Array.from(addresseeTexts(project), ({ access, pieces }) => [access, pieces]);
  const tables = Array.from(project.tables.values(), (table) => [
    table.id,
    Array.from(table.columns.values(), ({ source }) => source),
    Array.from(table.rows.values(), ({ name }) => name),
  ]);
  const asides = project.asides.map(({ text }) => text);
  return valueHash([project.fileHashes, asides, rows, tables, [...common.words], [...common.names]]);
};

/** What else is called by a name that a document may bear. */
const namesOf = ({ project }: Pick<Planned, 'project'>): readonly string[] =>
  [
    ...[...project.packs.values()].flatMap(({ id, short, editions }) => [
      id,
      short ?? '',
      ...editions.map((one) => one.id),
    ]),
    ...project.audiences.keys(),
    ...project.vocabulary.topics.keys(),
    ...project.vocabulary.kinds.keys(),
    ...project.tables.keys(),
  ].flatMap((name) => namesIn(name, false));
