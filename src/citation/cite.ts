/**
 * Turns a source and a place in it into the text of a note.
 *
 * The order of the parts follows the author–title–publication–locator order of the Oxford (MHRA) style of notes,
 * which briefings of the Commons Library also use; each type of source has its own form in `forms`.
 */

import type { Emphasis, Link, PhrasingContent, Text } from 'mdast';
import type { Source, SourceType } from '../model/project.ts';
import { showDate } from '../model/time.ts';

/** What a note cites. */
export interface Cited {
  readonly source: Source;
  /** Where in the source, e.g. `item 4`. */
  readonly locator: string | null;
  /** The source that this one quotes; the note then reads "…, cited in …". */
  readonly from: Source | null;
}

/**
 * The note's text. Short: author, kind of document, date, locator. Full: the whole citation with its address.
 * Ends with a full stop, an address apart.
 */
export const cite = (cited: Cited, style: 'short' | 'full'): readonly PhrasingContent[] => {
  const one = style === 'short' ? short : full;
  const parts = [...one(cited.source), ...(cited.locator ? [text(`, ${cited.locator}`)] : [])];
  const whole = cited.from ? [...one(cited.from), text(', cited in '), ...parts] : parts;
  return [...whole, text('.'), ...(style === 'full' ? address(cited.source) : [])];
};

const text = (value: string): Text => ({ type: 'text', value });
const title = (value: string): Emphasis => ({ type: 'emphasis', children: [text(value)] });

/** Who stands for a source: its authors, else its publisher, else its title. */
const who = (source: Source): string | null => {
  const { authors } = source;
  if (!authors.length) return source.publisher;
  if (authors.length > 3) return `${authors[0]} and others`;
  return authors.length === 1
    ? (authors[0] ?? null)
    : `${authors.slice(0, -1).join(', ')} and ${authors.at(-1)}`;
};

/** The type of a source within a sentence. */
const NAMES: Readonly<Record<SourceType, string>> = {
  briefing: 'briefing',
  report: 'report',
  letter: 'letter',
  speech: 'speech',
  article: 'article',
  statistics: 'statistics',
  legislation: 'Act',
  submission: 'submission',
  manifesto: 'manifesto',
  book: 'book',
  'web-page': 'web page',
};

const short = (source: Source): readonly PhrasingContent[] => {
  if (source.type === 'legislation') return [text(source.title)];
  const where = source.container ? `${NAMES[source.type]} in ${source.container}` : NAMES[source.type];
  return [text([who(source) ?? source.title, where, showDate(source.issued)].join(', '))];
};

/** Author, *Title* (Publisher, date). */
const work = (source: Source): readonly PhrasingContent[] => {
  const author = source.authors.length ? who(source) : null;
  const issued = [source.publisher, source.container, showDate(source.issued)].filter(Boolean).join(', ');
  return [...(author ? [text(`${author}, `)] : []), title(source.title), text(` (${issued})`)];
};

/** Author, ‘Title’, *Container*, date. */
const contribution = (source: Source): readonly PhrasingContent[] => {
  const author = who(source);
  const container = source.container ?? source.publisher;
  return [
    text(`${author ? `${author}, ` : ''}‘${source.title}’, `),
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
  legislation: (source) => [text(source.title)],
};

const full = (source: Source): readonly PhrasingContent[] => forms[source.type](source);

/** The address and when it was read: ` https://… (read on 3 March 2025)`. */
const address = (source: Source): readonly PhrasingContent[] => {
  if (!source.url) return [];
  const link: Link = { type: 'link', url: source.url, children: [text(source.url)] };
  return [text(' '), link, ...(source.accessed ? [text(` (read on ${showDate(source.accessed)})`)] : [])];
};
