/** Reads a project and makes its templates ready: all that documents are planned of. */

import { hasErrors, type Message, type Told } from '../diagnostics/message.ts';
import { tolerated } from '../diagnostics/tolerated.ts';
import { load } from '../load/load.ts';
import { inLanguage } from '../model/read-in.ts';
import type { Project } from '../model/project.ts';
import { prepareRenderer, type Renderer } from '../render/render.ts';
import { readCommon, type TemplateWords } from '../secrecy/common.ts';
import { prepareSite, type SiteTemplates } from '../site/templates.ts';
import { judgeOf, type Judge } from '../rules/judge.ts';
import type { Round, World } from '../world/world.ts';

/** A project that documents can be planned of. */
export interface PreparedProject {
  readonly project: Project;
  readonly renderer: Renderer;
  readonly site: SiteTemplates;
  readonly judge: Judge;
  /** What its templates say. */
  readonly common: TemplateWords;
}

/** Load, and every template of a project made ready; null where there is an error. */
export const prepare = async (
  { files, packages }: Pick<World, 'files' | 'packages'>,
  round: Round,
  keepGoing: boolean,
): Promise<Told<PreparedProject | null>> => {
  const { value: project, messages: loaded } = await load(files, round);
  const { value: renderer, messages: templates } = await prepareRenderer(files, packages, round, project);
  const { value: site, messages: onSite } = await prepareSite(files, packages, round, project);
  const { value: judge, messages: onRules } = judgeOf(project);
  const common = await readCommon(files, round);
  const messages: readonly Message[] = [...tolerated(loaded, keepGoing), ...onRules, ...templates, ...onSite];
  const isFaulty = hasErrors(messages) || !renderer || !site;
  const read = inLanguage(project, project.organisation.language);
  return { value: isFaulty ? null : { project: read, renderer, site, judge, common }, messages };
};
