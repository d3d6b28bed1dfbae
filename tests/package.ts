import { execFile } from 'node:child_process';
import { mkdir, readFile, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { PACKAGE } from '../src/world/package.ts';
import { onDisk } from './on-disk.ts';

const run = promisify(execFile);

/** The package as npm would publish it. */
export interface Packed {
  readonly tarball: string;
  /** Bytes. */
  readonly size: number;
  readonly paths: readonly string[];
}

interface PackReport {
  readonly filename: string;
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}

/** Packs this repository into a folder of its own. */
export const pack = async (): Promise<Packed> => {
  const folder = await onDisk({});
  const args = ['pack', '--json', '--pack-destination', folder];
  const { stdout } = await run('npm', args, { cwd: PACKAGE, maxBuffer: 2 ** 26 });
  const [report] = JSON.parse(stdout.slice(stdout.indexOf('[\n'))) as readonly PackReport[];
  if (!report) throw new Error('npm packed nothing');
  const { filename, size, files } = report;
  return { tarball: join(folder, filename), size, paths: files.map(({ path }) => path) };
};

interface Lock {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean }>>;
}

/**
 * An empty folder with the package installed, as far as no network is needed for that: what it depends on is linked from
 * this repository's packages, and nothing else of them.
 */
export const installed = async ({ tarball }: Packed): Promise<string> => {
  const root = await onDisk({ 'package.json': '{ "private": true, "dependencies": { "despatch": "*" } }' });
  const own = join(root, 'node_modules', 'despatch');
  await mkdir(own, { recursive: true });
  await run('tar', ['-xzf', tarball, '--strip-components=1', '-C', own]);
  const { packages } = JSON.parse(await readFile(join(PACKAGE, 'package-lock.json'), 'utf8')) as Lock;
  const names = Object.keys(packages).filter((path) => /^node_modules\/(?:@[^/]+\/)?[^/]+$/u.test(path));
  for (const path of names.filter((name) => !packages[name]?.dev)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await symlink(join(PACKAGE, path), join(root, path));
  }
  await mkdir(join(root, 'node_modules', '.bin'));
  await symlink(
    join('..', 'despatch', 'dist', 'cli', 'main.js'),
    join(root, 'node_modules', '.bin', 'despatch'),
  );
  return root;
};

export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a program in a folder to its end. */
export const runIn = async (
  root: string,
  program: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Ran> => {
  const options = { cwd: root, maxBuffer: 2 ** 26, env: { ...process.env, ...env } };
  try {
    const { stdout, stderr } = await run(program, [...args], options);
    return { status: 0, out: stdout, err: stderr };
  } catch (fault) {
    const {
      code = 1,
      stdout = '',
      stderr = String(fault),
    } = fault as { code?: number; stdout?: string; stderr?: string };
    return { status: code, out: stdout, err: stderr };
  }
};
