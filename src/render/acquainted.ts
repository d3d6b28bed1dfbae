import type { Edition, Pack, Project } from '../model/project.ts';

/**
 * The other editions of a pack that a document may name: those for the public, in documents for the public, and none whose
 * embargo ends later than the document's own.
 */
export const acquainted = (
  { audiences }: Pick<Project, 'audiences'>,
  { editions }: Pack,
  edition: Edition,
): readonly Edition[] => {
  const isPublic = ({ audience }: Edition) => audiences.get(audience)?.public ?? false;
  if (!isPublic(edition)) return [];
  return editions.filter(
    (other) =>
      isPublic(other) &&
      other.id !== edition.id &&
      (other.embargo?.instant ?? -Infinity) <= (edition.embargo?.instant ?? -Infinity),
  );
};
