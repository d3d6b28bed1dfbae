import { suggest } from '../diagnostics/nearest.ts';
import { UsageError } from '../diagnostics/usage.ts';

/** Refuses the name of a pack, edition or audience that the project does not have. */
export const refuseUnknown = (what: string, names: readonly string[], known: Iterable<string>): void => {
  const all = [...known];
  const unknown = names.find((name) => !all.includes(name));
  if (unknown !== undefined)
    throw new UsageError(`There is no ${what} \`${unknown}\``, suggest(unknown, all));
};
