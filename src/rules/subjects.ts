/** What the rules of each scope are handed: values that the stages have made, and no means to make more. */

import type { PdfVerdict } from '../diagnostics/finding.ts';
import type { Place } from '../diagnostics/place.ts';
import type { Document } from '../model/document.ts';
import type { IssuedDocument, IssuedPassage } from '../model/issued.ts';
import type { Overlap } from '../model/overlap.ts';
import type { Edition, Pack } from '../model/pack.ts';
import type { Passage } from '../model/passage.ts';
import type { Project } from '../model/project.ts';
import type { Template } from '../model/template.ts';
import type { PassageProse, UnknownWord } from '../model/prose.ts';
import type { Selection } from '../model/selection.ts';
import type { Day } from '../model/time.ts';
import type { Measures } from '../world/world.ts';
import type { Texts } from './texts.ts';

export interface Subjects {
  readonly library: Library;
  readonly pack: Selected;
  readonly document: ComposedDocument;
  readonly markup: RenderedPage;
  readonly page: PrintedPage;
  readonly pdf: FinishedPdf;
  readonly copy: PrintersCopy;
  readonly file: OutputFile;
}

/** All passages, and what is made of them. */
export interface Library {
  readonly project: Project;
  /** The ids of the passages that stand in a document. */
  readonly used: ReadonlySet<string>;
  /** The day in London. */
  readonly today: Day;
  /** Whether somebody asked what there is to say of it: a build leaves out what is for information alone. */
  readonly thorough: boolean;
  readonly unprintable: readonly Unprintable[];
  /** By the ids of passages, without quotations and what is withdrawn. */
  readonly prose: ReadonlyMap<string, PassageProse>;
  /** Words that neither the dictionary nor the project has; each where it first stands. */
  readonly misspelt: readonly Misspelt[];
  readonly corrections: readonly Correction[];
}

/** A word that no dictionary has. */
export interface Misspelt extends UnknownWord {
  /** What may have been meant, the likeliest first. */
  readonly suggestions: readonly string[];
}

/** A passage of a document that went out, which is no longer what it was. */
export interface Correction {
  readonly issued: IssuedDocument;
  readonly passage: IssuedPassage;
  /** In words that go on from its id, e.g. `was withdrawn`. */
  readonly why: string;
  /** What it says today to the same readers; null where it says nothing to them. */
  readonly today: string | null;
  /** Where it is written today. */
  readonly place: Place | null;
}

/** A character that no font has. */
export interface Unprintable {
  readonly sign: string;
  /** Where it was written. */
  readonly place: Place;
  /** The template without it, and the documents that show it; null where no document does, and no template has it. */
  readonly shown: { readonly template: string; readonly documents: readonly string[] } | null;
}

/** An edition, with the passages that were selected for it. */
export interface Selected {
  readonly project: Project;
  readonly pack: Pack;
  readonly edition: Edition;
  readonly selection: Selection;
  /** By the ids of passages. */
  readonly prose: Library['prose'];
}

/** A document as composed, in no format yet. */
export interface ComposedDocument {
  readonly project: Project;
  readonly pack: Pack;
  readonly edition: Edition;
  readonly document: Document;
}

/** What a page holds. */
export interface PageSurvey {
  /** Whether it has a title, and says its language. */
  readonly title: boolean;
  readonly language: boolean;
  /** The levels of its headings, in their order. */
  readonly headings: readonly number[];
  readonly ids: ReadonlySet<string>;
  /** Those that several elements have. */
  readonly twice: ReadonlySet<string>;
  /** The ids to which its links lead. */
  readonly links: ReadonlySet<string>;
  /** The addresses of images without `alt`. */
  readonly images: readonly string[];
  /** The numbers of the notes that it refers to, in the order of the references. */
  readonly notes: readonly number[];
  /** Its words, without line breaks. */
  readonly text: string;
  /** What its contents call each part, and what its heading does. */
  readonly contents: readonly { readonly entry: string; readonly heading: string }[];
}

/** A filled template, with what every document promises. */
export interface RenderedPage extends PageSurvey {
  /** The template's page. */
  readonly file: string;
  /** The document's name, e.g. `childrens-wellbeing-bill/mp`. */
  readonly document: string;
  /** The ids of the passages selected, in reading order. */
  readonly passages: readonly string[];
  /** A sentence that the page must hold. */
  readonly notice: string | null;
  /** The imprint that election material must hold, with the words of each format that needs no browser; null for other material. */
  readonly imprint: { readonly text: string; readonly formats: readonly FormatWords[] } | null;
  /** What the licences of its sources ask it to say, with its words in each format; null where they ask nothing. */
  readonly licences: { readonly texts: readonly string[]; readonly formats: readonly FormatWords[] } | null;
  /** The word by which it must say that it is a draft, where it is one. */
  readonly draft: string | null;
  /** The moment that it must name where it is under embargo. */
  readonly embargo: string | null;
}

/** What a document says in one format. */
export interface FormatWords {
  /** e.g. `web page`. */
  readonly name: string;
  /** Without line breaks. */
  readonly words: string;
}

/** A document that has been printed. */
export interface PrintedDocument {
  /** e.g. `childrens-wellbeing-bill/mp`. */
  readonly name: string;
  readonly template: Template;
  /** Where its edition stands in the pack. */
  readonly place: Place;
  readonly texts: Texts;
}

/** The pages of a document, as the browser laid them out. */
export interface PrintedPage extends PrintedDocument {
  readonly pages: number;
  /** By what it runs over its pages, whatever it gives; null where it was fitted to them. */
  readonly over: Excess | null;
  readonly measures: Measures;
  /** Addresses that the page asked for and that were refused. */
  readonly refused: readonly string[];
  /** Fonts in the PDF that the template did not embed. */
  readonly strangeFonts: readonly string[];
  /** The imprint that election material must hold, with the words of its pages; null for other material. */
  readonly imprint: { readonly text: string; readonly pages: readonly string[] } | null;
  /** What the licences of its sources ask it to say, with the words of its pages; null where they ask nothing. */
  readonly licences: { readonly texts: readonly string[]; readonly pages: readonly string[] } | null;
  /** Whether copies for print are made of it: on screens coarser images will do. */
  readonly copies: boolean;
}

/** A document that is longer than its contract allows, in its smallest type. */
export interface Excess {
  /** Millimetres. */
  readonly height: number;
  /** Ids of all that it would have left out. */
  readonly dropped: readonly string[];
  /** What stands in it then, with its height in millimetres. */
  readonly passages: readonly { readonly passage: Passage; readonly height: number }[];
}

/** Of a page that has not been printed. */
export const UNMEASURED: Measures = {
  smallest: null,
  smallestNote: null,
  overflowing: [],
  cut: [],
  wide: [],
  tall: [],
  images: [],
  codes: [],
};

/** A PDF that has been read back. */
export interface FinishedPdf {
  /** The document that it is of; of one that anybody may have made, its file. */
  readonly of: PrintedDocument | string;
  readonly verdict: PdfVerdict | { readonly reason: Uncheckable };
  readonly overlaps: readonly Overlap[];
  /** By the name that it has in the PDF, what the page calls a text. */
  readonly names: ReadonlyMap<string, string>;
}

/** Why a file can't be checked: what is wrong with the PDF, or there is none to be read. */
export type Uncheckable =
  | Exclude<PdfVerdict, { readonly pages: number }>['reason']
  | 'missing'
  | 'directory'
  | 'forbidden';

/** A copy for a print shop. */
export interface PrintersCopy {
  /** The document's name. */
  readonly name: string;
  /** Where the copy is asked for. */
  readonly place: Place;
  /** The first page, from 1, that is laid out otherwise than in the document's PDF; null where none is. */
  readonly otherwise: number | null;
}

/** A file of the output, as it would go out. */
export interface OutputFile {
  /** Below the output folder. */
  readonly path: string;
  /** Who reads it, e.g. `the press`. */
  readonly readers: string;
  /** Whether it was made by an earlier build, and stays. */
  readonly isCarried: boolean;
  readonly leaks: readonly ToldText[];
}

/** Something in a file that its readers may not see. */
export interface ToldText {
  /** What it is of, e.g. `the passage `library-hours``, and where that stands. */
  readonly what: string;
  readonly place: Place;
  /** Where in the file, e.g. `page 2`. */
  readonly where: string;
  readonly found: string;
}
