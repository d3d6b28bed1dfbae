/** Replaces a folder with what is named, a path and its text in turn, and says what went wrong: a process for tests. */

import { OutsideError } from '../../src/diagnostics/outside.ts';
import { diskOutput } from '../../src/world/disk-output.ts';
import { replace } from '../on-disk.ts';

const [folder = '', ...named] = process.argv.slice(2);
const files = new Map<string, Uint8Array>();
for (let at = 0; at + 1 < named.length; at += 2)
  files.set(named[at] ?? '', new TextEncoder().encode(named[at + 1]));
try {
  await replace(diskOutput(folder, '/nowhere', { own: process.pid, isAlive: () => true }), files);
} catch (fault) {
  process.stdout.write(fault instanceof OutsideError ? `${fault.message}\n${fault.remedy}` : String(fault));
}
