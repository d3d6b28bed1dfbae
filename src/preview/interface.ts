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
