/** New files of a project to write over: a source, a pack, a template. Each reads without fault as it is. */

import { join } from 'node:path';
import { UsageError } from '../diagnostics/usage.ts';
import { load } from '../load/load.ts';
import { slugOf } from '../load/meant.ts';
import { RESERVED } from '../load/names.ts';
import { packTerms } from '../load/pack-terms.ts';
import { PACK, readFile, SOURCE, TEMPLATE } from '../load/readers.ts';
import { PUBLIC } from '../model/public.ts';
import type { Project } from '../model/project.ts';
import type { Day } from '../model/time.ts';
import { sourceText } from '../start/source.ts';
import { templateTexts } from '../start/template.ts';
import { diskFiles } from '../world/disk-files.ts';
import { writeFiles } from '../world/new-files.ts';
import { PACKAGE } from '../world/package.ts';
import type { World } from '../world/world.ts';
import { newPack } from './new-pack.ts';
import { refuseNoProject } from './refuse-no-project.ts';
import { refuseTaken } from './refuse-taken.ts';

export const SORTS = ['source', 'pack', 'template'] as const;

export type NewSort = (typeof SORTS)[number];

/** What is to be made. */
interface Beginning {
  readonly id: string;
  readonly title: string;
  readonly today: Day;
}

/** Writes the first files of what is called by a title; gives their paths. */
export const create = async (
  { files, readings }: Pick<World, 'files' | 'readings'>,
  root: string,
  sort: NewSort,
  { title, today }: Omit<Beginning, 'id'>,
): Promise<readonly string[]> => {
  refuseNoProject(root);
  const { value: project } = await load(files, await readings.begin());
  const id = slugOf(title);
  refuseName(project, sort, title, id);
  const texts = await MAKERS[sort](project, { id, title: title.trim(), today });
  await refuseTaken(root, texts.keys());
  for (const [path, text] of texts) refuseFaulty(project, title, path, text);
  await writeFiles(root, texts);
  return [...texts.keys()];
};

const MAKERS: Readonly<
  Record<NewSort, (project: Project, wanted: Beginning) => Promise<ReadonlyMap<string, string>>>
> = {
  source: async ({ vocabulary, audiences, passages }, { id, title, today }) => {
    const [topic = null] = vocabulary.topics.keys();
    const audience = [...audiences.keys()].find((id) => id !== PUBLIC) ?? null;
    const passage = freeAmong(passages, id);
    return new Map([[`sources/library/${id}.md`, sourceText({ title, today, topic, audience, passage })]]);
  },
  pack: async (project, wanted) => {
    const path = `sources/packs/${wanted.id}.yaml`;
    return new Map([[path, newPack(project, path, wanted)]]);
  },
  template: async (_project, { id, title }) => {
    const texts = await templateTexts(diskFiles(join(PACKAGE, 'src', 'start', 'template')), title);
    return new Map(Array.from(texts, ([name, text]) => [`templates/${id}/${name}`, text]));
  },
};

/** An id that nothing has yet, e.g. `survey-2025-1`. */
const freeAmong = (taken: ReadonlyMap<string, unknown>, id: string): string => {
  for (let number = 1; ; number += 1) if (!taken.has(`${id}-${number}`)) return `${id}-${number}`;
};

/** Names that mean something else where such files lie. */
const TAKEN: Readonly<Record<NewSort, ReadonlySet<string>>> = {
  source: new Set(),
  pack: RESERVED.pack,
  template: new Set(['partials', 'styles', 'site']),
};

const refuseName = (project: Project, sort: NewSort, title: string, id: string): void => {
  if (!id)
    throw new UsageError(
      `No name can be made of \`${title}\``,
      'Write a title with letters from a to z or figures in it, such as "Survey 2025".',
    );
  if (TAKEN[sort].has(id))
    throw new UsageError(`\`${id}\` is a name that despatch needs itself`, 'Give it another title.');
  const known = { source: project.sources, pack: project.packs, template: project.templates }[sort].get(id);
  if (known)
    throw new UsageError(
      `There is a ${sort} \`${id}\` already: \`${known.place.file}\``,
      'Give the new one another name.',
    );
};

/** Refuses a title that could not stand in the file. */
const refuseFaulty = (project: Project, title: string, path: string, text: string): void => {
  const bytes = new TextEncoder().encode(text);
  const { kinds } = project.vocabulary;
  const reading = path.startsWith('sources/library/')
    ? readFile(SOURCE, path, bytes, kinds)
    : path.startsWith('sources/packs/')
      ? readFile(PACK, path, bytes, packTerms(project.audiences, project.templates))
      : path.endsWith('.yaml')
        ? readFile(TEMPLATE, path, bytes, kinds)
        : null;
  const fault = reading?.messages.find(({ severity }) => severity === 'error');
  if (fault) throw new UsageError(`\`${title}\` can't be a title: ${fault.text}`, fault.remedy ?? '');
};
