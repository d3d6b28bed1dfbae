/**
 * A source as an entry of BibTeX, for those who cite it. Entry types and fields are those of the standard styles:
 * Oren Patashnik, "BibTeXing" (1988), section 3.
 */

import type { Source, SourceType } from '../model/source.ts';

/** How a type of source is entered: as what, and which field has its publisher and what it stands in. */
interface EntryForm {
  readonly type: string;
  readonly publisher: string;
  readonly container: string;
  /** What sort of thing it is, where its type does not say so. */
  readonly sort?: string;
}

const REPORT: EntryForm = { type: 'techreport', publisher: 'institution', container: 'series' };
const other = (sort?: string): EntryForm => ({
  type: 'misc',
  publisher: 'organization',
  container: 'series',
  ...(sort ? { sort } : {}),
});

const FORMS: Readonly<Record<SourceType, EntryForm>> = {
  briefing: { ...REPORT, sort: 'Briefing' },
  report: REPORT,
  submission: { ...REPORT, sort: 'Submission' },
  manifesto: { ...REPORT, sort: 'Manifesto' },
  book: { type: 'book', publisher: 'publisher', container: 'series' },
  article: { type: 'article', publisher: 'publisher', container: 'journal' },
  letter: other('Letter'),
  speech: other('Speech'),
  statistics: other('Statistics'),
  legislation: other('Legislation'),
  'web-page': other(),
};

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** The entry of a source, with the place in it that is cited as its note. Its key is the source's id. */
export const bibtex = (source: Source, locator: string | null): string => {
  const form = FORMS[source.type];
  const [year, month] = source.issued.split('-');
  // Who publishes stands for who writes, where nobody is named.
  const authors = source.authors.length
    ? source.authors.map(name)
    : source.publisher
      ? [`{${escaped(source.publisher)}}`]
      : [];
  const fields: readonly (readonly [name: string, value: string | null])[] = [
    ['author', authors.length ? `{${authors.join(' and ')}}` : null],
    ['title', `{{${escaped(source.title)}}}`],
    [form.container, braced(source.container)],
    [form.publisher, braced(source.publisher)],
    [form.type === 'techreport' ? 'type' : 'howpublished', braced(form.sort ?? null)],
    ['year', `{${year}}`],
    ['month', month ? (MONTHS[Number(month) - 1] ?? null) : null],
    ['url', source.url === null ? null : `{${address(source.url)}}`],
    ['urldate', braced(source.accessed)],
    ['note', braced(locator)],
  ];
  const lines = fields.flatMap(([key, value]) => (value === null ? [] : [`  ${key} = ${value}`]));
  return `@${form.type}{${source.id},\n${lines.join(',\n')}\n}`;
};

const braced = (value: string | null): string | null => (value === null ? null : `{${escaped(value)}}`);

/** A name; one that BibTeX would take apart otherwise than it is read is kept whole. */
const name = (written: string): string =>
  /,|\band\b/u.test(written) ? `{${escaped(written)}}` : escaped(written);

const SIGNS: Readonly<Record<string, string>> = {
  '\\': String.raw`\textbackslash{}`,
  '{': String.raw`\{`,
  '}': String.raw`\}`,
  '~': String.raw`\textasciitilde{}`,
  '^': String.raw`\textasciicircum{}`,
};

/** A text with the signs that TeX reads otherwise. */
const escaped = (text: string): string =>
  text.replace(/[\\{}~^&%$#_]/gu, (sign) => SIGNS[sign] ?? `\\${sign}`);

/** An address keeps its signs, but for those that would end the field. */
const address = (url: string): string =>
  url.replace(/[{}\\]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
