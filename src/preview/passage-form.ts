/** A passage as it is written, with what may stand in its attributes: what a form shows of it. */

import { locate } from '../edit/written-passage.ts';
import { writePassage } from '../edit/passage.ts';
import { sha256 } from '../model/hash.ts';
import type { Attribute } from '../model/kind.ts';
import type { Passage } from '../model/passage.ts';
import type { Project } from '../model/project.ts';
import { textOf } from '../world/file-text.ts';
import type { Files } from '../world/world.ts';
import type { FieldChoice, FormField, PassageForm, TypedPassage } from './interface.ts';
import type { FileChange } from './writing.ts';

/** The form of a passage; null where there is none of the id, or where its fences are in doubt. */
export const formOf = async (project: Project, id: string, files: Files): Promise<PassageForm | null> => {
  const passage = project.passages.get(id);
  const text = passage && (await textOf(files, passage.place.file));
  const located = text ? locate(text, id, kindsOf(project)) : null;
  if (!passage || !text || !located) return null;
  const { written } = located;
  return {
    id,
    hash: sha256(text),
    written,
    fields: fieldsOf(project, passage),
    audiences: audiencesOf(project),
  };
};

/** The change that writes a passage anew; null where there is none of the id. */
export const passageChange = (
  project: Project,
  id: string,
  hash: string,
  wanted: TypedPassage,
): FileChange | null => {
  const passage = project.passages.get(id);
  if (!passage) return null;
  const edit = (text: string) => writePassage(text, id, wanted, kindsOf(project));
  return { path: passage.place.file, line: passage.place.line, hash, edit };
};

const kindsOf = ({ vocabulary }: Project): ReadonlySet<string> => new Set(vocabulary.kinds.keys());

const audiencesOf = ({ audiences }: Project): readonly FieldChoice[] =>
  Array.from(audiences.values(), ({ id, name }) => ({ value: id, name }));

const plain = (values: Iterable<string>): readonly FieldChoice[] =>
  Array.from(values, (value) => ({ value, name: value }));

/** What its kind asks for comes first, then what every passage may have. */
const fieldsOf = (project: Project, { kind }: Passage): readonly FormField[] => {
  const own = project.vocabulary.kinds.get(kind)?.attributes ?? {};
  const common = commonFields(project).filter(({ name }) => !Object.hasOwn(own, name));
  return [...Object.entries(own).map(([name, attribute]) => fieldOf(project, name, attribute)), ...common];
};

const fieldOf = (project: Project, name: string, { type, required }: Attribute): FormField => {
  const field = (form: FormField['form'], choices: readonly FieldChoice[] = []): FormField => ({
    name,
    isNeeded: required,
    form,
    choices,
  });
  if (type === 'day') return field('day');
  if (type === 'id') return field('text', plain(project.passages.keys()));
  return typeof type === 'string' ? field('text') : field('choice', plain(type));
};

const commonFields = (project: Project): readonly FormField[] => {
  const field = (name: string, form: FormField['form'], choices: readonly FieldChoice[] = []): FormField => ({
    name,
    isNeeded: false,
    form,
    choices,
  });
  const topics = Array.from(project.vocabulary.topics.values(), ({ path, name }) => ({ value: path, name }));
  return [
    field('topics', 'names', topics),
    field('only', 'names', audiencesOf(project)),
    field('priority', 'choice', plain(['1', '2', '3', '4', '5'])),
    field('status', 'choice', plain(['draft', 'approved', 'withdrawn'])),
    field('embargo', 'text'),
    field('expires', 'day'),
    field('review', 'day'),
    field('locator', 'text'),
    field('area', 'text'),
    field('period', 'text'),
    field(
      'from',
      'choice',
      Array.from(project.sources.values(), ({ id, title }) => ({ value: id, name: title })),
    ),
    field('supersedes', 'text'),
    field('rests-on', 'text'),
    field('lang', 'text'),
  ];
};
