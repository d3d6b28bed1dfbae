/** What the preview's server tells its screen, and what that asks for: nothing but types. */

import type { Severity } from '../diagnostics/message.ts';
import type { Place } from '../diagnostics/place.ts';

/** All that the screen shows. */
export interface PreviewState {
  readonly organisation: string;
  /** What is under way. */
  readonly busy: 'reading' | 'printing' | 'checking' | null;
  readonly packs: readonly PackCard[];
  readonly open: OpenDocument | null;
  readonly messages: readonly MessageCard[];
  /** Whether the messages are of the whole project as it is now: it is checked when the page has been shown. */
  readonly isChecked: boolean;
  /** What stands in the way of the preview itself, e.g. no browser, and what to do; null where nothing does. */
  readonly trouble: Trouble | null;
}

export interface Trouble {
  readonly text: string;
  readonly remedy: string;
}

export interface PackCard {
  readonly id: string;
  readonly title: string;
  readonly isDraft: boolean;
  readonly isOnRequest: boolean;
  readonly documents: readonly DocumentCard[];
  readonly errors: number;
  readonly warnings: number;
}

export interface DocumentCard {
  /** e.g. `bill/mp-large-print`. */
  readonly name: string;
  readonly audience: string;
  /** Null for the standard one. */
  readonly variant: string | null;
  readonly template: string;
  readonly embargo: string | null;
  /** For how many it is made, each their own; null where it is for all its readers alike. */
  readonly recipients: number | null;
}

export interface OpenDocument {
  readonly name: string;
  readonly title: string;
  readonly pack: string;
  /** Of its edition, all for whom it is made; empty where it is for all its readers alike. */
  readonly recipients: readonly RecipientCard[];
  /** Where it is to be had; null where it could not be made yet. */
  readonly page: ShownPage | null;
  readonly paper: ShownPaper | null;
  /** Whether its template makes a PDF. */
  readonly isPrinted: boolean;
  /** Whether what is shown is older than the files: the last that was right. */
  readonly isStale: boolean;
}

/** One of those for whom a document is made. */
export interface RecipientCard {
  /** The document's name. */
  readonly document: string;
  readonly name: string;
}

export interface ShownPage {
  readonly address: string;
  /** Another number, another page. */
  readonly turn: number;
}

export interface ShownPaper {
  readonly turn: number;
  readonly isStale: boolean;
  readonly pages: number;
  /** Millimetres. */
  readonly width: number;
  readonly height: number;
  readonly gauge: Gauge;
}

/** How a document stands towards its page contract. */
export interface Gauge {
  readonly pages: {
    readonly are: number;
    readonly min: number;
    readonly max: number | null;
    readonly multiple: number;
  };
  /** How many pages it takes, part of the last one counted; null until it has been measured. */
  readonly length: number | null;
  /** Points. */
  readonly type: { readonly is: number; readonly least: number; readonly most: number; readonly own: number };
  readonly spacing: number;
  readonly dropped: readonly DroppedPassage[];
  readonly added: readonly string[];
  /** How tall each passage is, in millimetres, by id. */
  readonly heights: Readonly<Record<string, number>>;
}

/** A passage that was left out to fit. */
export interface DroppedPassage {
  readonly id: string;
  readonly slot: string;
  readonly priority: number;
  readonly text: string;
}

export interface MessageCard {
  readonly severity: Severity;
  readonly rule: string;
  readonly text: string;
  readonly remedy: string | null;
  readonly place: PlaceCard | null;
  readonly related: readonly (PlaceCard & { readonly text: string })[];
}

/** A place in a file, and the address that opens it in an editor; null where the server opens it. */
export interface PlaceCard extends Place {
  readonly href: string | null;
}

/** A passage of the library, as it stands in the document that is shown or does not. */
export interface PassageCard {
  readonly id: string;
  /** The kind's name, e.g. `Statistic`. */
  readonly kind: string;
  readonly place: PlaceCard;
  readonly source: SourceCard;
  /** Its text without markup, in the document's wording. */
  readonly text: string;
  /** The audiences that have a wording of their own. */
  readonly wordings: readonly string[];
  /** What its fence says, by attribute name. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly topics: readonly string[];
  /** The slot in which it stands; null where it is out. */
  readonly slot: string | null;
  /** Why it is there or not, in words that go on from its id. */
  readonly why: string;
}

export interface SourceCard {
  readonly id: string;
  /** The whole citation, without markup. */
  readonly citation: string;
  readonly place: PlaceCard;
}

/** The headline or the summary of the document that is shown. */
export interface TextCard {
  readonly name: 'headline' | 'summary';
  readonly text: string;
  readonly place: PlaceCard;
}

/** A passage as it is written, to be written anew. */
export interface PassageForm {
  readonly id: string;
  /** The hash of its file as it was read: what was changed since is not written over. */
  readonly hash: string;
  readonly written: TypedPassage;
  readonly fields: readonly FormField[];
  readonly audiences: readonly FieldChoice[];
}

/** Attributes by name, as texts; the text in Markdown. */
export interface TypedPassage {
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly wordings: readonly TypedWording[];
}

export interface TypedWording {
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

/** An attribute of a passage, and what may stand in it. */
export interface FormField {
  readonly name: string;
  readonly isNeeded: boolean;
  /** `names` are several of the choices, with spaces between them. */
  readonly form: 'text' | 'day' | 'choice' | 'names';
  readonly choices: readonly FieldChoice[];
}

export interface FieldChoice {
  readonly value: string;
  readonly name: string;
}

/** What came of the wish to write. */
export type WriteOutcome =
  | { readonly is: 'written' }
  /** The file says something else by now than when it was read. */
  | { readonly is: 'changed' }
  /** It would bring errors that are not there now. */
  | { readonly is: 'faulty'; readonly messages: readonly MessageCard[] }
  /** It can't be written without touching more: by hand alone. */
  | { readonly is: 'by-hand'; readonly place: PlaceCard };

/** The passages of the document that is shown, slot by slot, and those that are out. */
export interface Arrangement {
  /** The hash of the pack's file as it was read. */
  readonly hash: string;
  readonly place: PlaceCard;
  readonly slots: readonly ArrangedSlot[];
  /** The nearest to being in the document come first; not all where they are many. */
  readonly others: readonly OtherPassage[];
}

export interface ArrangedSlot {
  readonly id: string;
  readonly title: string;
  readonly min: number;
  readonly max: number | null;
  readonly passages: readonly ArrangedPassage[];
}

export interface ArrangedPassage {
  readonly id: string;
  readonly text: string;
  readonly isNamed: boolean;
  readonly isLead: boolean;
  /** Whether it was left out to fit. */
  readonly isDropped: boolean;
}

export interface OtherPassage {
  readonly id: string;
  readonly text: string;
  readonly why: string;
  /** The slots that take passages like it. */
  readonly slots: readonly string[];
}

/** A passage is to stand at a place of a slot, counted from 0; or in none. */
export interface Move {
  readonly passage: string;
  readonly slot: string | null;
  readonly index: number;
}
