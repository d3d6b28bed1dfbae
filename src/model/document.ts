/**
 * A composed document: what is said, in which order and with which notes, in no format yet.
 * The text is mdast with two nodes of our own; every passage's nodes keep their positions in the source's file.
 */

import type { Node, PhrasingContent, Root, Text as TextNode } from 'mdast';
import type { Addressee } from './document-key.ts';
import type { LicenceId } from './licence.ts';
import type { Organisation } from './organisation.ts';
import type { Day, Moment } from './time.ts';

export interface Document {
  readonly pack: string;
  readonly edition: string;
  /** For whom of many it is made. */
  readonly recipient: Addressee | null;
  readonly audience: string;
  readonly template: string;
  /** Who issues it; its texts as readers see them. */
  readonly organisation: Organisation;
  /** The pack's title. */
  readonly title: string;
  readonly headline: Root;
  readonly summary: Root | null;
  readonly event: string | null;
  readonly date: Day;
  readonly embargo: Moment | null;
  readonly draft: boolean;
  /** Where it lies on the web: site address + the pack's short name, e.g. `https://example.org/cwb`. */
  readonly address: string | null;
  /** Tells two states of it apart, on paper too: the beginning of a hash of all that it says. */
  readonly version: string;
  /** In reading order; a slot that nothing fills is not among them. */
  readonly sections: readonly Section[];
  /** In the order of their numbers, which count from 1. */
  readonly notes: readonly Note[];
  /** What the licences of its sources ask it to say. */
  readonly licences: readonly LicenceWording[];
  /** What was left out for want of room, in reading order: pages on the web name it, outside their main part. */
  readonly further: readonly FurtherItem[];
  /** Ids in reading order, without what was left out. */
  readonly passages: readonly string[];
  /** Ids, sorted. */
  readonly sources: readonly string[];
  /** What an annex says in place of its sections; null for what is no annex. */
  readonly annex: Annex | null;
}

/** The evidence for a document, in its order. */
export interface Annex {
  /** The document that it belongs to, in the state of which it speaks. */
  readonly of: Pick<Document, 'headline' | 'version'>;
  readonly sections: readonly AnnexSection[];
}

export interface AnnexSection {
  /** The slot's id. */
  readonly slot: string;
  readonly title: string;
  readonly entries: readonly AnnexEntry[];
}

/** What stands behind one passage; all of it in words for readers. */
export interface AnnexEntry {
  readonly passage: string;
  /** Whether it stands here as what the next one answers; it may have an entry of its own besides. */
  readonly isAnswered: boolean;
  /** Its number and kind, e.g. `3. Statistic`. */
  readonly heading: string;
  /** The notes of the document that cite for it, e.g. `Note 2`. */
  readonly notes: readonly string[];
  /** As the document has it, without references to notes. */
  readonly text: Root;
  /** Who said it, where and when it holds, and the like. */
  readonly facts: readonly Fact[];
  /** Its source, and then those of figures in it. */
  readonly cited: readonly LocatedCitation[];
  /** Words of the original on which it rests. */
  readonly restsOn: readonly (readonly PhrasingContent[])[];
  readonly originals: readonly ShownOriginal[];
  /** Where no original was archived of what it quotes: that it was not compared. */
  readonly uncompared: string | null;
  /** The checks that it has passed, each as a sentence. */
  readonly checks: readonly string[];
}

/** What is said of a passage beside its text, e.g. `Period`, `2015 to 2025`. */
export interface Fact {
  readonly name: string;
  readonly value: string;
}

export interface LocatedCitation {
  readonly citation: readonly PhrasingContent[];
  /** Where in the source, e.g. `item 4`. */
  readonly locator: string | null;
}

/** An archived original as readers see it. */
export interface ShownOriginal {
  /** Its title, where there are several. */
  readonly title: string | null;
  /** e.g. `PDF, 12 pages`. */
  readonly form: string;
  /** e.g. `SHA-256: 4355a46b…`, whole. */
  readonly hash: string;
}

export interface Section {
  /** The slot's id. */
  readonly slot: string;
  readonly title: string | null;
  readonly items: readonly Item[];
}

export interface Item {
  readonly passage: string;
  readonly kind: string;
  readonly text: Root;
  /** The passage's attributes as readers see them: dates written out. */
  readonly attributes: Readonly<Record<string, string>>;
  /** What a rebuttal answers. */
  readonly against: Root | null;
  /** Whether it leads the document. */
  readonly lead: boolean;
  /** Where the words come from, if no note says it. */
  readonly origin: readonly PhrasingContent[] | null;
}

export interface FurtherItem {
  readonly passage: string;
  /** The kind's name. */
  readonly kind: string;
  /** The passage's text without markup, or its beginning. */
  readonly text: string;
  /** That of the text, where it is not the document's. */
  readonly language: string | null;
  /** Null where passages of its kind are not cited. */
  readonly citation: readonly PhrasingContent[] | null;
}

export interface Note {
  readonly number: number;
  readonly source: string;
  readonly locator: string | null;
  readonly citation: readonly PhrasingContent[];
  /** How often the text refers to it. */
  readonly uses: number;
}

/** What a licence asks for. */
export interface LicenceWording {
  readonly licence: LicenceId;
  /** Whether a source has given it in place of the licence's. */
  readonly isOwn: boolean;
  readonly phrases: readonly PhrasingContent[];
  /** The same without markup. */
  readonly text: string;
}

/** The reference from a text to a note. */
export interface NoteReference extends Node {
  type: 'noteReference';
  number: number;
  /** Which of the references to this note it is, from 1. */
  use: number;
  /** What it is called, e.g. `Note 3`. */
  label: string;
}

/** A short form that is explained where a reader points at it. */
export interface AbbreviationNode extends Node {
  type: 'abbreviation';
  title: string;
  children: [TextNode];
}

declare module 'mdast' {
  interface PhrasingContentMap {
    noteReference: NoteReference;
    abbreviation: AbbreviationNode;
  }
  interface RootContentMap {
    noteReference: NoteReference;
    abbreviation: AbbreviationNode;
  }
}
