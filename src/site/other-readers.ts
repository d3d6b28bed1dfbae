import { fieldsFor, wordingFor, type Passage } from '../model/passage.ts';
import { PUBLIC } from '../model/public.ts';
import type { Audience } from '../model/audience.ts';
import type { Project } from '../model/project.ts';

/** For each other wording the first public audience that reads it; none for one that asks for a recipient's values. */
export const otherReaders = (
  { audiences }: Pick<Project, 'audiences'>,
  passage: Passage,
): readonly Audience[] => {
  const shown = new Set([wordingFor(passage, PUBLIC)]);
  const readers = [...audiences.values()].filter(
    ({ id, public: isPublic }) => isPublic && (passage.only?.includes(id) ?? true),
  );
  return readers.filter(({ id }) => {
    const wording = wordingFor(passage, id);
    if (shown.has(wording) || fieldsFor(passage, id).length) return false;
    shown.add(wording);
    return true;
  });
};
