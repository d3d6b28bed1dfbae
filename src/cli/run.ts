/**
 * Runs one command and gives its exit status: 0 done; 1 the input has errors; 2 wrong use; 3 something outside is
 * missing; 4 a fault of despatch itself; 130 interrupted.
 */

import { CommanderError } from 'commander';
import { OutsideError } from '../model/outside.ts';
import { UsageError } from '../model/usage.ts';
import { program } from './program.ts';
import { Session } from './session.ts';

const STATUS = { done: 0, input: 1, usage: 2, outside: 3, fault: 4, interrupted: 130 } as const;

/** Runs the command that the arguments name. */
export const run = async (args: readonly string[], host: NodeJS.Process): Promise<number> => {
  const session = new Session(host);
  const stop = () => void session.interrupt();
  host.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    const command = program(session);
    await command.parseAsync([...args], { from: 'user' });
    return session.interrupted ? STATUS.interrupted : session.failed ? STATUS.input : STATUS.done;
  } catch (fault) {
    return session.interrupted ? STATUS.interrupted : explain(fault, session, args.includes('--debug'));
  } finally {
    session.progress.clear();
    host.off('SIGINT', stop).off('SIGTERM', stop);
  }
};

/** Says what went wrong, and gives the status for it. */
const explain = (fault: unknown, session: Session, debug: boolean): number => {
  session.progress.clear();
  if (fault instanceof CommanderError) return fault.exitCode === 0 ? STATUS.done : STATUS.usage;
  const text = fault instanceof Error ? fault.message : String(fault);
  if (fault instanceof UsageError || fault instanceof OutsideError) {
    session.complain(`error: ${text}\n  ${fault.remedy}\n${debug ? stack(fault) : ''}`);
    return fault instanceof UsageError ? STATUS.usage : STATUS.outside;
  }
  session.complain(
    `error: despatch itself failed: ${text}\n` +
      '  This is a fault of despatch, not of your files, and nothing was written. Please report it, with the command\n' +
      `  and what it prints with \`--debug\` (despatch ${session.version}, Node ${session.host.version}, ${session.host.platform}).\n` +
      (debug ? stack(fault) : ''),
  );
  return STATUS.fault;
};

const stack = (fault: unknown): string => {
  if (!(fault instanceof Error)) return '';
  const cause = fault.cause ? `caused by ${stack(fault.cause)}` : '';
  return `${fault.stack ?? fault.message}\n${cause}`;
};
