#!/usr/bin/env node
import module from 'node:module';

// What was compiled is kept by Node from run to run, where it can: half of the time to start. Node 20 can't.
(module as Partial<typeof module>).enableCompileCache?.();
const { run } = await import('./run.ts');

// Whoever reads our output may stop early, as `head` does: that is no fault.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  if (fault.code !== 'EPIPE') throw fault;
});

process.exitCode = await run(process.argv.slice(2), process);
