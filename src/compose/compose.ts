/**
 * Compose takes the passages that select chose and gives the document: a tree in no format yet.
 *
 * In reading order — headline, summary, then slot by slot — each text is copied in the wording of its audience, set
 * with curly quotation marks, given headings below its slot's, its abbreviations written out at their first use, and
 * the reference to its source's note put at its end.
 */

import type { Document } from '../model/document.ts';
import type { Addressee } from '../model/document-key.ts';
import { sha256 } from '../model/hash.ts';
import type { Edition, Pack } from '../model/pack.ts';
import type { Organisation } from '../model/organisation.ts';
import type { Passage } from '../model/passage.ts';
import type { Project } from '../model/project.ts';
import type { FilledSlot } from '../model/selection.ts';
import { Composition } from './composition.ts';
import { further } from './further.ts';
import { licenceWordings } from './licences.ts';
import { typesetLine } from './typography.ts';

/** What a document is composed of. */
export interface DocumentParts {
  readonly slots: readonly Pick<FilledSlot, 'slot' | 'passages'>[];
  /** What was selected and left out for want of room. */
  readonly dropped: readonly Passage[];
}

/** Composes one edition from what was selected for it, perhaps for one of many. `date` is the document's date. */
export const compose = (
  project: Project,
  pack: Pack,
  edition: Edition,
  { slots, dropped }: DocumentParts,
  date: string,
  recipient: Addressee | null = null,
): Document => {
  const template = project.templates.get(edition.template);
  if (!template) throw new Error(`the template ${edition.template} was not loaded`);
  const composition = new Composition(project, edition.audience, template.notes);
  const headline = composition.line(edition.headline, pack.title);
  const own = edition.summary ?? pack.summary;
  const summary = own && composition.prose(own.text);
  const sections = slots
    .filter(({ passages }) => passages.length)
    .map(({ slot, passages }) =>
      composition.section(slot, passages, edition.slots.get(slot.id)?.lead ?? null),
    );
  const passages = composition.passages();
  const said: Omit<Document, 'version' | 'recipient' | 'annex'> = {
    pack: pack.id,
    edition: edition.id,
    audience: edition.audience,
    template: template.id,
    organisation: typesetOrganisation(project.organisation),
    title: typesetLine(pack.title),
    headline,
    summary,
    event: maybe(edition.event ?? pack.event, typesetLine),
    date,
    embargo: edition.embargo,
    draft: pack.status === 'draft',
    address: addressOf(project.organisation, pack),
    sections,
    notes: composition.notes.all(),
    licences: licenceWordings(project, passages.flatMap(shownOf)),
    further: dropped.map((passage) => further(project, passage, edition.audience)),
    passages: passages.map(({ id }) => id),
    sources: [...new Set(passages.flatMap(citedBy))].toSorted(),
  };
  return { ...said, recipient, annex: null, version: versionOf(recipient ? { ...said, recipient } : said) };
};

/** Where the documents of a pack lie on the web: site address + short name. */
export const addressOf = ({ site }: Organisation, { short }: Pack): string | null =>
  site && short && `${site}/${short}`;

/** Seven characters, as short as versions of programs are told by; where a text stands in its file is no part of it. */
export const versionOf = (said: object): string =>
  sha256(JSON.stringify(said, (key, value: unknown) => (key === 'position' ? undefined : value))).slice(0, 7);

/** The sources that a passage cites. */
const citedBy = ({ source, cites = [] }: Passage): readonly string[] => [
  source,
  ...cites.map((cited) => cited.source),
];

/** The sources of which a passage shows something. */
const shownOf = (passage: Passage): readonly string[] => [
  ...citedBy(passage),
  ...(passage.from === null ? [] : [passage.from]),
];

const maybe = <T, R>(value: T | null, change: (value: T) => R): R | null =>
  value === null ? null : change(value);

const typesetOrganisation = (organisation: Organisation): Organisation => ({
  ...organisation,
  name: typesetLine(organisation.name),
  short: typesetLine(organisation.short),
  about: maybe(organisation.about, typesetLine),
  address: maybe(organisation.address, typesetLine),
  imprint: maybe(organisation.imprint, typesetLine),
  notice: maybe(organisation.notice, typesetLine),
});
