import type { Project } from '../model/project.ts';

/** Whether the organisation itself has published a source. */
export const isOwnSource = ({ organisation, sources }: Project, source: string): boolean => {
  const publisher = sources.get(source)?.publisher ?? null;
  return publisher === organisation.name || publisher === organisation.short;
};
