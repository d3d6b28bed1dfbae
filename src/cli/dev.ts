import { resolve } from 'node:path';
import type { Command } from 'commander';
import { UsageError } from '../diagnostics/usage.ts';
import { openAddress } from './open-address.ts';
import { cacheOf, presentOf, withCache, withCommon, type Caching } from './options.ts';
import type { CommonOptions, Terminal } from './terminal.ts';

interface DevOptions extends CommonOptions, Caching {
  readonly port: number;
  readonly open: boolean;
}

/** Where the preview is looked for first. */
const PORT = 4680;

const port = (value: string): number => {
  const number = /^\d{1,5}$/u.test(value) ? Number(value) : NaN;
  if (!(number <= 65_535))
    throw new UsageError(`\`${value}\` is no port`, 'Write a number up to 65535; 0 is for any that is free.');
  return number;
};

export const devCommand = (parent: Command, terminal: Terminal): void => {
  withCache(withCommon(parent.command('dev')))
    .description('show documents while they are written, and write in them, in a browser of this machine')
    .option('--port <number>', 'where to serve; the next that is free, where it is in use', port, PORT)
    .option('--no-open', 'open no page')
    .action(async (options: DevOptions) => {
      const { openPreview } = await import('../commands/dev.ts');
      const preview = await openPreview({
        world: terminal.world(options, cacheOf(options)),
        root: resolve(options.root),
        port: options.port,
        editor: terminal.host.env['DESPATCH_EDITOR'] || undefined,
        today: () => presentOf(terminal, options).today,
        note: (text) => terminal.complain(`note: ${text}\n`),
      });
      terminal.say(`The preview is at ${preview.address} until you press Ctrl+C.\n`);
      if (options.open && terminal.host.stdout.isTTY) openAddress(preview.address, terminal.host.platform);
      await terminal.untilInterrupted();
      await preview.close();
    });
};
