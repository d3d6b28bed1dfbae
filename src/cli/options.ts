/** The options that several commands have. */

import { Option, type Command } from 'commander';
import { UsageError } from '../diagnostics/usage.ts';
import { REPORTERS } from './report.ts';
import { dayAt, parseMoment } from '../model/time.ts';
import type { CommonOptions, Terminal } from './terminal.ts';

/** The options that every command has. */
export const withCommon = (command: Command): Command =>
  command
    .option('--root <folder>', 'the project: the folder that holds `sources`', '.')
    .addOption(new Option('--reporter <manner>', 'how messages are shown').choices(REPORTERS).default('text'))
    .option('--strict', 'let warnings fail the command too')
    .option('--quiet', 'tell nothing but what makes the command fail')
    .option('--now <moment>', 'the present, in place of the clock, e.g. 2025-01-20T09:00')
    .option('--debug', 'where despatch itself fails, show where');

/** The present in milliseconds: `--now`, else SOURCE_DATE_EPOCH, else the clock. */
const present = (terminal: Terminal, now: string | undefined): number => {
  const moment = now === undefined ? null : parseMoment(now);
  if (now !== undefined && !moment)
    throw new UsageError(`\`${now}\` is no date or time`, 'Write it like 2025-01-20 or 2025-01-20T09:00.');
  const epoch = Number(terminal.host.env['SOURCE_DATE_EPOCH'] || NaN) * 1000;
  // Further than 8.64e15 ms from 1970 there is no date (ECMA-262, 21.4.1.1).
  return moment?.instant ?? (Math.abs(epoch) <= 8.64e15 ? epoch : Date.now());
};

/** The present, and its day in London. */
export const presentOf = (terminal: Terminal, options: CommonOptions) => {
  const now = present(terminal, options.now);
  return { now, today: dayAt(now) };
};

/** Where documents are kept from build to build: a folder, or `false` for nowhere. */
export interface Caching {
  readonly cache?: string | boolean;
}

/** The options that commands have which make documents. */
export const withCache = (command: Command): Command =>
  command
    .option(
      '--cache <folder>',
      'where documents are kept that need not be made again (default: node_modules/.cache/despatch in the project)',
    )
    .option('--no-cache', 'make every document anew');

export const cacheOf = ({ cache }: Caching): { cache?: string | null } =>
  cache === false ? { cache: null } : typeof cache === 'string' ? { cache } : {};
