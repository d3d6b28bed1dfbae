/** What a build is asked for, and what it tells of what came. */

import type { Entry } from '../model/manifest.ts';
import type { Format } from '../model/formats.ts';
import type { Standing } from '../model/release.ts';
import type { Shard } from '../model/shard.ts';
import { parseMoment, type Day } from '../model/time.ts';

/** What is to be built; empty lists mean all. */
export interface Request {
  readonly packs: readonly string[];
  readonly audiences: readonly string[];
  /** Keys or names of recipients. */
  readonly recipients?: readonly string[];
  readonly formats: readonly Format[];
  /** Of these, one part alone: the output holds nothing else. All where none is named. */
  readonly shard?: Shard;
  /** Despatch's own version, for the manifest. */
  readonly version: string;
  /** The present day in London: for warnings and for the site, no document knows it. */
  readonly today: Day;
  /** The present moment, in milliseconds, by which the site knows what is released; the start of `today` where it is not given. */
  readonly now?: number;
  /** Whether warnings stop the build too. */
  readonly strict?: boolean;
  /** Whether documents are published although those of some rows of a table can't be made. */
  readonly keepGoing?: boolean;
}

/** The present, as the site asks for it. */
export const presentOf = ({ today, now }: Pick<Request, 'today' | 'now'>) => ({
  today,
  now: now ?? parseMoment(today)?.instant ?? 0,
});

export interface Built {
  readonly made: readonly Entry[];
  /** Documents of the last build that were taken over as they were. */
  readonly carried: readonly Entry[];
  /** Formats of documents made anew that were not asked for, and were taken over as they were. */
  readonly kept: readonly FormatsOf[];
  /** Names of documents carried over, and of those kept in some format, that the sources have left behind. */
  readonly outdated: readonly string[];
  /** Names of those made whole because no PDF was made of them to fit them by. */
  readonly unfitted: readonly string[];
  /** Formats that were asked for by name of documents whose templates have none. */
  readonly lacking: readonly FormatsOf[];
  /** Names of those that could not be carried over: their files are gone. */
  readonly lost: readonly string[];
  /** Within which moments the site would be the same. */
  readonly standing: Standing;
}

/** Formats of one document. */
export interface FormatsOf {
  readonly name: string;
  readonly formats: readonly Format[];
}
