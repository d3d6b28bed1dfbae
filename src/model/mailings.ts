import { formId } from './document-key.ts';
import { groupBy } from './group.ts';
import type { Entry } from './manifest.ts';

/** The documents of one edition and variant that are made for many recipients. */
export interface Mailing {
  /** Of the page that lists them, below the output folder. */
  readonly path: string;
  /** At least one, in the table's order. */
  readonly entries: readonly [Entry, ...Entry[]];
}

/** What of a build is made for many, in the manifest's order. */
export const mailingsOf = ({ documents }: { readonly documents: readonly Entry[] }): readonly Mailing[] => {
  const forMany = documents.filter(({ recipient }) => recipient);
  return Array.from(groupBy(forMany, mailingPath), ([path, entries]) => ({ path, entries }));
};

/** Where the page lies that lists the recipients of an edition. */
const mailingPath = (entry: Entry): string => `${entry.pack}/${formId(entry)}/index.html`;
