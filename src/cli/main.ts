#!/usr/bin/env node
import { run } from './run.ts';

// Whoever reads our output may stop early, as `head` does: that is no fault.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  if (fault.code !== 'EPIPE') throw fault;
});

process.exitCode = await run(process.argv.slice(2), process);
