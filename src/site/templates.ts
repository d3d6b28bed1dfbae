/** The templates of all pages that are no documents, ready to be filled. */

import { hasErrors, type Told } from '../diagnostics/message.ts';
import type { Project } from '../model/project.ts';
import { prepareSitePage, type FillSitePage, type SiteTemplate } from '../render/site-page.ts';
import { readPartials } from '../render/templates.ts';
import type { Files, Packages, Round } from '../world/world.ts';
import { DESK } from './pages/desk.ts';
import { EVIDENCE_PAGE } from './pages/evidence.ts';
import { HOME } from './pages/home.ts';
import { LISTING } from './pages/listing.ts';
import { MISSING_PAGE } from './pages/missing.ts';
import { MOVED } from './pages/moved.ts';
import { PACK_PAGE } from './pages/pack.ts';
import { PASSAGES } from './pages/passages.ts';
import { RECIPIENTS } from './pages/recipients.ts';
import { SEARCH_PAGE } from './pages/search.ts';
import { searchScript } from './search-script.ts';

/** By what each is called here. */
const TEMPLATES = {
  desk: DESK,
  passages: PASSAGES,
  recipients: RECIPIENTS,
  home: HOME,
  pack: PACK_PAGE,
  evidence: EVIDENCE_PAGE,
  listing: LISTING,
  moved: MOVED,
  search: SEARCH_PAGE,
  missing: MISSING_PAGE,
};

export type SiteTemplates = {
  readonly [Name in keyof typeof TEMPLATES]: (typeof TEMPLATES)[Name] extends SiteTemplate<infer View>
    ? FillSitePage<View>
    : never;
};

/** Makes the templates ready; null where something is wrong with one. */
export const prepareSite = async (
  files: Files,
  packages: Packages,
  round: Round,
  { organisation }: Project,
): Promise<Told<SiteTemplates | null>> => {
  const partials = await readPartials(files, round, () => {});
  const parts = { files, packages, round, palette: organisation.colours, partials };
  // What was bundled by this despatch is kept as what it has read.
  const script = await round.awaited('the search', '', searchScript);
  const search = { ...SEARCH_PAGE, script };
  const prepared = await Promise.all(
    Object.entries({ ...TEMPLATES, search }).map(async ([name, template]) => {
      const told = await prepareSitePage(template as SiteTemplate<{ readonly stylesheet: string }>, parts);
      return { name, ...told };
    }),
  );
  const messages = prepared.flatMap((one) => one.messages);
  const ready = Object.fromEntries(prepared.map(({ name, value }) => [name, value]));
  return { value: hasErrors(messages) ? null : (ready as unknown as SiteTemplates), messages };
};
