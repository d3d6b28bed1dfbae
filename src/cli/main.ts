#!/usr/bin/env -S MALLOC_ARENA_MAX=1 node --max-semi-space-size=16
import module from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import v8 from 'node:v8';

// What was compiled is kept by Node from run to run, where it can: half of the time to start. Node 20 can't.
const cache = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
(module as Partial<typeof module>).enableCompileCache?.(
  process.env['NODE_COMPILE_CACHE'] ?? join(cache, 'despatch', 'compiled'),
);
// Node would let garbage grow to some hundreds of megabytes before it clears it away: two fifths more than is in use are
// enough. How much of it may be new is set in the first line, and in package.json: that can't be changed any more here.
// Nor can that all threads share one heap for what is no value of JavaScript: on Linux each would have its own, of 10 MB.
v8.setFlagsFromString('--heap-growing-percent=40');
const { run } = await import('./run.ts');

// Whoever reads our output may stop early, as `head` does: that is no fault.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  if (fault.code !== 'EPIPE') throw fault;
});

process.exitCode = await run(process.argv.slice(2), process);
