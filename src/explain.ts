/** Why each passage of the library is in a document or not: load → select. */

import { refuseUnknown } from './build.ts';
import { load } from './load/load.ts';
import { hasErrors, type Message, type Told } from './model/message.ts';
import type { Edition, Project } from './model/project.ts';
import type { Selection } from './model/selection.ts';
import type { Day } from './model/time.ts';
import type { World } from './model/world.ts';
import { documentDate, select } from './select/select.ts';

export interface Explained {
  readonly project: Project;
  readonly pack: string;
  readonly edition: string;
  readonly audience: string;
  readonly template: string;
  readonly date: Day;
  readonly selection: Selection;
}

/** Explains one edition; null where the project has errors. What select finds wrong with it is told beside it. */
export const explain = async (
  { files }: Pick<World, 'files'>,
  packId: string,
  editionId: string,
): Promise<Told<Explained | null>> => {
  const { value: project, messages } = await load(files);
  if (hasErrors(messages)) return { value: null, messages };
  refuseUnknown('pack', [packId], project.packs.keys());
  const pack = project.packs.get(packId);
  const editions: readonly Edition[] = pack?.editions ?? [];
  const known = editions.map(({ id }) => id);
  refuseUnknown(`edition in the pack \`${packId}\``, [editionId], known);
  const edition = editions.find(({ id }) => id === editionId);
  if (!pack || !edition) throw new Error('unreachable: unknown names are refused');
  const selected = select(project, pack, edition);
  const found: readonly Message[] = [...messages, ...selected.messages];
  const { audience, template } = edition;
  const date = documentDate(pack, edition);
  const value = {
    project,
    pack: packId,
    edition: editionId,
    audience,
    template,
    date,
    selection: selected.value,
  };
  return { value, messages: found };
};
