import { releaseOf } from '../model/release.ts';
import type { Edition, Pack } from '../model/pack.ts';
import type { Project } from '../model/project.ts';

/**
 * The other editions of a pack that a document may name: those for the public, in documents for the public, and none that may
 * be read later than the document itself. An edition for many recipients has no one page that could be named.
 */
export const relatedEditions = (
  { audiences }: Pick<Project, 'audiences'>,
  pack: Pack,
  edition: Edition,
): readonly Edition[] => {
  const isPublic = ({ audience }: Edition) => audiences.get(audience)?.public ?? false;
  if (!isPublic(edition)) return [];
  return pack.editions.filter(
    (other) =>
      isPublic(other) &&
      other.id !== edition.id &&
      other.recipients === null &&
      releaseOf(pack, other) <= releaseOf(pack, edition),
  );
};
