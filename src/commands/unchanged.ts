/**
 * The last whole build, where it would be the same today: of the same files, by the same despatch, on the same day,
 * with nothing released since, and its output as it was made. Then there is nothing to do but to tell what was told.
 */

import { stops, type Message, type Told } from '../diagnostics/message.ts';
import { isStanding } from '../model/release.ts';
import { sideBySide } from '../produce/side-by-side.ts';
import { holds, type Trace } from '../world/trace.ts';
import type { World } from '../world/world.ts';
import { presentOf, type Built, type Request } from './request.ts';

/** What the store keeps of the last whole build. */
interface BuildRecord {
  readonly engine: string;
  readonly version: string;
  readonly today: string;
  readonly trace: Trace;
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
  const [engine, isSame] = await Promise.all([world.engine(), holds(last.trace, world)]);
  if (engine !== last.engine || !isSame || !(await lies(world.output, last.output))) return null;
  // What another despatch has kept may have another form.
  const isSameSite = isStanding(last.built.standing, presentOf(request).now);
  return isSameSite ? { value: last.built, messages: last.messages } : null;
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
  const record: BuildRecord = { engine, version, today, trace, output, built, messages };
  await world.store.keepRecord(JSON.stringify(record));
};
