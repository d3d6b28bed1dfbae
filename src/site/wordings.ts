/** In which other words public audiences read a passage. */

import { fieldsFor, wordingFor } from '../model/passage.ts';
import { PUBLIC } from '../model/public.ts';
import type { Passage } from '../model/project.ts';
import { passageText } from './texts.ts';
import type { Published } from './published.ts';

/** Each other wording once, with the first public audience that reads it; none of one that asks for a recipient's values. */
export const otherWordings = (site: Published, passage: Passage, path: string) => {
  const shown = new Set([wordingFor(passage, PUBLIC)]);
  const audiences = [...site.project.audiences.values()].filter(
    ({ id, public: isPublic }) => isPublic && (passage.only?.includes(id) ?? true),
  );
  return audiences.flatMap(({ id, name }) => {
    const wording = wordingFor(passage, id);
    if (shown.has(wording) || fieldsFor(passage, id).length) return [];
    shown.add(wording);
    return [{ audience: name, html: passageText(site, passage, id, path).html }];
  });
};
