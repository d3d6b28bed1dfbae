import { UsageError } from '../diagnostics/usage.ts';
import { taken } from '../world/new-files.ts';

/** Refuses to write where there is something already. */
export const refuseTaken = async (root: string, paths: Iterable<string>): Promise<void> => {
  const there = await taken(root, [...paths]);
  if (!there.length) return;
  throw new UsageError(
    `There ${there.length === 1 ? 'is a file' : `are ${there.length} files`} in the way: ${there.map((path) => `\`${path}\``).join(', ')}`,
    'Nothing was written. Take away what you no longer want, or choose another folder or name.',
  );
};
