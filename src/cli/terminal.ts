import { readFileSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { diskFiles } from '../load/disk.ts';
import { hasErrors, once, type Message } from '../model/message.ts';
import { UsageError } from '../model/usage.ts';
import type { Printer, World } from '../model/world.ts';
import { findBrowser } from '../print/browser.ts';
import type { Machine } from '../print/machine.ts';
import { openPrinter } from '../print/printer.ts';
import { diskOutput } from '../publish/output.ts';
import { installedPackages } from '../render/packages.ts';
import { printable } from './printable.ts';
import { progressOn, type Progress } from './progress.ts';
import { report, tally, type Manner, type Reporter } from './report.ts';

/** Options that every command has. */
export interface Common {
  readonly root: string;
  readonly reporter: Reporter;
  readonly strict?: boolean;
  readonly now?: string;
}

/** One run of a command: the process it runs in, what it says, and how it ends. */
export class Terminal {
  readonly host: NodeJS.Process;
  readonly progress: Progress;
  readonly version: string;
  /** Whether the input has errors. */
  failed = false;
  interrupted = false;
  #printer: Printer | null = null;

  constructor(host: NodeJS.Process) {
    this.host = host;
    this.progress = progressOn(host.stderr);
    const about: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    this.version = (about as { version: string }).version;
  }

  /** The world of a project; `out` is the output folder, `output/` in the project unless another is named. */
  world({ root }: Common, out = join(root, 'output')): World {
    if (!statSync(root, { throwIfNoEntry: false })?.isDirectory())
      throw new UsageError(
        `There is no folder \`${root}\``,
        'Name the folder that holds `sources` and `templates`.',
      );
    return {
      files: diskFiles(root),
      packages: installedPackages(root),
      output: diskOutput(out, root),
      openPrinter: () => this.#open(),
      progress: (done, all, name) => this.progress.show(`${done + 1}/${all} ${name}`),
    };
  }

  /** Says what was found, the same thing once: to standard error, so that results can be piped. */
  tell(found: readonly Message[], { reporter, root, strict = false }: Common): void {
    const messages = once(found);
    this.progress.clear();
    const colour = reporter === 'text' && (this.host.stderr.isTTY ?? false) && !this.host.env['NO_COLOR'];
    const manner: Manner = { reporter, colour, root: resolve(root) };
    if (messages.length || reporter === 'json') this.host.stderr.write(report(messages, manner));
    if (messages.length && reporter === 'text') this.host.stderr.write(`${tally(messages)}\n`);
    this.failed ||= hasErrors(messages) || (strict && messages.length > 0);
  }

  /** A line or more to standard error. */
  complain(text: string): void {
    this.host.stderr.write(printable(text));
  }

  /** A result, to standard output. */
  say(text: string): void {
    this.progress.clear();
    this.host.stdout.write(printable(text));
  }

  /** Ends what is under way: closes the browser, so that the command fails at once and tidies up. */
  async interrupt(): Promise<void> {
    if (this.interrupted) this.host.exit(130);
    this.interrupted = true;
    await this.#printer?.close();
  }

  async #open(): Promise<Printer> {
    const note = (text: string) => {
      this.progress.clear();
      this.complain(`note: ${text}\n`);
    };
    const machine = machineOf(this.host);
    const printer = await openPrinter({ browser: await findBrowser(machine), machine, note });
    this.#printer = printer;
    if (this.interrupted) await printer.close();
    return printer;
  }
}

const machineOf = (host: NodeJS.Process): Machine => ({
  variables: host.env,
  platform: host.platform,
  arch: host.arch,
  home: homedir(),
  temp: tmpdir(),
  user: host.getuid?.() ?? null,
});
