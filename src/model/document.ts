/**
 * A composed document: what is said, in which order and with which notes, in no format yet.
 * The text is mdast with two nodes of our own; every passage's nodes keep their positions in the source's file.
 */

import type { Node, PhrasingContent, Root, Text as TextNode } from 'mdast';
import type { Addressee } from './document-key.ts';
import type { Organisation } from './project.ts';
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
  /** What was left out for want of room, in reading order: pages on the web name it, outside their main part. */
  readonly further: readonly FurtherItem[];
  /** Ids in reading order, without what was left out. */
  readonly passages: readonly string[];
  /** Ids, sorted. */
  readonly sources: readonly string[];
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
