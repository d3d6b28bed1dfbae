import type { DocumentKey } from './document-key.ts';
import type { Edition, Pack } from './pack.ts';
import type { Project } from './project.ts';

/** The edition that a document is of, with its pack; null where the project has none. */
export const findEdition = (
  { packs }: Pick<Project, 'packs'>,
  key: Pick<DocumentKey, 'pack' | 'edition'>,
): { readonly pack: Pack; readonly edition: Edition } | null => {
  const pack = packs.get(key.pack);
  const edition = pack?.editions.find(({ id }) => id === key.edition);
  return pack && edition ? { pack, edition } : null;
};
