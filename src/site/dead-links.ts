import { warning, type Message } from '../diagnostics/message.ts';
import { findEdition } from '../model/find-edition.ts';
import type { Entry } from '../model/manifest.ts';
import type { Project } from '../model/project.ts';
import { relatedEditions } from '../render/related-editions.ts';
import { pathOf } from '../render/addresses.ts';

/** Says each edition that a page of the site leads to, and that is not in it: one that has not been built, or not since. */
export const deadLinks = ({ audiences, packs }: Project, entries: readonly Entry[]): readonly Message[] => {
  const there = new Set(entries.map(({ files }) => files.html));
  return entries.flatMap((entry) => {
    const found = findEdition({ packs }, entry);
    if (!found) return [];
    const { pack, edition } = found;
    return relatedEditions({ audiences }, pack, edition).flatMap(({ id, place }) => {
      const path = pathOf({ pack: pack.id, edition: id, variant: 'standard' }, 'html');
      if (there.has(path)) return [];
      const text = `\`${entry.files.html}\` leads to \`${path}\`, which is not in the site`;
      return [warning('site-link', place, text, { remedy: `Build \`${pack.id}\` whole.` })];
    });
  });
};
