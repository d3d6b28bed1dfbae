import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { OutsideError } from '../diagnostics/outside.ts';
import { launch } from './browser/launch.ts';
import type { FoundBrowser, Machine } from './browser/machine.ts';
import { openTab, type Tab } from './open-tab.ts';

const UNSANDBOXED =
  'the browser prints without its sandbox, which this machine does not allow (it runs as root, or without user namespaces)';

/**
 * Starts browsers in their sandbox. On Linux, where Chromium refuses it to root, it runs without for root; for others
 * where the first does not come to open its tab so, but does without, those after it run without too. `note` is told why,
 * once. Trying is surer than other signs (settings of the kernel, the rules of a container), and a failed try takes 0.1 s.
 * `inPage` is the script that runs in pages. What is given back throws an OutsideError where the browser does not start.
 */
export const starter = (
  found: FoundBrowser,
  machine: Machine,
  note: (text: string) => void,
  inPage: Promise<string>,
): (() => Promise<Tab>) => {
  // Null where it has to be tried; root is refused it.
  let sandbox: boolean | null = machine.platform !== 'linux' || (machine.user === 0 ? false : null);
  let isNoted = false;
  const open = async (within: boolean): Promise<Tab> => {
    const tab = await openTab(await launch(found, machine, within), inPage);
    sandbox = within;
    if (!within && !isNoted) note(UNSANDBOXED);
    isNoted ||= !within;
    return tab;
  };
  const start = (): Promise<Tab> => (sandbox === null ? open(true).catch(() => open(false)) : open(sandbox));
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
