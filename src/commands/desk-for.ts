import { typesetLine } from '../compose/typography.ts';
import type { Told } from '../diagnostics/message.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Planned } from '../produce/planner.ts';
import { deskView } from '../publish/desk-view.ts';
import type { Desk } from '../render/desk.ts';

/** The desk of a build. */
export const deskFor = ({ project, desk }: Planned, manifest: Manifest): Told<Desk> => {
  const titles = new Map([...project.packs.values()].map(({ id, title }) => [id, typesetLine(title)]));
  return desk(deskView(project, manifest, titles));
};
