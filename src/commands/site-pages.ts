/** The pages of a build that are no documents: the desk with its pages of recipients, and the site. */

import { typesetLine } from '../compose/typography.ts';
import type { Message } from '../diagnostics/message.ts';
import { valueHash } from '../model/hash.ts';
import { mailingsOf } from '../model/mailings.ts';
import type { Manifest } from '../model/manifest.ts';
import { standingAt } from '../model/release.ts';
import type { Planned } from '../produce/planner.ts';
import type { Publication } from '../publish/publish.ts';
import type { SitePage } from '../render/site-page.ts';
import { deskView } from '../site/pages/desk.ts';
import { passagesView, usesIn } from '../site/pages/passages.ts';
import { PASSAGES_PATH } from '../site/paths.ts';
import { recipientsView } from '../site/pages/recipients.ts';
import { writeSite } from '../site/site.ts';
import type { World } from '../world/world.ts';
import { presentOf, type Request } from './request.ts';

/**
 * Adds all of them to a publication that holds the documents; gives what is wrong with them. `told` is what there is to
 * tell of the documents.
 */
export const addPages = async (
  { files, store, engine }: Pick<World, 'files' | 'store' | 'engine'>,
  publication: Publication,
  { project, site }: Planned,
  manifest: Manifest,
  request: Pick<Request, 'now' | 'today'>,
  told: readonly Message[],
): Promise<readonly Message[]> => {
  const titles = new Map([...project.packs.values()].map(({ id, title }) => [id, typesetLine(title)]));
  const messages: Message[] = [];
  const pages = await publication.pages(store, await engine());
  const add = async (path: string, page: SitePage): Promise<void> => {
    for (const [asset, bytes] of page.assets) await publication.write(asset, bytes);
    messages.push(...(await pages.write(path, page)));
  };
  const present = presentOf(request);
  const desk = () => ({ view: deskView({ project, manifest, titles, messages: told }, present) });
  await add('index.html', site.desk('index.html', desk));
  const uses = usesIn(manifest);
  const madeOf = valueHash([project.fileHashes, uses, present.today, standingAt(present.now, project)]);
  const passages = () => ({ view: passagesView(project, uses, present) });
  await add(PASSAGES_PATH, site.passages(PASSAGES_PATH, passages, { madeOf }));
  for (const mailing of mailingsOf(manifest)) {
    const title = titles.get(mailing.entries[0].pack) ?? mailing.entries[0].pack;
    const content = () => ({ view: recipientsView(project, mailing, { title, up: 'desk' }) });
    await add(mailing.path, site.recipients(mailing.path, content));
  }
  const sink = { files: publication, pages };
  messages.push(...(await writeSite(site, { files, project, manifest }, present, sink)));
  await pages.end();
  return messages;
};
