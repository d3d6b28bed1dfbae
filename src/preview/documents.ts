/** The documents of a project, as the preview lists them and finds them by their names. */

import { typesetLine } from '../compose/typography.ts';
import type { Message } from '../diagnostics/message.ts';
import { addresseesOf } from '../model/addressees.ts';
import { documentName, type Addressee, type DocumentKey } from '../model/document-key.ts';
import { findEdition } from '../model/find-edition.ts';
import { languageOf } from '../model/languages/languages.ts';
import type { Edition, Pack } from '../model/pack.ts';
import type { Project } from '../model/project.ts';
import { recipientsOf } from '../model/recipient.ts';
import type { DocumentCard, PackCard, RecipientCard } from './interface.ts';

/** Every pack with its documents, and how much there is to tell of each pack. */
export const packCards = (project: Project, messages: readonly Message[]): readonly PackCard[] =>
  [...project.packs.values()].map((pack) => {
    const own = messages.filter((message) => isOf(message, pack));
    const count = (severity: Message['severity']) => own.filter((one) => one.severity === severity).length;
    return {
      id: pack.id,
      title: typesetLine(pack.title),
      isDraft: pack.status === 'draft',
      isOnRequest: pack.build === 'on-request',
      documents: pack.editions.flatMap((edition) => documentCards(project, pack, edition)),
      errors: count('error'),
      warnings: count('warning'),
    };
  });

/** Whether a message is of a pack: it stands in its file, or names a document of it. */
const isOf = ({ place, text }: Message, { id, place: { file } }: Pack): boolean =>
  place?.file === file || text.includes(`, in ${id}/`);

const documentCards = (project: Project, pack: Pack, edition: Edition): readonly DocumentCard[] =>
  edition.variants.map((variant) => ({
    name: documentName({ pack: pack.id, edition: edition.id, variant }),
    audience: project.audiences.get(edition.audience)?.name ?? edition.audience,
    variant: variant === 'standard' ? null : languageOf('en-GB').variants[variant],
    template: edition.template,
    embargo: edition.embargo && [edition.embargo.day, edition.embargo.time ?? ''].join(' ').trim(),
    recipients: edition.recipients === null ? null : addressees(project, edition).length,
  }));

/** The document of a name, or of one that many are made under the first of them; null where there is none. */
export const findDocument = (project: Project, name: string): DocumentKey | null => {
  for (const pack of project.packs.values())
    for (const edition of pack.editions)
      for (const variant of edition.variants) {
        const key = { pack: pack.id, edition: edition.id, variant };
        const found = findIn(addressees(project, edition), edition, key, name);
        if (found) return found;
      }
  return null;
};

const findIn = (
  all: readonly Addressee[],
  { recipients }: Edition,
  key: DocumentKey,
  name: string,
): DocumentKey | null => {
  if (recipients === null) return documentName(key) === name ? key : null;
  const [first] = all;
  if (documentName(key) === name) return first ? { ...key, recipient: first } : null;
  const own = all.find((recipient) => documentName({ ...key, recipient }) === name);
  return own ? { ...key, recipient: own } : null;
};

/** All for whom a document is made, each with their own. */
export const recipientCards = (project: Project, key: DocumentKey): readonly RecipientCard[] => {
  const found = findEdition(project, key);
  const all = found ? addressees(project, found.edition) : [];
  return all.map((recipient) => ({
    document: documentName({ ...key, recipient }),
    name: recipient.name,
  }));
};

const addressees = (project: Project, { recipients }: Edition): readonly Addressee[] => {
  const table = project.tables.get(recipients ?? '');
  return table ? [...addresseesOf(recipientsOf(table)).values()] : [];
};
