/** Gives a passage, a source or a topic another name, with every mention of it. */

import { posix } from 'node:path';
import { hasErrors, type Told } from '../diagnostics/message.ts';
import { suggest } from '../diagnostics/nearest.ts';
import { UsageError } from '../diagnostics/usage.ts';
import { writePassage } from '../edit/passage.ts';
import { writeNames, type NameChange } from '../edit/rename.ts';
import { locate } from '../edit/written-passage.ts';
import { ID } from '../load/attribute-values.ts';
import { load, loadWithNames } from '../load/load.ts';
import type { Mention } from '../load/references.ts';
import { memo } from '../model/memo.ts';
import type { Project } from '../model/project.ts';
import { textOf } from '../world/file-text.ts';
import { laidOver } from '../world/laid-over.ts';
import { writeFiles } from '../world/new-files.ts';
import type { Files, World } from '../world/world.ts';

/** What can be given another name. */
export const RENAMED = ['passage', 'source', 'topic'] as const;
export type RenamedSort = (typeof RENAMED)[number];

/** A name and the one that takes its place. */
interface NewName {
  readonly sort: RenamedSort;
  readonly from: string;
  readonly to: string;
}

/** What a new name makes of a project's files. */
export interface Renaming extends NewName {
  /** At how many places the name stands. */
  readonly places: number;
  /** The texts of files that say something else, by the paths that they have then. */
  readonly texts: ReadonlyMap<string, string>;
  /** The new paths of files, by the old. */
  readonly moved: ReadonlyMap<string, string>;
}

/**
 * What a new name makes of a project's files; null, with what is wrong, where that has errors. Nothing is written yet.
 * @throws UsageError where there is nothing of the old name, or the new one can't be given.
 */
export const rename = async (
  { files, readings }: Pick<World, 'files' | 'readings'>,
  from: string,
  to: string,
  as?: RenamedSort,
): Promise<Told<Renaming | null>> => {
  // It is not ended: what builds need besides of what is kept would be lost.
  const round = await readings.begin();
  const { value, messages } = await loadWithNames(files, round);
  const errors = messages.filter(({ severity }) => severity === 'error');
  if (errors.length) return { value: null, messages: errors };
  const sort = sortOf(value.mentions, from, as);
  const name = { sort, from, to: wholeName(sort, from, to) };
  refuseTaken(name, value.mentions);
  const renaming = await renamed(files, value.mentions, value.project, name);
  const whole =
    sort === 'passage'
      ? keepAddress(renaming, value.project)
      : await moveFile(renaming, files, value.project);
  const after = await load(laidOver(files, whole.texts, whole.moved), round);
  return hasErrors(after.messages)
    ? { value: null, messages: after.messages }
    : { value: whole, messages: [] };
};

const isRenamed = (sort: string): sort is RenamedSort => (RENAMED as readonly string[]).includes(sort);

/** What the old name is of; of that which `as` says, where there are several. */
const sortOf = (mentions: readonly Mention[], name: string, as?: RenamedSort): RenamedSort => {
  const known = mentions.filter(({ sort, isDefined }) => isDefined && (as ? sort === as : isRenamed(sort)));
  const [first, second] = known
    .filter((one) => one.name === name)
    .map(({ sort }) => sort)
    .filter(isRenamed);
  if (!first)
    throw new UsageError(
      `There is no ${as ?? 'passage, source or topic'} \`${name}\``,
      suggest(
        name,
        known.map((one) => one.name),
      ) || 'Write it as the library has it.',
    );
  if (second)
    throw new UsageError(
      `\`${name}\` is the name of a ${first} and of a ${second}`,
      `Say which by \`--as ${first}\` or \`--as ${second}\`.`,
    );
  return first;
};

/** A topic keeps its place in the tree: of its new name the last part is enough. */
const wholeName = (sort: RenamedSort, from: string, to: string): string => {
  const above = sort === 'topic' ? from.slice(0, from.length - lastOf(from).length) : '';
  const last = to.startsWith(above) ? to.slice(above.length) : to;
  if (sort === 'topic' && last.includes('/'))
    throw new UsageError(
      `\`${to}\` stands elsewhere in the tree of topics than \`${from}\``,
      'A topic is given another name in its place. To move it, change `sources/vocabulary.yaml`; `despatch check` then says where it is named.',
    );
  if (!ID.test(last))
    throw new UsageError(
      `\`${to}\` is no name`,
      'Write it in small letters, figures and single hyphens, such as `care-costs`.',
    );
  return above + last;
};

const lastOf = (name: string): string => name.slice(name.lastIndexOf('/') + 1);

const refuseTaken = ({ sort, from, to }: NewName, mentions: readonly Mention[]): void => {
  if (from === to) throw new UsageError(`The ${sort} is called \`${to}\` already`, 'Write another name.');
  const taken = mentions.find((one) => one.sort === sort && one.isDefined && one.name === to);
  if (taken)
    throw new UsageError(
      `There is a ${sort} \`${to}\` already, in ${taken.place.file}:${taken.place.line}`,
      'Write another name.',
    );
};

const renamed = async (
  files: Files,
  mentions: readonly Mention[],
  { passages }: Project,
  name: NewName,
): Promise<Renaming> => {
  const { sort, from, to } = name;
  const own = mentions.filter(
    (one) =>
      one.sort === sort &&
      (one.name === from || (sort === 'topic' && !one.isDefined && one.name.startsWith(`${from}/`))),
  );
  const byFile = new Map<string, NameChange[]>();
  for (const { name: whole, place, isDefined } of own) {
    // A source is called what its file is called.
    if (isDefined && sort === 'source') continue;
    const change = isDefined
      ? {
          place: passages.get(sort === 'passage' ? from : '')?.places['id'] ?? place,
          name: lastOf(from),
          from: lastOf(from),
          to: lastOf(to),
        }
      : { place, name: whole, from, to };
    memo(byFile, place.file, () => []).push(change);
  }
  const texts = new Map<string, string>();
  for (const [path, changes] of byFile) {
    const text = writeNames((await textOf(files, path)) ?? '', changes);
    if (typeof text !== 'string')
      throw new UsageError(
        `\`${from}\` is written with other signs in ${path}:${text.line}:${text.column}`,
        'Write the name there letter by letter, without signs such as `\\`, `%` and `&`; then give it the new one.',
      );
    texts.set(path, text);
  }
  return { ...name, places: own.length, texts, moved: new Map() };
};

/** The address of a passage that may have been published leads to it as before. */
const keepAddress = (renaming: Renaming, { passages, vocabulary }: Project): Renaming => {
  const { from, to, texts } = renaming;
  const passage = passages.get(from);
  const text = texts.get(passage?.place.file ?? '');
  if (passage?.status !== 'approved' || text === undefined) return renaming;
  const kinds = new Set(vocabulary.kinds.keys());
  const written = locate(text, to, kinds)?.written;
  const former = [...passage.formerly.filter((id) => id !== to), from].join(' ');
  const kept =
    written &&
    writePassage(text, to, { ...written, attributes: { ...written.attributes, formerly: former } }, kinds);
  return kept ? { ...renaming, texts: new Map([...texts, [passage.place.file, kept]]) } : renaming;
};

/** A source's file takes its new name. */
const moveFile = async (renaming: Renaming, files: Files, { sources }: Project): Promise<Renaming> => {
  const { sort, from, to } = renaming;
  const path = sources.get(from)?.file;
  if (sort !== 'source' || path === undefined) return renaming;
  const texts = new Map(renaming.texts);
  const moved = posix.join(posix.dirname(path), `${to}.md`);
  texts.set(moved, texts.get(path) ?? (await textOf(files, path)) ?? '');
  texts.delete(path);
  return { ...renaming, texts, moved: new Map([[path, moved]]) };
};

/** Writes a new name into a project's files: into all of them, or none. */
export const writeRenaming = (root: string, { texts, moved }: Renaming): Promise<void> => {
  const fresh = new Set(moved.values());
  const all = [...texts];
  return writeFiles(
    root,
    new Map(all.filter(([path]) => fresh.has(path))),
    new Map(all.filter(([path]) => !fresh.has(path))),
    [...moved.keys()],
  );
};
