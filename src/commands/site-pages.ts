import { typesetLine } from '../compose/typography.ts';
import type { Message, Told } from '../diagnostics/message.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Planned } from '../produce/planner.ts';
import { deskView } from '../publish/desk-view.ts';
import { mailingsOf } from '../model/mailings.ts';
import { recipientsView } from '../publish/recipients-view.ts';
import type { SitePage } from '../render/site-page.ts';

/** The pages of a build that are no documents, by path: the desk, and a page of recipients for each mailing. */
export const sitePages = (
  { project, site }: Planned,
  manifest: Manifest,
): Told<ReadonlyMap<string, SitePage>> => {
  const titles = new Map([...project.packs.values()].map(({ id, title }) => [id, typesetLine(title)]));
  const messages: Message[] = [];
  const pages = new Map<string, SitePage>();
  const add = (path: string, page: Told<SitePage>): void => {
    messages.push(...page.messages);
    pages.set(path, page.value);
  };
  add('index.html', site.desk('index.html', deskView(project, manifest, titles)));
  for (const mailing of site.recipients ? mailingsOf(manifest) : [])
    if (site.recipients)
      add(mailing.path, site.recipients(mailing.path, recipientsView(project, mailing, titles)));
  return { value: pages, messages };
};
