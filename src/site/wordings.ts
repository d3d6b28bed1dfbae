/** In which words everybody reads a passage. */

import { fieldsFor, wordingFor } from '../model/passage.ts';
import { PUBLIC } from '../model/public.ts';
import type { Audience, Passage, Project } from '../model/project.ts';
import { passageText } from './texts.ts';
import type { Published } from './published.ts';

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

/** Each other wording once, with the audience that reads it. */
export const otherWordings = (site: Published, passage: Passage, path: string) =>
  otherReaders(site.project, passage).map(({ id, name }) => ({
    audience: name,
    html: passageText(site, passage, id, path).html,
  }));
