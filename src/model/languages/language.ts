import type { OriginalForm, SumShown } from '../evidence.ts';
import type { Variant } from '../variant.ts';

/** What a language gives to documents: dates, numbers and the fixed words of templates. One file for each language. */
export interface Language {
  /** The language's own name. */
  readonly name: string;
  /** January to December. */
  readonly months: readonly string[];
  /** Sunday to Saturday. */
  readonly weekdays: readonly string[];
  /** One to nine; null where no rule is known by which they stand for figures. */
  readonly numbers: readonly string[] | null;
  /** The last two of several names. */
  readonly and: (one: string, other: string) => string;
  /** How figures stand to each other: before what they are compared with, and how they have changed. */
  readonly figures: {
    readonly higher: string;
    readonly lower: string;
    readonly same: string;
    readonly up: (from: string, period: string) => string;
    readonly down: (from: string, period: string) => string;
    readonly unchanged: (period: string) => string;
  };
  /** What is said of charts and of tables of figures. */
  readonly exhibits: {
    /** The heads of their first columns: whose figures they are, and of what. */
    readonly place: string;
    readonly measure: string;
    readonly range: (from: string, to: string) => string;
    /** The figure of a place, and how it stands to others: `relations` are in the words of `figures`. */
    readonly figure: (place: string, figure: string, relations: readonly string[]) => string;
    readonly none: (place: string, reason: string) => string;
    /** A chart in words: of what and of when it is, with the figure of each place at the latest time. */
    readonly told: (what: string, period: string, figures: readonly string[]) => string;
  };
  readonly notes: {
    readonly others: (author: string) => string;
    readonly asIn: (note: number) => string;
    readonly citedIn: string;
    /** Behind what somebody said in another language. */
    readonly translated: string;
    readonly read: (date: string) => string;
    readonly source: string;
    readonly label: (note: number) => string;
    readonly back: (note: number) => string;
    readonly backTo: (place: number, note: number) => string;
  };
  readonly page: {
    readonly asAt: (date: string) => string;
    readonly version: (version: string) => string;
    /** Before a page's number, and between it and the number of pages. */
    readonly page: string;
    readonly of: string;
  };
  readonly formats: {
    readonly html: string;
    readonly pdf: string;
    readonly text: string;
    /** A format of a variant, e.g. `PDF in large print`; the variant as `variants` has it. */
    readonly as: (format: string, variant: string) => string;
  };
  readonly copies: { readonly printer: string; readonly office: string; readonly booklet: string };
  readonly variants: Readonly<Record<Variant, string>>;
  /** The names of the built-in kinds. */
  readonly kinds: Readonly<Record<string, string>>;
  /** The headings that the bundled templates give their slots, by the English ones. */
  readonly titles: Readonly<Record<string, string>>;
  /** What the site says with numbers. */
  readonly site: {
    readonly pages: (count: number) => string;
    readonly recipients: (count: number) => string;
    readonly publications: (count: number) => string;
    readonly passages: (count: number) => string;
    readonly evidence: (passages: number, sources: number) => string;
    /** How large a file is. */
    readonly size: (bytes: number) => string;
  };
  /** What is said of a passage beside its text, by attribute. */
  readonly facts: Readonly<Record<FactName, string>>;
  /** What is said of what stands behind a passage. */
  readonly evidence: {
    /** Round the headline of a document, for the title of its annex. */
    readonly title: { readonly before: string; readonly behind: string };
    /** What a document, and the site, call its annex where they lead to it. */
    readonly each: string;
    /** Its format, e.g. `Evidence for each statement, as a PDF`; the format as `formats` has it. */
    readonly as: (format: string) => string;
    readonly saidBy: string;
    readonly forms: Readonly<Record<OriginalForm, string>>;
    /** Of a quotation without an archived original. */
    readonly uncompared: string;
    /** The checks that it has passed, each as a sentence; `page` is one of the archived original. */
    readonly checks: {
      readonly quotation: (page: number | null) => string;
      readonly whole: string;
      readonly 'rests-on': (page: number | null) => string;
      readonly pinned: string;
      readonly number: (several: boolean) => string;
      readonly figure: string;
      readonly measure: string;
      readonly sum: (sum: SumShown | null) => string;
      readonly reviewed: (until: string) => string;
      readonly holds: (until: string) => string;
      readonly standing: (on: string) => string;
    };
  };
  /** What templates read as `words`. */
  readonly words: Words;
}

/** What is said of a passage beside its text. */
export type FactName =
  | 'measure'
  | 'value'
  | 'unit'
  | 'period'
  | 'area'
  | 'base'
  | 'statute'
  | 'number'
  | 'term';

/** The fixed words of templates. */
export interface Words {
  readonly skip: string;
  readonly skipToDocuments: string;
  readonly otherFormats: string;
  readonly thisDocumentAs: string;
  readonly otherEditions: string;
  readonly furtherEvidence: string;
  readonly noRoom: string;
  readonly draft: string;
  readonly briefing: string;
  readonly briefingPack: string;
  readonly handout: string;
  readonly newsRelease: string;
  readonly draftNewsRelease: string;
  readonly for: string;
  readonly embargo: string;
  readonly notForPublication: string;
  readonly notForBroadcast: string;
  readonly notBefore: string;
  readonly immediateRelease: string;
  readonly ends: string;
  readonly moreFollows: string;
  readonly notesToEditors: string;
  readonly aboutUs: string;
  /** Before the citation of what an ask rests on. */
  readonly origin: string;
  /** Before the statement that explains an amendment, and the clause of a Bill. */
  readonly explanation: string;
  readonly clause: string;
  readonly spokespeople: string;
  readonly howCounted: string;
  readonly to: string;
  readonly by: string;
  readonly whoAnswers: string;
  readonly theySay: string;
  readonly youSay: string;
  readonly waysToRaise: string;
  readonly questionsInHouse: string;
  readonly questionsInForm: string;
  readonly inThisPack: string;
  readonly motion: string;
  /** On the button that copies the motion. */
  readonly copyMotion: string;
  /** Said when that is done. */
  readonly copied: string;
  readonly sources: string;
  readonly contact: string;
  readonly email: string;
  readonly telephone: string;
  readonly outOfHours: string;
  readonly web: string;
  readonly online: string;
  readonly largePrint: string;
  /** Before the address of an annex. */
  readonly itsAnnex: string;
  readonly annex: string;
  /** What an annex is, below its title. */
  readonly annexAbout: string;
  /** Before the document that an annex belongs to. */
  readonly belongsTo: string;
  readonly placeInSource: string;
  readonly figuresFrom: string;
  readonly restsOn: string;
  readonly archivedOriginal: string;
  readonly checksPassed: string;
  readonly yourNotes: string;
  readonly desk: string;
  readonly everyDocument: string;
  readonly asAt: string;
  readonly pages: string;
  /** Those for each of whom a document is made. */
  readonly recipients: string;
  readonly findName: string;
  /** Behind the number of those that are left to see. */
  readonly shown: string;
  readonly inVariant: string;
  readonly skipToContent: string;
  readonly siteSections: string;
  readonly publications: string;
  readonly noPublications: string;
  /** Before what a pack says of its changes, its mistakes and its address. */
  readonly documents: string;
  readonly changes: string;
  readonly corrections: string;
  readonly issued: string;
  readonly lastChanged: string;
  readonly permanentAddress: string;
  readonly evidence: string;
  readonly topics: string;
  readonly topicsBelow: string;
  readonly source: string;
  readonly licence: string;
  readonly allOfSource: string;
  readonly usedIn: string;
  /** Before the audience that reads a passage in other words. */
  readonly inOtherWords: string;
  /** Before what has taken a passage's place, and what it takes the place of. */
  readonly supersededBy: string;
  readonly supersedes: string;
  readonly facts: string;
  readonly citeThis: string;
  readonly forBibtex: string;
  readonly moved: string;
  readonly movedTo: string;
  readonly search: string;
  readonly searchFor: string;
  readonly searchNeedsScript: string;
  readonly publication: string;
  readonly kind: string;
  readonly topic: string;
  readonly year: string;
  readonly all: string;
  /** Behind the number of what was found. */
  readonly found: string;
  readonly nothingFound: string;
  readonly newerEvidence: string;
  readonly inPlaceOf: string;
  readonly itsEvidence: string;
  readonly superseded: string;
  readonly missingPage: string;
  /** On pages that are for the officer alone. */
  readonly notForPublicationAtAll: string;
  readonly theSite: string;
  readonly allPassages: string;
  readonly findPassage: string;
  readonly setIn: string;
  readonly leftOut: string;
  readonly reviewDue: string;
  readonly messages: string;
  readonly withdrawn: string;
  readonly expired: string;
  readonly onlyFor: string;
  readonly succeededBy: string;
  readonly notUsed: string;
  readonly missingPageHelp: string;
}
