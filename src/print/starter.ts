import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { OutsideError } from '../diagnostics/outside.ts';
import { launch } from './browser/launch.ts';
import type { FoundBrowser, Machine } from './browser/machine.ts';
import { openTab, type Tab } from './open-tab.ts';

const UNSANDBOXED =
  'the browser prints without its sandbox, which this machine does not allow (it runs as root, or without user namespaces)';

/**
 * Starts browsers in their sandbox. Where the first one on a Linux machine does not come to open its tab so, but does
 * without, those after it run without too, and `note` is told why, once. Trying is surer than the signs (the user's
 * number, settings of the kernel, the rules of a container), and a failed try takes 20–50 ms.
 * `inPage` is the script that runs in pages. What is given back throws an OutsideError where the browser does not start.
 */
export const starter = (
  found: FoundBrowser,
  machine: Machine,
  note: (text: string) => void,
  inPage: Promise<string>,
): (() => Promise<Tab>) => {
  let sandbox: boolean | null = machine.platform === 'linux' ? null : true;
  const open = async (within: boolean): Promise<Tab> => openTab(await launch(found, machine, within), inPage);
  const start = async (): Promise<Tab> => {
    if (sandbox !== null) return open(sandbox);
    try {
      const tab = await open(true);
      sandbox = true;
      return tab;
    } catch {
      const tab = await open(false);
      sandbox = false;
      note(UNSANDBOXED);
      return tab;
    }
  };
  return async () => {
    try {
      return await start();
    } catch (fault) {
      // Where that could not be bundled, it is no fault of the browser's.
      await inPage;
      throw await doesNotStart(found, machine, fault as Error);
    }
  };
};

const doesNotStart = async (found: FoundBrowser, machine: Machine, fault: Error): Promise<OutsideError> => {
  const why = (await complaint(found, machine)) ?? fault.message.split('\n')[0];
  return new OutsideError(
    `The browser \`${found.path}\` does not start: ${why}.`,
    'Start it by hand to see more, or set DESPATCH_CHROME to the path of another Chrome, Chromium or Edge.',
    { cause: fault },
  );
};

/** What the system says of a program that it cannot load, e.g. `error while loading shared libraries: …`. */
const complaint = async (found: FoundBrowser, machine: Machine): Promise<string | null> => {
  // On Windows the question for the version opens a window instead.
  if (machine.platform === 'win32') return null;
  const env = { ...machine.variables, ...found.variables };
  return promisify(execFile)(found.path, ['--version'], { env, timeout: 30_000, killSignal: 'SIGKILL' }).then(
    () => null,
    (fault: { stderr?: string }) => fault.stderr?.trim().split('\n')[0] || null,
  );
};
