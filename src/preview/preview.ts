/** The preview of a project: what it holds, its server, and the watch over its files. */

import type { Day } from '../model/time.ts';
import type { World } from '../world/world.ts';
import { Checking } from './checking.ts';
import { editorOf } from './editor.ts';
import { answersOf } from './answers.ts';
import { HeldFiles, heldPackages } from './held-files.ts';
import { makeScreen } from './screen.ts';
import { listen } from './server.ts';
import { Session } from './session.ts';
import { watchProject } from './watch.ts';
import { Writing } from './writing.ts';

export interface PreviewOptions {
  readonly world: World;
  /** The project's folder. */
  readonly root: string;
  /** The port to begin with; any that is free where it is 0. */
  readonly port: number;
  /** What opens files (`editor.ts`). */
  readonly editor: string | undefined;
  readonly today: () => Day;
  /** Takes what the user should know, in whole sentences. */
  readonly note: (text: string) => void;
}

export interface Preview {
  readonly address: string;
  close(): Promise<void>;
}

/** Begins to serve and to watch; the project is read as soon as that is under way. */
export const openPreview = async ({
  world: whole,
  root,
  port,
  editor: setting,
  today,
  note,
}: PreviewOptions): Promise<Preview> => {
  const files = new HeldFiles(whole.files);
  const world = { ...whole, files, packages: heldPackages(whole.packages) };
  const screens = new Set<(event: string, data: unknown) => void>();
  const editor = editorOf(root, whole.files, setting);
  const checking = new Checking(world);
  const writing = new Writing({ root, files: whole.files, checking, today });
  const session = new Session({
    world,
    editor,
    checking,
    today,
    tell: (state) => screens.forEach((send) => send('state', state)),
  });
  const screen = await makeScreen(world.packages);
  const server = await listen(port, {
    answer: answersOf({ session, screen, editor, writing, files: whole.files }),
    listen: (send) => {
      screens.add(send);
      send('state', session.state);
      return () => screens.delete(send);
    },
  });
  if (port && server.port !== port) note(`Port ${port} is in use: the preview has ${server.port}.`);
  session.warm();
  const watching = await watchProject(root, {
    seen: (path, isOther) => files.forget(path, isOther),
    changed: () => session.refresh(),
    note,
  });
  session.refresh();
  return {
    address: `http://127.0.0.1:${server.port}/`,
    close: async () => {
      await Promise.all([watching.close(), server.close()]);
      await session.close();
    },
  };
};
