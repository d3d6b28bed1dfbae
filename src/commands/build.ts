/** A build: the last one again, where nothing has changed since; else anew, as far as the store does not have it. */

import type { Told } from '../diagnostics/message.ts';
import type { Entry } from '../model/manifest.ts';
import type { Format } from '../model/project.ts';
import type { Day } from '../model/time.ts';
import { traced } from '../world/trace.ts';
import type { World } from '../world/world.ts';
import { remember, unchanged } from './unchanged.ts';

/** What is to be built; empty lists mean all. */
export interface Request {
  readonly packs: readonly string[];
  readonly audiences: readonly string[];
  readonly formats: readonly Format[];
  /** Despatch's own version, for the manifest. */
  readonly version: string;
  /** The present day in London: for warnings alone, no document knows it. */
  readonly today: Day;
  /** Whether warnings stop the build too. */
  readonly strict?: boolean;
}

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
}

/** Formats of one document. */
export interface FormatsOf {
  readonly name: string;
  readonly formats: readonly Format[];
}

/** Builds what is asked for and replaces the output folder; null, and nothing published, where there is an error. */
export const build = async (world: World, request: Request): Promise<Told<Built | null>> => {
  await world.output.recover();
  const last = await unchanged(world, request);
  if (last) return last;
  const { trace, ...sources } = traced(world);
  // What follows takes longer to load than it takes to see that nothing has changed.
  const { buildAnew } = await import('./build-anew.ts');
  const { value, messages } = await buildAnew({ ...world, ...sources }, request);
  if (value) await remember(world, request, await trace(), { value, messages });
  return { value, messages };
};
