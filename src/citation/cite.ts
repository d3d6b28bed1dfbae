/**
 * Turns a source and a place in it into the text of a note.
 *
 * The order of the parts follows the author–title–publication–locator order of the Oxford (MHRA) style of notes,
 * which briefings of the Commons Library also use; each type of source has its own form in `forms`.
 */

import type { Emphasis, Link, PhrasingContent, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Source, SourceType } from '../model/source.ts';
import { endsAbbreviated } from '../model/sentences.ts';
import { showDate } from '../model/languages/languages.ts';
import type { Language } from '../model/languages/language.ts';

/** What a note cites. */
export interface CitedSource {
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
export const cite = (
  cited: CitedSource,
  style: 'short' | 'full',
  language: Language,
): readonly PhrasingContent[] => {
  const { source, from, locator, earlier } = cited;
  const one = (of: Source) => (style === 'short' ? short : forms[of.type])(of, language);
  const again = earlier !== null && source.type !== 'legislation';
  const named = again
    ? [text(`${who(source, language) ?? source.title}, ${language.notes.asIn(earlier)}`)]
    : one(source);
  const parts = [...named, ...(locator ? [text(`, ${locator}`)] : [])];
  const whole = from ? [...one(from), text(`, ${language.notes.citedIn} `), ...parts] : parts;
  return [
    ...whole,
    ...(endsItself(whole) ? [] : [text('.')]),
    ...(style === 'full' && !again ? address(source, language) : []),
  ];
};

/** Whether a note ends with a stop of its own: of an abbreviation (`pp. 4 ff.`), of a question in a title. */
const endsItself = (phrases: readonly PhrasingContent[]): boolean =>
  /[.?!…][”’"')\]]*\s*$/u.test(phrases.map((phrase) => toString(phrase)).join(''));

const text = (value: string): Text => ({ type: 'text', value });
const title = (value: string, language: string | null = null): Emphasis => ({
  type: 'emphasis',
  children: [text(bare(value))],
  ...spoken(language),
});

/** A title that is not set apart. */
const plainTitle = ({ title: value, language }: Source): Text => ({
  ...text(bare(value)),
  ...(language ? { data: { hName: 'span', hProperties: { lang: language } } } : {}),
});

/** What says that a node is in another language than the page. */
const spoken = (language: string | null) => (language ? { data: { hProperties: { lang: language } } } : {});

/** A title or a name without the stop of a sentence; that of an abbreviation stays: `Sweets Ltd.` */
const bare = (value: string): string => (endsAbbreviated(value) ? value : value.replace(/\.$/u, ''));

/** Who stands for a source: its authors, else its publisher, else its title. */
const who = (source: Source, language: Language): string | null => {
  const { authors } = source;
  if (!authors.length) return source.publisher;
  if (authors.length > 3) return language.notes.others(authors[0] ?? '');
  return authors.length === 1
    ? (authors[0] ?? null)
    : language.and(authors.slice(0, -1).join(', '), authors.at(-1) ?? '');
};

/** What is said of a source. */
type CitationForm = (source: Source, language: Language) => readonly PhrasingContent[];

/** An Act is known by its title. */
const act: CitationForm = (source) => [plainTitle(source)];

/** The title leads to the source, where that has an address: a short note has no room to spell it out. */
const linked = ({ url }: Source, name: readonly PhrasingContent[]): readonly PhrasingContent[] =>
  url ? [{ type: 'link', url, children: [...name] }] : name;

/** Author, *Title*, date. */
const short: CitationForm = (source, language): readonly PhrasingContent[] => {
  if (source.type === 'legislation') return linked(source, act(source, language));
  const author = who(source, language);
  const place = source.container ? `, ${source.container}` : '';
  return [
    ...(author ? [text(`${author}, `)] : []),
    ...linked(source, [title(source.title, source.language)]),
    text(`${place}, ${showDate(source.issued, language)}`),
  ];
};

/** Author, *Title* (Publisher, date). */
const work: CitationForm = (source, language): readonly PhrasingContent[] => {
  const author = source.authors.length ? who(source, language) : null;
  const issued = [source.publisher, source.container, showDate(source.issued, language)]
    .filter(Boolean)
    .join(', ');
  return [
    ...(author ? [text(`${author}, `)] : []),
    title(source.title, source.language),
    text(` (${issued})`),
  ];
};

/** Author, “Title”, *Container*, date. */
const contribution: CitationForm = (source, language): readonly PhrasingContent[] => {
  const author = who(source, language);
  const container = source.container ?? source.publisher;
  return [
    text(`${author ? `${author}, ` : ''}“`),
    plainTitle(source),
    text('”, '),
    ...(container && container !== author ? [title(container), text(', ')] : []),
    text(showDate(source.issued, language)),
  ];
};

/** Publisher, *Title*, date: whoever counts stands first. */
const statistics: CitationForm = (source, language): readonly PhrasingContent[] => [
  text(`${source.publisher ?? who(source, language) ?? ''}, `.replace(/^, /, '')),
  title(source.title, source.language),
  text(`, ${showDate(source.issued, language)}`),
];

const forms: Readonly<Record<SourceType, CitationForm>> = {
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
  legislation: act,
};

/** The address and when it was read: ` https://… (read on 3 March 2025)`. */
const address: CitationForm = (source, language): readonly PhrasingContent[] => {
  if (!source.url) return [];
  const link: Link = {
    type: 'link',
    url: source.url,
    title: bare(source.title),
    children: [text(source.url)],
  };
  return [
    text(' '),
    link,
    ...(source.accessed ? [text(` (${language.notes.read(showDate(source.accessed, language))})`)] : []),
  ];
};
