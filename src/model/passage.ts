import type { Root } from 'mdast';
import { exhibitsOf, fieldsBehind } from './exhibit.ts';
import { fieldsOf, type FieldRequest } from './field.ts';
import { requestsIn } from './field-syntax.ts';
import { isSameLanguage } from './languages/languages.ts';
import { visit } from './visit.ts';
import type { Slot } from './template.ts';
import type { Place } from '../diagnostics/place.ts';
import type { Day, Moment } from './time.ts';

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

/** The attributes of every passage that readers may see. */
export const SHOWN = ['locator', 'area', 'period'] as const;

/** A passage's attributes that readers may see, by name: those of every passage, where it has them, and its kind's. */
export const shownAttributes = (passage: Passage): Readonly<Record<string, string>> => {
  const common = SHOWN.flatMap((name) => (passage[name] === null ? [] : [[name, passage[name]] as const]));
  return { ...Object.fromEntries(common), ...passage.attributes };
};

/** The text of a passage for an audience: that of a wording for it, else the passage's own. */
export const wordingFor = (passage: Passage, audience: string): Root =>
  ownWording(passage, audience)?.text ?? passage.text;

/** The wording of a passage for an audience; null where its own text stands. */
export const ownWording = (passage: Passage, audience: string): Wording | null =>
  passage.wordings.length ? bestOf(passage, audience, false) : null;

/** The first of those in the language in which the passage is read, else of the others; those that name the audience go first. */
const bestOf = (
  { wordings, language, readIn }: Passage,
  audience: string,
  missing: boolean,
): Wording | null => {
  const isRead = (tag: string | null) => tag !== null && readIn !== undefined && isSameLanguage(tag, readIn);
  const open = wordings.filter(
    ({ whenMissing, audiences }) =>
      whenMissing === missing && (!audiences.length || audiences.includes(audience)),
  );
  const byReader = (some: readonly Wording[]) =>
    some.find(({ audiences }) => audiences.length) ?? some[0] ?? null;
  const translated = isRead(language) ? [] : open.filter((wording) => isRead(wording.language));
  return byReader(translated) ?? byReader(open.filter((wording) => wording.language === null));
};

/** For whom a wording is, e.g. `for press`, `for press in cy`. */
export const readersOf = ({ audiences, language }: Wording): string =>
  [
    ...(audiences.length ? [`for ${audiences.join(', ')}`] : language ? [] : ['for all']),
    ...(language ? [`in ${language}`] : []),
  ].join(' ');

/** The language of one of a passage's texts; null where it is the organisation's, or its source's. */
export const languageIn = ({ text: own, language, wordings }: Passage, text: Root): string | null =>
  (text === own ? null : wordings.find((wording) => wording.text === text)?.language) ?? language;

/** What a passage says to an audience, without markup, on one line. */
export const shownText = (passage: Passage, audience: string): string => {
  let text = '';
  visit(wordingFor(passage, audience), (node) => {
    if ('value' in node) text += node.value;
    else if (node.type === 'image') text += node.alt ?? '';
    else if (BLOCKS.has(node.type)) text += ' ';
  });
  return text.replace(/\s+/gu, ' ').trim();
};

const BLOCKS: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'listItem',
  'tableRow',
  'tableCell',
  'break',
]);

/** The wording for an audience where a value that the passage asks for is missing; null where there is none. */
export const missingWordingFor = (passage: Passage, audience: string): Root | null =>
  bestOf(passage, audience, true)?.text ?? null;

/** What a passage asks of the recipient, as an audience reads it. */
export const fieldsFor = (passage: Passage, audience: string): readonly FieldRequest[] => {
  const { figure } = passage.attributes;
  const text = wordingFor(passage, audience);
  const shown = exhibitsOf(text).flatMap(({ request }) => fieldsBehind(request));
  return [...fieldsOf(text), ...shown, ...(figure ? requestsIn(figure) : [])];
};

/** A slot's heading for an audience. */
export const titleFor = ({ title, titles }: Slot, audience: string): string | null =>
  titles[audience] ?? title;

/** Whether a passage is about one of these topics, or about one below it. */
export const isAbout = ({ topics }: Pick<Passage, 'topics'>, wanted: readonly string[]): boolean =>
  topics.some((topic) => wanted.some((above) => topic === above || topic.startsWith(`${above}/`)));
