/** The thread in which PDFs of unknown origin are checked: it takes one after the other, and answers with verdicts. */

import { parentPort } from 'node:worker_threads';
import { checkPdf } from '../inspect.ts';

parentPort?.on('message', (bytes: Uint8Array) => {
  // What goes wrong here ends the thread, and is told where it was started.
  void checkPdf(bytes, { isForArchive: false }).then((verdict) => parentPort?.postMessage(verdict, []));
});
