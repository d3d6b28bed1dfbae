import { setTimeout } from 'node:timers/promises';
import { Checking } from '../../src/preview/checking.ts';
import { editorOf } from '../../src/preview/editor.ts';
import type { PreviewState } from '../../src/preview/interface.ts';
import { Session } from '../../src/preview/session.ts';
import type { World } from '../../src/world/world.ts';
import { memoryWorld } from '../world.ts';
import type { Contents } from '../project.ts';

/** A session over files in memory, all its states, and how to wait until it has nothing more to do. */
export const openSession = (contents: Contents, over: Partial<World> = {}) => {
  const world = { ...memoryWorld(contents), ...over };
  const states: PreviewState[] = [];
  const session = new Session({
    world,
    editor: editorOf('/project', world.files),
    checking: new Checking(world),
    today: () => '2025-01-16',
    tell: (state) => void states.push(state),
  });
  const rest = async (): Promise<PreviewState> => {
    while (session.state.busy !== null) await setTimeout(5);
    return session.state;
  };
  return { session, states, world, rest };
};
