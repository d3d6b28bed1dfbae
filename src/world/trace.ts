/**
 * What a command asks of a project's files and of the packages, and a hash of each answer. Whatever it makes of them is
 * the same while the answers are: nothing has to be named by which one could tell what it depends on.
 */

import { sha256 } from '../model/hash.ts';
import type { World } from './world.ts';

type Sources = Pick<World, 'files' | 'packages'>;

/** Each question, as the JSON of its name and its argument, with the hash of the answer. */
export type Trace = Readonly<Record<string, string>>;

/** The same files and packages; `trace` gives what has been asked of them up to now. */
export const traced = ({ files, packages }: Sources): Sources & { readonly trace: () => Promise<Trace> } => {
  const asked = new Map<string, Promise<string>>();
  const note = <T>(name: Asked, argument: unknown, answer: Promise<T>): Promise<T> => {
    const question = JSON.stringify([name, argument]);
    const hash = asked.get(question) ?? answer.then(hashOf);
    // Whoever asked hears of a fault.
    hash.catch(() => {});
    asked.set(question, hash);
    return answer;
  };
  return {
    files: {
      list: (globs) => note('list', globs, files.list(globs)),
      outward: (globs) => note('outward', globs, files.outward(globs)),
      own: (globs) => note('own', globs, files.own(globs)),
      read: (path) => note('read', path, files.read(path)),
    },
    packages: { read: (specifier) => note('package', specifier, packages.read(specifier)) },
    trace: async () => {
      const answers = await Promise.all([...asked].map(async ([question, hash]) => [question, await hash]));
      return Object.fromEntries(answers) as Trace;
    },
  };
};

/** The project's files that are others today than in a trace; null where any other answer is another. */
export const changedSince = async (trace: Trace, sources: Sources): Promise<readonly string[] | null> => {
  const changed = await Promise.all(
    Object.entries(trace).map(async ([question, hash]) => {
      const [name, argument] = JSON.parse(question) as [Asked, never];
      const isSame = hashOf(await QUESTIONS[name](sources, argument)) === hash;
      return isSame ? [] : [name === 'read' ? argument : null];
    }),
  );
  const files = changed.flat();
  return files.every((file) => file !== null) ? files : null;
};

/** What a trace tells of some of the project's files, by their paths. */
export const toldOf = (trace: Trace, isWanted: (path: string) => boolean): ReadonlyMap<string, Trace> =>
  new Map(
    Object.entries(trace).flatMap(([question, hash]) => {
      const [name, argument] = JSON.parse(question) as [Asked, string];
      return name === 'read' && isWanted(argument) ? [[argument, { [question]: hash }] as const] : [];
    }),
  );

const QUESTIONS = {
  list: ({ files }: Sources, globs: readonly string[]) => files.list(globs),
  outward: ({ files }: Sources, globs: readonly string[]) => files.outward(globs),
  own: ({ files }: Sources, globs: readonly string[]) => files.own(globs),
  read: ({ files }: Sources, path: string) => files.read(path),
  package: ({ packages }: Sources, specifier: string) => packages.read(specifier),
};

type Asked = keyof typeof QUESTIONS;

const hashOf = (answer: unknown): string =>
  answer instanceof Uint8Array ? sha256(answer) : sha256(JSON.stringify(answer));
