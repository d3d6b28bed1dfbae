/** Which rules tell something of which passage. */

import type { Message } from '../diagnostics/message.ts';
import { groupBy } from '../model/group.ts';
import type { Project } from '../model/project.ts';

/** By passage, the ids of the rules that tell something of it: at a place from where its fence opens to where the next does. */
export const toldOf = (
  { passages }: Pick<Project, 'passages'>,
  messages: readonly Message[],
): ReadonlyMap<string, ReadonlySet<string>> => {
  const told = new Map<string, Set<string>>();
  const byFile = groupBy([...passages.values()], ({ place: { file } }) => file);
  for (const { place, rule } of messages) {
    const found = place && byFile.get(place.file)?.findLast((one) => one.place.line <= place.line);
    if (found) told.set(found.id, (told.get(found.id) ?? new Set()).add(rule));
  }
  return told;
};
