/** What tests write goes into one temporary folder of the run, which goes with it. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where systems are told of the folder for what is temporary. */
const VARIABLES = ['TMPDIR', 'TMP', 'TEMP'] as const;

const folder = mkdtempSync(join(tmpdir(), 'despatch-tests-'));

export const setup = (): void => {
  for (const variable of VARIABLES) process.env[variable] = folder;
};

export const teardown = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
