/**
 * Compose takes the passages that select chose and gives the document: a tree in no format yet.
 *
 * In reading order — headline, summary, then slot by slot — each text is copied in the wording of its audience, set
 * with curly quotation marks, given headings below its slot's, its abbreviations written out at their first use, and
 * the reference to its source's note put at its end.
 */

import type { Root } from 'mdast';
import type { Document, Item, Section } from '../model/document.ts';
import type { Addressee } from '../model/document-key.ts';
import { sha256 } from '../model/hash.ts';
import { shownAttributes, titleFor, wordingFor } from '../model/passage.ts';
import type { Cited, Edition, Organisation, Pack, Passage, Project, Slot, Text } from '../model/project.ts';
import type { FilledSlot } from '../model/selection.ts';
import type { Language } from '../model/languages/language.ts';
import { languageOf, showDate } from '../model/languages/languages.ts';
import { isPartialDate } from '../model/time.ts';
import { Abbreviations } from './abbreviations.ts';
import { copyTree } from '../model/copy-tree.ts';
import { memo } from '../model/memo.ts';
import { citationOf } from './citation-of.ts';
import { further } from './further.ts';
import { Notes } from './notes.ts';
import { spellNumbers } from './numbers.ts';
import { toString } from 'mdast-util-to-string';
import { quote } from './quotation-marks.ts';
import { append, shiftHeadings, speak } from './text.ts';
import { typeset, typesetLine } from './typography.ts';

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
  const words =
    project.audiences.get(edition.audience)?.numbers === 'words-to-nine' &&
    languageOf(project.organisation.language).numbers !== null;
  const composition = new Composition(project, edition.audience, template.notes, words);
  const headline = composition.line(edition.headline, pack.title);
  const own = edition.summary ?? pack.summary;
  const summary = own && composition.prose(own.text);
  const sections = slots
    .filter(({ passages }) => passages.length)
    .map(({ slot, passages }) =>
      composition.section(slot, passages, edition.slots.get(slot.id)?.lead ?? null),
    );
  const passages = composition.passages();
  const said: Omit<Document, 'version' | 'recipient'> = {
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
    further: dropped.map((passage) => further(project, passage, edition.audience)),
    passages: passages.map(({ id }) => id),
    sources: [...new Set(passages.flatMap(citedBy))].toSorted(),
  };
  return { ...said, recipient, version: versionOf(recipient ? { ...said, recipient } : said) };
};

/** Where the documents of a pack lie on the web: site address + short name. */
export const addressOf = ({ site }: Organisation, { short }: Pack): string | null =>
  site && short && `${site}/${short}`;

/** Seven characters, as short as versions of programs are told by; where a text stands in its file is no part of it. */
const versionOf = (said: object): string =>
  sha256(JSON.stringify(said, (key, value: unknown) => (key === 'position' ? undefined : value))).slice(0, 7);

/** The sources that a passage cites. */
const citedBy = ({ source, cites = [] }: Passage): readonly string[] => [
  source,
  ...cites.map((cited) => cited.source),
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

/** The range that a figure is, with the dash of print, unless its text has it as it was written: `£540–£1,180`. */
const withDash = (figure: string, said: string): string =>
  said.includes(figure) ? figure : figure.replace(/(?<=\d[%°]?)-(?=[£$€]?\d)/gu, '–');

/** How small numbers are written. */
type Numbers = 'as-written' | 'in-words';

/** Texts as they were set, by the text and its numbers: many documents hold the same. */
const TYPESET: Readonly<Record<Numbers, WeakMap<Root, Root>>> = {
  'as-written': new WeakMap(),
  'in-words': new WeakMap(),
};

/** A text with its quotation marks and dashes set; to be copied before it is changed. */
const typesetAs = (text: Root, numbers: Numbers): Root =>
  memo(TYPESET[numbers], text, () => {
    const set = copyTree(text);
    if (numbers === 'in-words') spellNumbers(set);
    typeset(set);
    return set;
  });

class Composition {
  readonly notes: Notes;
  readonly #project: Project;
  readonly #audience: string;
  readonly #abbreviations: Abbreviations;
  readonly #language: Language;
  /** Whether small numbers are written as words. */
  readonly #words: boolean;
  /** In reading order; the passage that a rebuttal answers stands before it. */
  readonly #used = new Set<Passage>();

  constructor(project: Project, audience: string, notes: 'short' | 'full', words: boolean) {
    this.#project = project;
    this.#audience = audience;
    this.#words = words;
    this.#language = languageOf(project.organisation.language);
    this.notes = new Notes(project, notes);
    this.#abbreviations = new Abbreviations(project.vocabulary.abbreviations, this.#language);
  }

  passages(): readonly Passage[] {
    return [...this.#used];
  }

  /** The headline: nothing in it is written out. */
  line(own: Text | null, otherwise: string): Root {
    const text = own
      ? this.#ownText(own.text)
      : this.#ownText({
          type: 'root',
          children: [{ type: 'paragraph', children: [{ type: 'text', value: otherwise }] }],
        });
    this.#abbreviations.mark(text, true);
    return text;
  }

  prose(own: Root): Root {
    const text = this.#ownText(own);
    this.#abbreviations.mark(text, false);
    return text;
  }

  /** A text of our own, set as this audience reads it. */
  #ownText(text: Root): Root {
    return copyTree(typesetAs(text, this.#words ? 'in-words' : 'as-written'));
  }

  /** `lead` is the id of the passage that leads the document. */
  section(slot: Slot, passages: readonly Passage[], lead: string | null): Section {
    const title = titleFor(slot, this.#audience);
    return {
      slot: slot.id,
      title: maybe(title, (words) => typesetLine(this.#language.titles[words] ?? words)),
      items: passages.map((passage) => ({ ...this.#item(slot, passage), lead: passage.id === lead })),
    };
  }

  #item(slot: Slot, passage: Passage): Omit<Item, 'lead'> {
    const answered = this.#project.passages.get(passage.attributes['against'] ?? '');
    const against = answered ? this.#text(answered, slot) : null;
    const text = this.#text(passage, slot);
    const said = toString(text);
    const attributes = Object.entries(shownAttributes(passage)).map(([name, value]) => [
      name,
      name === 'figure'
        ? withDash(this.#shown(passage, name, value), said)
        : this.#shown(passage, name, value),
    ]);
    return {
      passage: passage.id,
      kind: passage.kind,
      text,
      attributes: Object.fromEntries(attributes),
      against,
      origin: this.#project.vocabulary.kinds.get(passage.kind)?.cited
        ? null
        : citationOf(this.#project, passage, 'short'),
    };
  }

  #text(passage: Passage, slot: Slot): Root {
    const kind = this.#project.vocabulary.kinds.get(passage.kind);
    const how = kind?.verbatim || !this.#words ? 'as-written' : 'in-words';
    const text = copyTree(typesetAs(wordingFor(passage, this.#audience), how));
    this.#used.add(passage);
    // Without a title of its own, a slot's place in the outline is that of its passages' headings.
    shiftHeadings(text, slot.title ? slot.level : Math.max(1, slot.level - 1));
    this.#abbreviations.mark(text, kind?.verbatim ?? false);
    if (kind?.verbatim) {
      quote(text);
      speak(text, this.#project.sources.get(passage.source)?.language ?? null);
    }
    if (kind?.cited) append(text, this.notes.refer(passage), this.#language.notes.source);
    this.#citeBesides(text, passage);
    return text;
  }

  /** Refers to the sources of figures that were merged into a passage, where its own note does not name them. */
  #citeBesides(text: Root, { kind, source: own, locator: at, from, cites = [] }: Passage): void {
    const isCited = this.#project.vocabulary.kinds.get(kind)?.cited && from === null;
    const isNamed = ({ source, locator }: Cited) =>
      isCited && source === own && (locator === null || locator === at);
    const others = cites.filter((cited) => !isNamed(cited));
    for (const [index, { source, locator }] of others.entries()) {
      // Two numbers side by side would be read as one.
      if (isCited || index) append(text, { type: 'text', value: '\u202F' }, '');
      append(text, this.notes.refer({ source, locator, from: null }), this.#language.notes.source);
    }
  }

  /** An attribute as readers see it. */
  #shown(passage: Passage, name: string, value: string): string {
    const type = this.#project.vocabulary.kinds.get(passage.kind)?.attributes[name]?.type;
    return (type === 'date' || type === 'day' || type === 'when') && isPartialDate(value)
      ? showDate(value, this.#language)
      : typesetLine(value);
  }
}
