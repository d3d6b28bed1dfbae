import type { Processes } from '../../world/leftovers.ts';

/** The machine on which a browser is looked for and run; `commands/machine-of.ts` fills it in, tests make their own. */
export interface Machine {
  /** The environment's variables. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** As Node names it, e.g. `linux`. */
  readonly platform: string;
  /** The processor, as `process.arch` names it, e.g. `x64`. */
  readonly arch: string;
  /** The user's home folder. */
  readonly home: string;
  /** How many browsers print on it side by side. */
  readonly browsers: number;
  /** The folder for temporary files. */
  readonly temp: string;
  /** The user's number; null on Windows, which has none. */
  readonly user: number | null;
  readonly processes: Processes;
}

/** Browsers that run elsewhere, by the addresses of their websockets. */
export interface RemoteBrowsers {
  readonly origin: 'remote';
  readonly endpoints: readonly string[];
}

/** A browser that can be started. */
export interface FoundBrowser {
  readonly path: string;
  /** Named by DESPATCH_CHROME, bundled with despatch, downloaded by Puppeteer, or installed on the machine. */
  readonly origin: 'named' | 'bundled' | 'downloaded' | 'installed';
  /** The variables that it needs besides the machine's own. */
  readonly variables: Readonly<Record<string, string>>;
}
