import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { diskWorld, type DiskWorld } from '../commands/disk-world.ts';
import { machineOf } from '../commands/machine-of.ts';
import { once, stops, type Message } from '../diagnostics/message.ts';
import { diskOutput } from '../world/disk-output.ts';
import { memo } from '../model/memo.ts';
import { GUIDE, PACKAGE } from '../world/package.ts';
import type { Output, Printer, World } from '../world/world.ts';
import { printable } from './printable.ts';
import { progressOn, type Progress } from './progress.ts';
import { report, tally, type Reporter } from './report.ts';
import type { ReportOptions } from './reporters/report-options.ts';

/** Options that every command has. */
export interface CommonOptions {
  readonly root: string;
  readonly reporter: Reporter;
  readonly strict?: boolean;
  readonly quiet?: boolean;
  readonly now?: string;
}

/** A file’s text as messages count its columns; null where it can’t be read. */
const textOf = (path: string): string | null => {
  try {
    return new TextDecoder().decode(readFileSync(path)).normalize('NFC');
  } catch {
    return null;
  }
};

/** One run of a command: the process it runs in, what it says, and how it ends. */
export class Terminal {
  readonly host: NodeJS.Process;
  readonly progress: Progress;
  readonly version: string;
  /** Whether the input has errors. */
  failed = false;
  interrupted = false;
  #endWait: () => void = () => {};
  #printer: Printer | null = null;

  constructor(host: NodeJS.Process) {
    this.host = host;
    this.progress = progressOn(host.stderr);
    const about: unknown = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'));
    this.version = (about as { version: string }).version;
  }

  /** The world of a project. */
  world({ root }: CommonOptions, places: Pick<DiskWorld, 'out' | 'cache'> = {}): World {
    const world = diskWorld({
      root,
      ...places,
      machine: machineOf(this.host),
      note: (text) => {
        this.progress.clear();
        this.complain(`note: ${text}\n`);
      },
      progress: (begun, all, name) => this.progress.show(`${begun + 1}/${all} ${name}`),
    });
    return { ...world, openPrinter: () => this.#watched(world.openPrinter()) };
  }

  /** The output of a build, wherever it lies. */
  folder(path: string, { root }: CommonOptions): Output {
    return diskOutput(path, root, machineOf(this.host).processes);
  }

  /**
   * Says what was found, the same thing once: to standard error, so that results can be piped. What is quiet tells what
   * makes the command fail alone.
   */
  async tell(
    found: readonly Message[],
    { reporter, root, strict = false, quiet = false }: CommonOptions,
  ): Promise<void> {
    const all = once(found);
    const messages = quiet ? all.filter((one) => stops([one], strict)) : all;
    this.progress.clear();
    if (messages.length || reporter === 'json' || reporter === 'sarif')
      this.host.stderr.write(await report(messages, reporter, this.#reportOptions(reporter, root)));
    if (messages.length && reporter === 'text') this.host.stderr.write(`${tally(messages)}\n`);
    this.failed ||= stops(all, strict);
  }

  #reportOptions(reporter: Reporter, root: string): ReportOptions {
    const texts = new Map<string, string | null>();
    const page = join(GUIDE, 'rules.html');
    const hasPage = existsSync(page);
    return {
      colour: reporter === 'text' && (this.host.stderr.isTTY ?? false) && !this.host.env['NO_COLOR'],
      root: resolve(root),
      version: this.version,
      read: (file) => memo(texts, file, () => textOf(resolve(root, file))),
      pageOf: (rule) => (hasPage ? `${pathToFileURL(page).href}#${rule}` : null),
    };
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
    this.#endWait();
    await this.#printer?.close();
  }

  /** Waits for the interruption of a command that has no other end: so it is none. */
  async untilInterrupted(): Promise<void> {
    if (!this.interrupted) await new Promise<void>((end) => (this.#endWait = end));
    this.interrupted = false;
  }

  /** A printer that ends when the command is interrupted. */
  async #watched(opening: Promise<Printer>): Promise<Printer> {
    const printer = await opening;
    this.#printer = printer;
    if (this.interrupted) await printer.close();
    return printer;
  }
}
