/** Loaded before a command, writes what its process has used to the file that is named. */

import { writeFileSync } from 'node:fs';

const file = process.env['DESPATCH_USAGE'];
process.on('exit', () => {
  if (file) writeFileSync(file, JSON.stringify(process.resourceUsage()));
});
