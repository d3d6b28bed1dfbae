/** Prints pages until it is interrupted: a process for tests. */

import { openPrinter } from '../../src/print/printer.ts';
import { jobOf, longPage, thisMachine } from './press.ts';

const [temp = '', path = ''] = process.argv.slice(2);
const printer = await openPrinter({
  browser: { path, origin: 'named', variables: {} },
  machine: thisMachine({ temp }),
  note: () => {},
});
process.on('SIGINT', () => {
  void printer.close().then(() => process.exit(130));
});
process.stdout.write('ready');
try {
  for (;;) await printer.print(jobOf(longPage()));
} catch {
  // It is closed.
}
