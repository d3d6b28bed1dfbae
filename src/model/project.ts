/** A project as loaded: complete, checked against its schemas, every name in it resolved. */

import type { Root } from 'mdast';
import type { Areas } from './area.ts';
import type { Calendar, ReadingDays } from './calendar.ts';
import type { Palette } from './colours.ts';
import type { Copy, PrinterProfile } from './copies.ts';
import type { Excuse } from './excuse.ts';
import type { Format } from './formats.ts';
import type { Office } from './office.ts';
import type { IssuedDocument } from './issued.ts';
import type { LicenceId } from './licence.ts';
import type { Kind } from './kind.ts';
import type { Severity } from '../diagnostics/message.ts';
import type { ArchivedOriginal, NamedOriginal } from './original.ts';
import type { Place } from '../diagnostics/place.ts';
import type { Table } from './table.ts';
import type { Day, Moment, PartialDate } from './time.ts';
import type { Variant } from './variant.ts';

export interface Project {
  readonly organisation: Organisation;
  /** The organisation's own language, where the project is read in another: see `inLanguage`. */
  readonly writtenIn?: string;
  readonly vocabulary: Vocabulary;
  readonly areas: Areas;
  readonly calendar: Calendar;
  /** Who held them when. */
  readonly offices: readonly Office[];
  readonly audiences: ReadonlyMap<string, Audience>;
  /** By id: the file's stem. Sources, passages and packs stand in the order of their files' names. */
  readonly sources: ReadonlyMap<string, Source>;
  readonly passages: ReadonlyMap<string, Passage>;
  readonly packs: ReadonlyMap<string, Pack>;
  readonly templates: ReadonlyMap<string, Template>;
  /** Of data, by id: the files' stem. */
  readonly tables: ReadonlyMap<string, Table>;
  /** Archived originals that sources name, by their paths: for checks alone, and never shown. */
  readonly originals: ReadonlyMap<string, ArchivedOriginal>;
  /** In all its files. */
  readonly excuses: readonly Excuse[];
  /** What editors have written for themselves: comments, and what stands between passages. It is never published. */
  readonly asides: readonly Aside[];
  /** The records of documents that went out, in the order of their files' names. */
  readonly issued: readonly IssuedDocument[];
  /** A hash of all that its files say, but for tables of data, originals and pictures. */
  readonly hash: string;
}

/** A text in a file that is for whoever edits it. */
export interface Aside {
  readonly text: string;
  readonly place: Place;
  /** Where the passage opens in which it stands, or directly above which. */
  readonly beside?: Place;
}

export interface Organisation {
  readonly name: string;
  /** The name in short, e.g. `LSWG`; the name itself where none is given. */
  readonly short: string;
  readonly about: string | null;
  readonly address: string | null;
  readonly contact: Contact;
  /** Who printed and published, where the law asks for it. */
  readonly imprint: string | null;
  /** Stands on every page of every document. */
  readonly notice: string | null;
  /** Where documents lie on the web, e.g. `https://example.org`, without a final slash. */
  readonly site: string | null;
  readonly language: string;
  /** Of its pages by day; `colours.ts` has those by night. */
  readonly colours: Palette;
  /** The path from the root of the image that stands beside its name. */
  readonly logo: string | null;
  /** The built-in profiles of printers and its own, by name. */
  readonly printers: ReadonlyMap<string, PrinterProfile>;
  /** Of rules, where they are others than despatch gives them. */
  readonly levels: readonly RuleLevel[];
}

/** How much it matters what a rule finds. */
export interface RuleLevel {
  readonly rule: string;
  readonly level: Severity;
  /** Where the rule is named. */
  readonly place: Place;
}

export interface Contact {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly 'out-of-hours': string | null;
  readonly web: string | null;
}

export interface Vocabulary {
  /** By path, e.g. `children/child-protection`; every ancestor of a topic is there too. */
  readonly topics: ReadonlyMap<string, Topic>;
  /** The built-in kinds and the project's own, by id. */
  readonly kinds: ReadonlyMap<string, Kind>;
  /** By the short form, e.g. `DfE`. */
  readonly abbreviations: ReadonlyMap<string, Abbreviation>;
  /** That are spelled right though no dictionary has them. */
  readonly words: readonly string[];
  /** What is known to be wrong, with what is right. */
  readonly mistakes: readonly (readonly [wrong: string, right: string])[];
}

export interface Topic {
  readonly path: string;
  readonly name: string;
}

export interface Abbreviation {
  readonly short: string;
  readonly expansion: string;
  /** The expansion of the plural, e.g. `local authorities` for `LAs`. */
  readonly plural: string;
  /** Whether a document writes it out at its first use; `never` for those that every reader knows. */
  readonly expand: 'first' | 'never';
}

export interface Audience {
  readonly id: string;
  /** As in "Briefing for Members of Parliament". */
  readonly name: string;
  /** The template of its editions where they name none. */
  readonly template: string | null;
  readonly public: boolean;
  /** The reading grade that its documents should not exceed. */
  readonly grade: number | null;
  readonly numbers: 'figures' | 'words-to-nine';
  /** On which days they read what is sent to them. */
  readonly days: ReadingDays;
  /** Of documents for them, where not the organisation's. */
  readonly language: string | null;
}

export const SOURCE_TYPES = [
  'briefing',
  'report',
  'letter',
  'speech',
  'article',
  'statistics',
  'legislation',
  'submission',
  'manifesto',
  'book',
  'web-page',
] as const;

export type SourceType = (typeof SOURCE_TYPES)[number];

export interface Source {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  /** Names as they are to be read, e.g. `Ray Jones`; empty where the publisher alone stands for it. */
  readonly authors: readonly string[];
  readonly publisher: string | null;
  /** The newspaper, journal or book in which it stands. */
  readonly container: string | null;
  readonly issued: PartialDate;
  /** Where that stands. */
  readonly issuedPlace: Place;
  readonly type: SourceType;
  readonly url: string | null;
  readonly accessed: Day | null;
  /** Of its title and of what is quoted from it, where not the organisation's. */
  readonly language: string | null;
  /** Under which it is published; null where nobody has said. */
  readonly licence: LicenceId | null;
  /** Its own words for those who show something of it, in place of the licence's. */
  readonly attribution: string | null;
  /** The archived document that it stands for. */
  readonly original: NamedOriginal | null;
  readonly topics: readonly string[];
  /** The ids of its passages, in the file's order. */
  readonly passages: readonly string[];
  readonly place: Place;
}

export interface Passage {
  readonly id: string;
  readonly kind: string;
  readonly source: string;
  /** The source's topics and its own. */
  readonly topics: readonly string[];
  /** The audiences that may see it; null where all may. */
  readonly only: readonly string[] | null;
  /** 1 is kept at all costs, 5 goes first. */
  readonly priority: number;
  readonly status: 'draft' | 'approved' | 'withdrawn';
  readonly embargo: Moment | null;
  /** Its last day. */
  readonly expires: Day | null;
  readonly review: Day | null;
  /** The ids that it had before: its page is found by them still. */
  readonly formerly: readonly string[];
  /** Ids of the passages that it takes the place of. */
  readonly supersedes: readonly string[];
  readonly locator: string | null;
  /** Id of the source that this passage's source quotes. */
  readonly from: string | null;
  /** Words of the original on which it rests, each as it stands there. */
  readonly restsOn: readonly string[];
  readonly area: string | null;
  readonly period: string | null;
  /** Of its text, and of wordings that name none: a tag (BCP 47), where not the organisation's. */
  readonly language: string | null;
  /** The language in which it is read, where it has words in several: see `inLanguage`. */
  readonly readIn?: string;
  /** What its kind asks for beyond that, by attribute name, e.g. `figure`, `to`, `speaker`. */
  readonly attributes: Readonly<Record<string, string>>;
  /** The text for every audience that has no wording of its own. Positions are those of the file. */
  readonly text: Root;
  readonly wordings: readonly Wording[];
  /** What it cites besides its own source: where the figures are from that were merged into it. */
  readonly cites?: readonly Cited[];
  /** Where its fence opens. */
  readonly place: Place;
  /** Where each attribute's value stands, by attribute name. */
  readonly places: Readonly<Record<string, Place>>;
}

/** A source with the place in it. */
export interface Cited {
  readonly source: string;
  readonly locator: string | null;
}

export interface Wording {
  /** Empty where it is for all. */
  readonly audiences: readonly string[];
  /** A tag (BCP 47), where it is for documents in that language alone. */
  readonly language: string | null;
  /** Whether it stands for the passage's text where a value that this asks for is missing, and not otherwise. */
  readonly whenMissing: boolean;
  readonly text: Root;
  readonly place: Place;
}

export interface Pack {
  /** The file's stem. */
  readonly id: string;
  readonly title: string;
  /** Site address + short is the printed address. */
  readonly short: string | null;
  readonly date: Day;
  readonly status: 'draft' | 'approved';
  readonly topics: readonly string[];
  /** The place that it speaks of. */
  readonly area: string | null;
  readonly summary: Text | null;
  /** What it is for, e.g. `Second Reading, 8 January 2025`. */
  readonly event: string | null;
  /** Whether every build makes its documents, or only one that names it. */
  readonly build: 'always' | 'on-request';
  readonly editions: readonly Edition[];
  /** Whether it is election material, as an editor has decided; null where nobody has. */
  readonly imprint: ImprintDecision | null;
  /** What has changed since it was first issued, as it is written. */
  readonly revisions: readonly Revision[];
  readonly place: Place;
}

/** What an editor has decided; why, and who that was, are asides. */
export interface ImprintDecision {
  readonly material: boolean;
  readonly place: Place;
}

/** A change of a pack that was issued before. */
export interface Revision {
  readonly date: Day;
  readonly note: string;
  /** Whether something had been wrong. */
  readonly correction: boolean;
}

export interface Edition {
  readonly id: string;
  readonly audience: string;
  readonly template: string;
  /** Id of the table with a row for each whom it is made for; null where it is one document for all. */
  readonly recipients: string | null;
  /** At least one, in the order of `VARIANTS`. */
  readonly variants: readonly Variant[];
  readonly date: Day | null;
  readonly embargo: Moment | null;
  /** In place of the audience's. */
  readonly language: string | null;
  /** In place of the pack's. */
  readonly area: string | null;
  readonly headline: Text | null;
  readonly summary: Text | null;
  readonly event: string | null;
  /** The copies for print beside its PDF; null where it leaves that to the template. */
  readonly copies: readonly Copy[] | null;
  /** Passages that it does without, though they fit. */
  readonly leftOut: readonly Named[];
  /** What the pack says of the template's slots, by slot. */
  readonly slots: ReadonlyMap<string, SlotChoice>;
  /** Where its key stands in the pack. */
  readonly place: Place;
}

/** A line or two of Markdown in YAML. */
export interface Text {
  readonly text: Root;
  readonly place: Place;
}

export interface SlotChoice {
  /** Passages named, in this order; the one that leads is the first. */
  readonly passages: readonly Named[];
  /** Id of the one passage that leads the document: it is set larger than the others, and never left out. */
  readonly lead: string | null;
  /** A maximum below the template's. */
  readonly max: number | null;
  readonly place: Place;
}

export interface Named {
  readonly id: string;
  readonly place: Place;
}

/** A document's form. */
export interface Template {
  /** The folder's name. */
  readonly id: string;
  readonly name: string;
  readonly page: PageBox;
  readonly pages: PageContract;
  readonly type: TypeContract;
  /** short: author, year, locator; full: the whole citation. */
  readonly notes: 'short' | 'full';
  readonly formats: readonly Format[];
  /** The copies for print beside the PDF. */
  readonly copies: readonly Copy[];
  /** The most words that a headline and a summary may have. */
  readonly headline: number | null;
  readonly summary: number | null;
  /** Fixed words of the page that are others for some audiences, by word and audience. */
  readonly words: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** In reading order: notes are numbered and abbreviations written out in this order. */
  readonly slots: readonly Slot[];
  readonly place: Place;
}

export interface PageBox {
  /** A CSS page size, e.g. `A4`. */
  readonly size: 'A3' | 'A4' | 'A5' | 'A6';
  readonly orientation: 'portrait' | 'landscape';
  /** One to four CSS lengths as in `margin`, e.g. `18mm`. */
  readonly margin: string;
}

/** How many pages a document may have. */
export interface PageContract {
  readonly min: number;
  readonly max: number | null;
  /** The number of pages is a multiple of this. */
  readonly multiple: number;
  readonly place: Place;
}

/** Sizes of type in points. */
export interface TypeContract {
  readonly size: number;
  /** No text on the page is smaller, notes and small print apart: as far as the type shrinks to fit. */
  readonly min: number;
  /** As far as the type grows to fill the page; `size` where none is given. */
  readonly max: number;
  /** No note is smaller, nor what the template marks as small print (`data-small`). */
  readonly notes: number;
  readonly place: Place;
}

export interface Slot {
  readonly id: string;
  /** Plain text, perhaps with merge fields as they are written. */
  readonly title: string | null;
  /** In its place for some audiences. */
  readonly titles: Readonly<Record<string, string>>;
  readonly kinds: readonly string[];
  /** Attribute values that a passage must have, e.g. `for: [oral]`. */
  readonly where: Readonly<Record<string, readonly string[]>>;
  /** In place of the pack's. */
  readonly topics: readonly string[] | null;
  readonly min: number;
  /** The number aimed at; `max` where none is given. */
  readonly ideal: number | null;
  readonly max: number | null;
  /** The most words that one passage should have here. */
  readonly words: number | null;
  /** The level of the slot's heading, 2 to 5; headings inside its passages are below it. */
  readonly level: number;
  readonly place: Place;
}
