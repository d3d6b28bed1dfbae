/** The pictures that evidence shows, written anew for the site. */

import { wordingFor } from '../model/passage.ts';
import { PUBLIC } from '../model/public.ts';
import { visit } from '../model/visit.ts';
import type { Project } from '../model/project.ts';
import { Assets } from '../render/assets.ts';
import { pictures } from '../render/pictures.ts';
import type { Files } from '../world/world.ts';
import type { PublicLibrary } from './library.ts';
import { otherReaders } from './other-readers.ts';

export interface SiteImage {
  /** Below the site. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** As wide and high as a page shows one, in millimetres. */
const ROOM = { width: 180, height: 240 };

/** By their paths in the project: those in the words in which everybody reads evidence, and what it answers. */
export const imagesOf = async (
  files: Files,
  project: Pick<Project, 'passages' | 'audiences'>,
  { evidence }: PublicLibrary,
): Promise<ReadonlyMap<string, SiteImage>> => {
  const wanted = new Set<string>();
  for (const { passage } of evidence.values()) {
    const answered = project.passages.get(passage.attributes['against'] ?? '');
    const shown = [
      ...[PUBLIC, ...otherReaders(project, passage).map(({ id }) => id)].map((id) => wordingFor(passage, id)),
      ...(answered ? [wordingFor(answered, PUBLIC)] : []),
    ];
    for (const text of shown) visit(text, 'image', ({ url }) => void wanted.add(url));
  }
  const picture = pictures(files);
  const found = new Map<string, SiteImage>();
  for (const file of wanted) {
    const read = await picture(file, ROOM);
    if (read) found.set(file, { path: new Assets().addPicture(file, read), bytes: read.bytes });
  }
  return found;
};
