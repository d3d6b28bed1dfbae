/** Holds the files of documents against what their readers may not see. */

import type { Message } from '../diagnostics/message.ts';
import { documentName } from '../model/document-key.ts';
import { findEdition } from '../model/find-edition.ts';
import { sha256 } from '../model/hash.ts';
import type { Made } from '../model/made.ts';
import type { Entry } from '../model/manifest.ts';
import { memo } from '../model/memo.ts';
import { entryRelease } from '../model/release.ts';
import { inLanguage } from '../model/read-in.ts';
import { checkAll } from '../rules/check.ts';
import { Sentry, type GoingFile } from '../secrecy/sentry.ts';
import { DocumentReader, type Readers } from '../secrecy/readers.ts';
import { Secrets } from '../secrecy/secrets.ts';
import { mergedTexts } from '../secrecy/recipient-texts.ts';
import { textsOf } from '../secrecy/texts.ts';
import { namesIn } from '../secrecy/words.ts';
import type { World } from '../world/world.ts';
import type { Plan } from './plan.ts';
import type { Planned } from './planner.ts';

export class Watch {
  readonly #project: Planned['project'];
  readonly #plans: ReadonlyMap<string, Plan>;
  readonly #sentry: Sentry;
  readonly #readers = new Map<string, Readers>();

  private constructor({ project, plans }: Pick<Planned, 'project' | 'plans'>, sentry: Sentry) {
    this.#project = project;
    this.#plans = new Map(plans.map((plan) => [plan.name, plan]));
    this.#sentry = sentry;
  }

  /** Knows all that must not get out of a project. */
  static over(
    { store }: Pick<World, 'store'>,
    planned: Pick<Planned, 'project' | 'plans' | 'common'>,
  ): Watch {
    const names = new Set([...planned.common.names, ...namesOf(planned)]);
    const secrets = new Secrets(textsOf(planned.project), { words: planned.common.words, names });
    return new Watch(planned, new Sentry(secrets, store));
  }

  /** What a file tells its readers and may not. */
  async look(file: GoingFile, reader: Readers, isCarried = false): Promise<readonly Message[]> {
    const leaks = await this.#sentry.leaks(file, reader);
    const found = leaks.map(({ text: { what, place }, where, found }) => ({ what, place, where, found }));
    return checkAll('file', { path: file.path, readers: reader.name, isCarried, leaks: found });
  }

  /** What the files of a document that was made now tell its reader and may not. */
  async lookAt({ entry, files, texts }: Made): Promise<readonly Message[]> {
    const reader = this.readerOf(entry);
    const messages: Message[] = [];
    for (const [path, bytes] of files) {
      const hash = entry.sha256[path] ?? sha256(bytes);
      const file = { path, hash, read: async () => bytes, texts: texts.get(path) };
      messages.push(...(await this.look(file, reader)));
    }
    return messages;
  }

  /** Whoever a document is made for, as it was made. */
  readerOf(entry: Entry): Readers {
    const name = documentName(entry);
    return memo(this.#readers, name, () => {
      const plan = this.#plans.get(name);
      const table = findEdition(this.#project, entry)?.edition.recipients;
      return new DocumentReader(
        this.#project,
        {
          ...entry,
          date: entry.date,
          released: entryRelease(entry),
          row: entry.recipient && table ? { table, key: entry.recipient.key } : null,
        },
        () => (plan ? mergedTexts(inLanguage(this.#project, plan.project.organisation.language), plan) : []),
      );
    });
  }
}

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
