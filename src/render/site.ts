/** The pages of a build that are no documents. */

import { hasErrors, type Told } from '../diagnostics/message.ts';
import type { Project } from '../model/project.ts';
import type { Files, Packages, Round } from '../world/world.ts';
import { DESK, type DeskView } from './desk.ts';
import { RECIPIENTS, type RecipientsView } from './recipients.ts';
import { prepareSitePage, type FillSitePage } from './site-page.ts';

export interface Site {
  readonly desk: FillSitePage<DeskView>;
  /** Null where no edition is for many recipients. */
  readonly recipients: FillSitePage<RecipientsView> | null;
}

/** Makes the templates ready that a project needs; null where something is wrong with one. */
export const prepareSite = async (
  files: Files,
  packages: Packages,
  round: Round,
  { organisation, packs }: Project,
): Promise<Told<Site | null>> => {
  const parts = { files, packages, round, palette: organisation.colours };
  const desk = await prepareSitePage(DESK, parts);
  const isNeeded = [...packs.values()].some(({ editions }) => editions.some((edition) => edition.recipients));
  const recipients = isNeeded ? await prepareSitePage(RECIPIENTS, parts) : { value: null, messages: [] };
  const messages = [...desk.messages, ...recipients.messages];
  const isReady = desk.value && !hasErrors(messages);
  return {
    value: isReady ? { desk: desk.value, recipients: recipients.value } : null,
    messages,
  };
};
