/** The pictures that evidence shows, written anew for the site. */

import { visit } from '../model/visit.ts';
import type { Project } from '../model/project.ts';
import { Assets } from '../render/assets.ts';
import { pictures } from '../render/pictures.ts';
import type { Files } from '../world/world.ts';
import type { PublicLibrary } from './library.ts';

export interface SiteImage {
  /** Below the site. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** As wide and high as a page shows one, in millimetres. */
const ROOM = { width: 180, height: 240 };

/** By their paths in the project: those in any text of what everybody may read, and of what that answers. */
export const imagesOf = async (
  files: Files,
  { passages }: Pick<Project, 'passages'>,
  { evidence }: PublicLibrary,
): Promise<ReadonlyMap<string, SiteImage>> => {
  const wanted = new Set<string>();
  for (const { passage } of evidence.values()) {
    const answered = passages.get(passage.attributes['against'] ?? '');
    for (const { text, wordings } of [passage, ...(answered ? [answered] : [])])
      for (const tree of [text, ...wordings.map((wording) => wording.text)])
        visit(tree, 'image', ({ url }) => void wanted.add(url));
  }
  const picture = pictures(files);
  const found = new Map<string, SiteImage>();
  for (const file of wanted) {
    const read = await picture(file, ROOM);
    if (read) found.set(file, { path: new Assets().addPicture(file, read), bytes: read.bytes });
  }
  return found;
};
