/**
 * Turns a source and a place in it into the text of a note.
 *
 * The order of the parts follows the author–title–publication–locator order of the Oxford (MHRA) style of notes,
 * which briefings of the Commons Library also use; each type of source has its own form in `forms`.
 */

import type { Emphasis, Link, PhrasingContent, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Source, SourceType } from '../model/project.ts';
import { endsAbbreviated } from '../model/sentences.ts';
import { showDate } from '../model/time.ts';

/** What a note cites. */
export interface Cited {
  readonly source: Source;
  /** Where in the source, e.g. `item 4`. */
  readonly locator: string | null;
  /** The source that this one quotes; the note then reads "…, cited in …". */
  readonly from: Source | null;
  /** The number of the first note that cites this source; null where this is the first. */
  readonly earlier: number | null;
}

/**
 * The note's text. Short: author, title, date, locator. Full: the whole citation with its address. A source that an
 * earlier note gives is named by its author and that note's number, and not said whole again.
 * Ends with one full stop, an address apart; with the sign that its last part ends with, where that ends a sentence too.
 */
export const cite = (cited: Cited, style: 'short' | 'full'): readonly PhrasingContent[] => {
  const { source, from, locator, earlier } = cited;
  const one = style === 'short' ? short : full;
  const again = earlier !== null && source.type !== 'legislation';
  const named = again ? [text(`${who(source) ?? source.title}, as in note ${earlier}`)] : one(source);
  const parts = [...named, ...(locator ? [text(`, ${locator}`)] : [])];
  const whole = from ? [...one(from), text(', cited in '), ...parts] : parts;
  return [
    ...whole,
    ...(endsItself(whole) ? [] : [text('.')]),
    ...(style === 'full' && !again ? address(source) : []),
  ];
};

/** Whether a note ends with a stop of its own: of an abbreviation (`pp. 4 ff.`), of a question in a title. */
const endsItself = (phrases: readonly PhrasingContent[]): boolean =>
  /[.?!…][”’"')\]]*\s*$/u.test(phrases.map((phrase) => toString(phrase)).join(''));

const text = (value: string): Text => ({ type: 'text', value });
const title = (value: string): Emphasis => ({ type: 'emphasis', children: [text(bare(value))] });

/** A title or a name without the stop of a sentence; that of an abbreviation stays: `Sweets Ltd.` */
const bare = (value: string): string => (endsAbbreviated(value) ? value : value.replace(/\.$/u, ''));

/** Who stands for a source: its authors, else its publisher, else its title. */
const who = (source: Source): string | null => {
  const { authors } = source;
  if (!authors.length) return source.publisher;
  if (authors.length > 3) return `${authors[0]} and others`;
  return authors.length === 1
    ? (authors[0] ?? null)
    : `${authors.slice(0, -1).join(', ')} and ${authors.at(-1)}`;
};

/** Author, *Title*, date. */
const short = (source: Source): readonly PhrasingContent[] => {
  if (source.type === 'legislation') return [text(bare(source.title))];
  const author = who(source);
  const place = source.container ? `, ${source.container}` : '';
  return [
    ...(author ? [text(`${author}, `)] : []),
    title(source.title),
    text(`${place}, ${showDate(source.issued)}`),
  ];
};

/** Author, *Title* (Publisher, date). */
const work = (source: Source): readonly PhrasingContent[] => {
  const author = source.authors.length ? who(source) : null;
  const issued = [source.publisher, source.container, showDate(source.issued)].filter(Boolean).join(', ');
  return [...(author ? [text(`${author}, `)] : []), title(source.title), text(` (${issued})`)];
};

/** Author, “Title”, *Container*, date. */
const contribution = (source: Source): readonly PhrasingContent[] => {
  const author = who(source);
  const container = source.container ?? source.publisher;
  return [
    text(`${author ? `${author}, ` : ''}“${bare(source.title)}”, `),
    ...(container && container !== author ? [title(container), text(', ')] : []),
    text(showDate(source.issued)),
  ];
};

/** Publisher, *Title*, date: whoever counts stands first. */
const statistics = (source: Source): readonly PhrasingContent[] => [
  text(`${source.publisher ?? who(source) ?? ''}, `.replace(/^, /, '')),
  title(source.title),
  text(`, ${showDate(source.issued)}`),
];

const forms: Readonly<Record<SourceType, (source: Source) => readonly PhrasingContent[]>> = {
  briefing: work,
  report: work,
  submission: work,
  manifesto: work,
  book: work,
  letter: contribution,
  article: contribution,
  speech: contribution,
  'web-page': contribution,
  statistics,
  legislation: (source) => [text(bare(source.title))],
};

const full = (source: Source): readonly PhrasingContent[] => forms[source.type](source);

/** The address and when it was read: ` https://… (read on 3 March 2025)`. */
const address = (source: Source): readonly PhrasingContent[] => {
  if (!source.url) return [];
  const link: Link = { type: 'link', url: source.url, children: [text(source.url)] };
  return [text(' '), link, ...(source.accessed ? [text(` (read on ${showDate(source.accessed)})`)] : [])];
};
