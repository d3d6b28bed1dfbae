/** A build: the last one again, where nothing has changed since; else anew, as far as the store does not have it. */

import type { Told } from '../diagnostics/message.ts';
import { traced } from '../world/trace.ts';
import type { World } from '../world/world.ts';
import type { Built, Request } from './request.ts';
import { remember, unchanged } from './unchanged.ts';

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
