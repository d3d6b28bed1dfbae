/**
 * Runs one command and gives its exit status: 0 done; 1 the input has errors; 2 wrong use; 3 something outside is
 * missing; 4 a fault of despatch itself; 130 interrupted.
 */

import { CommanderError } from 'commander';
import { OutsideError } from '../diagnostics/outside.ts';
import { UsageError } from '../diagnostics/usage.ts';
import { program } from './program.ts';
import { Terminal } from './terminal.ts';

const STATUS = { done: 0, input: 1, usage: 2, outside: 3, fault: 4, interrupted: 130 } as const;

/** Runs the command that the arguments name. */
export const run = async (args: readonly string[], host: NodeJS.Process): Promise<number> => {
  const terminal = new Terminal(host);
  const stop = () => void terminal.interrupt();
  host.on('SIGINT', stop).on('SIGTERM', stop);
  // What fails outside the command's own course, such as a browser that talks nonsense, ends it all the same.
  const stray = (fault: unknown) => host.exit(explain(fault, terminal, args.includes('--debug')));
  host.once('uncaughtException', stray);
  try {
    const command = program(terminal);
    await command.parseAsync([...args], { from: 'user' });
    return terminal.interrupted ? STATUS.interrupted : terminal.failed ? STATUS.input : STATUS.done;
  } catch (fault) {
    return terminal.interrupted ? STATUS.interrupted : explain(fault, terminal, args.includes('--debug'));
  } finally {
    terminal.progress.clear();
    host.off('SIGINT', stop).off('SIGTERM', stop).off('uncaughtException', stray);
  }
};

/** Says what went wrong, and gives the status for it. */
const explain = (fault: unknown, terminal: Terminal, debug: boolean): number => {
  terminal.progress.clear();
  if (fault instanceof CommanderError) return fault.exitCode === 0 ? STATUS.done : STATUS.usage;
  const text = fault instanceof Error ? fault.message : String(fault);
  if (fault instanceof UsageError || fault instanceof OutsideError) {
    terminal.complain(`error: ${text}\n  ${fault.remedy}\n${debug ? stack(fault) : ''}`);
    return fault instanceof UsageError ? STATUS.usage : STATUS.outside;
  }
  terminal.complain(
    `error: despatch itself failed: ${text}\n` +
      '  This is a fault of despatch, not of your files, and nothing was written. Please report it, with the command\n' +
      `  and what it prints with \`--debug\` (despatch ${terminal.version}, Node ${terminal.host.version}, ${terminal.host.platform}).\n` +
      (debug ? stack(fault) : ''),
  );
  return STATUS.fault;
};

const stack = (fault: unknown): string => {
  if (!(fault instanceof Error)) return '';
  const cause = fault.cause ? `caused by ${stack(fault.cause)}` : '';
  return `${fault.stack ?? fault.message}\n${cause}`;
};
