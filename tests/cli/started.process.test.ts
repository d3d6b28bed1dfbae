/** How the command is started where it is installed: as its first line says. */

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

/** Told by the process itself, before anything else of it runs. */
const TELL =
  'data:text/javascript,console.log(JSON.stringify([process.execArgv,process.env.MALLOC_ARENA_MAX]))';

test.skipIf(sep === '\\')('the first line keeps what is new small, and one heap for all threads', () => {
  const [, program = '', line = ''] = /^#!(\S+) (.*)\n/u.exec(readFileSync(MAIN, 'utf8')) ?? [];
  const [option = '', ...started] = line.split(' ');
  const path = [dirname(process.execPath), process.env['PATH']].join(':');
  const env = { ...process.env, PATH: path, NODE_OPTIONS: `--import=${TELL}` };
  // As the system does: all behind the program is one argument.
  const said = execFileSync(program, [`${option} ${started.join(' ')}`, MAIN, '--version'], { env });
  expect(JSON.parse(said.toString().split('\n')[0] ?? '')).toEqual([['--max-semi-space-size=16'], '1']);
});
