/** What a document is made of, in a hash: where it is another today, the document is out of date. */

import { sha256 } from '../model/hash.ts';
import type { Project } from '../model/project.ts';
import type { PdfProperties } from '../pdf/index.ts';
import type { Draft, Laid } from './draft.ts';
import { fitInputs, isFitted } from './fit-document.ts';
import { copySettings } from './print-copies.ts';

/** What a PDF says of itself. */
export const propertiesOf = (
  project: Project,
  { document, rendered, pack }: Laid & Pick<Draft, 'pack'>,
): PdfProperties => ({
  title: rendered.title,
  author: document.organisation.name,
  subject: document.organisation.notice ?? document.title,
  keywords: pack.topics.map((topic) => project.vocabulary.topics.get(topic)?.name ?? topic),
  language: document.organisation.language,
  date: document.date,
});

/**
 * The hashes of all that a document is made of: of its page in print and on the web before it is fitted, of what it may
 * take in, its properties, the contract that it is held against, and the version of despatch that makes it. Where it is
 * another today, the document is out of date.
 */
export const inputsOf = async (project: Project, draft: Draft, version: string): Promise<Inputs> => {
  const fitted = await fittedFrom(project, draft);
  return { all: hashOf(project, draft, [version, fitted]), fitted };
};

/** Hashes of what a document is made of. */
export interface Inputs {
  /** Of all of it. */
  readonly all: string;
  /** Of what its passages are fitted from: its own, or those of the document that it follows; null where they are not fitted. */
  readonly fitted: string | null;
}

const fittedFrom = async (project: Project, draft: Draft): Promise<string | null> => {
  const standard = draft.follows ?? draft;
  return isFitted(standard.template) ? fitInputs(project, standard) : null;
};

const hashOf = (project: Project, draft: Draft, makings: readonly unknown[]): string => {
  const { template, rendered, document } = draft;
  const { pages, type } = template;
  const contract = [
    pages.min,
    pages.max,
    pages.multiple,
    type.min,
    type.notes,
    template.id,
    document.audience,
  ];
  const copies = copySettings(project.organisation, draft);
  const parts = [
    rendered.html,
    rendered.print,
    rendered.text,
    propertiesOf(project, draft),
    contract,
    ...makings,
    ...(copies.length ? [copies] : []),
  ];
  return sha256(JSON.stringify(parts));
};
