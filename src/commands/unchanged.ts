/**
 * The last whole build, where it would be the same today: of the same files, or of tables that read the same, by the same despatch, on the same day,
 * with nothing released since, and its output as it was made. Then there is nothing to do but to tell what was told.
 */

import { stops, type Message, type Told } from '../diagnostics/message.ts';
import { isStanding } from '../model/release.ts';
import { sideBySide } from '../produce/side-by-side.ts';
import { changedSince, toldOf, type Trace } from '../world/trace.ts';
import type { World } from '../world/world.ts';
import { presentOf, type Built, type Request } from './request.ts';

/** What the store keeps of the last whole build. */
interface BuildRecord {
  readonly engine: string;
  readonly version: string;
  readonly today: string;
  readonly trace: Trace;
  /** A hash of what each table reads as, by the path of its description. */
  readonly tables: Readonly<{ [path: string]: string }>;
  /** The SHA-256 of each file of its output. */
  readonly output: Readonly<{ [path: string]: string }>;
  readonly built: Built;
  readonly messages: readonly Message[];
}

/** Whether a request is for all documents in all formats: what others make depends on what lay there before. */
const isWhole = ({ packs, audiences, recipients = [], formats, shard, keepGoing }: Request): boolean =>
  ![packs, audiences, recipients, formats].some(({ length }) => length) && !shard && !keepGoing;

/** What the last build gave; null where this one has to be made. */
export const unchanged = async (world: World, request: Request): Promise<Told<Built> | null> => {
  const text = isWhole(request) ? await world.store?.record() : null;
  if (!text) return null;
  const last = JSON.parse(text) as BuildRecord;
  const { version, today, strict } = request;
  if (last.version !== version || last.today !== today || stops(last.messages, strict ?? false)) return null;
  const [engine, changed] = await Promise.all([world.engine(), changedSince(last.trace, world)]);
  // What another despatch has kept may have another form.
  if (engine !== last.engine || !changed || !(await readTheSame(changed, last.tables, world))) return null;
  if (!(await lies(world.output, last.output))) return null;
  const isSameSite = isStanding(last.built.standing, presentOf(request).now);
  return isSameSite ? { value: last.built, messages: last.messages } : null;
};

/** Whether files that have changed are of tables that read as they did, such as with a column that nothing names. */
const readTheSame = async (
  changed: readonly string[],
  tables: BuildRecord['tables'],
  { files }: Pick<World, 'files'>,
): Promise<boolean> => {
  const descriptions = new Set(changed.map((path) => path.replace(/\.csv$/u, '.yaml')));
  if (![...descriptions].every((path) => tables[path])) return false;
  for (const path of descriptions)
    if ((await (await import('../load/tables.ts')).hashOfTable(files, pathsOf(path))) !== tables[path])
      return false;
  return true;
};

const pathsOf = (yaml: string) => ({ yaml, csv: yaml.replace(/\.yaml$/u, '.csv') });

/** What the tables read as that a build asked for; none where one has changed since then. */
const tablesIn = async (trace: Trace, world: World): Promise<BuildRecord['tables']> => {
  const { hashOfTable } = await import('../load/tables.ts');
  const told = toldOf(trace, (path) => /^sources\/data\/.*\.(?:csv|yaml)$/u.test(path));
  const round = await world.readings.begin();
  const tables: Record<string, string> = {};
  for (const path of told.keys())
    if (path.endsWith('.yaml')) tables[path] = await hashOfTable(world.files, pathsOf(path), round);
  const changed = await changedSince(Object.assign({}, ...told.values()) as Trace, world);
  return changed?.length === 0 ? tables : {};
};

/** Whether the output folder holds these files as they were made, and no others. */
const lies = async (output: World['output'], files: BuildRecord['output']): Promise<boolean> => {
  const paths = await output.list();
  if (paths.length !== Object.keys(files).length) return false;
  const hashes = await hashesOf(output, paths);
  return paths.every((path, index) => hashes[index] === files[path]);
};

/** The hashes of files, a few read at once. */
const hashesOf = (output: World['output'], paths: readonly string[]) =>
  sideBySide(paths, 8, (path) => output.hash(path));

/** Keeps a whole build, to be held against the next. */
export const remember = async (
  world: World,
  request: Request,
  trace: Trace,
  { value: built, messages }: Told<Built>,
): Promise<void> => {
  if (!world.store || !isWhole(request)) return;
  const { version, today } = request;
  const documents = new Map(built.made.flatMap((entry) => Object.entries(entry.sha256)));
  const others = (await world.output.list()).filter((path) => !documents.has(path));
  const hashes = await hashesOf(world.output, others);
  const output = Object.fromEntries([
    ...documents,
    ...others.map((path, index) => [path, hashes[index] ?? ''] as const),
  ]);
  const engine = await world.engine();
  const tables = await tablesIn(trace, world);
  const record: BuildRecord = { engine, version, today, trace, tables, output, built, messages };
  await world.store.keepRecord(JSON.stringify(record));
};
