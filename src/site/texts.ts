/** Texts of passages as pages of the site show them. */

import type Handlebars from 'handlebars';
import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { standalonePassage } from '../compose/standalone.ts';
import { showExhibits } from '../merge/merge.ts';
import { exhibitsOf } from '../model/exhibit.ts';
import { memo } from '../model/memo.ts';
import { PUBLIC } from '../model/public.ts';
import { visit } from '../model/visit.ts';
import type { Passage } from '../model/passage.ts';
import { hrefFrom } from '../render/addresses.ts';
import { toHtml } from '../render/html.ts';
import { evidencePath } from './paths.ts';
import type { PublicLibrary } from './library.ts';
import type { Published } from './published.ts';

/** A passage as an audience reads it by itself. */
export interface PassageText {
  readonly html: Handlebars.SafeString;
  readonly words: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** With what its charts and tables cite. */
  readonly passage: Passage;
}

/** A passage as a page at `path` shows it. */
export const passageText = (
  site: Published,
  passage: Passage,
  audience: string,
  path: string,
): PassageText => {
  const { library, images } = site;
  const { shown, text, attributes } = composed(site, passage, audience);
  lead(text, (id) => (library.evidence.has(id) ? hrefFrom(path, evidencePath(id)) : null));
  const image = (file: string) => hrefFrom(path, images.get(file)?.path ?? file);
  return { html: toHtml(text, { image }), words: wordsOf(text), attributes, passage: shown };
};

/** A passage as an audience reads it, before it is markup. */
const composed = ({ project, language }: Published, passage: Passage, audience: string) => {
  const shown = showExhibits(passage, audience, project.tables, language);
  return { shown, ...standalonePassage(project, shown, audience) };
};

/** Whether a page of a passage shows anything of a table: in any of its wordings, or in what it answers. */
export const showsTables = (
  { project }: Pick<Published, 'project'>,
  { text, wordings, attributes }: Passage,
): boolean => {
  const answered = project.passages.get(attributes['against'] ?? '');
  return (
    [text, ...wordings.map((wording) => wording.text)].some((one) => exhibitsOf(one).length > 0) ||
    (answered !== undefined && showsTables({ project }, answered))
  );
};

/** Has links to passages lead to their pages; where one has none, its words stay. */
const lead = (text: Root, hrefOf: (id: string) => string | null): void =>
  visit(text, 'link', (link, index, parent) => {
    if (!link.url.startsWith('#') || !parent || index === undefined) return;
    const href = hrefOf(link.url.slice(1));
    if (href !== null) link.url = href;
    else parent.children.splice(index, 1, ...link.children);
  });

/** The words of a passage as everybody reads it, made once for all pages that name it. */
export const publicWords = (site: Published, passage: Passage): string =>
  memo(
    memo(WORDS, site.library, () => new Map<string, string>()),
    passage.id,
    () => wordsOf(composed(site, passage, PUBLIC).text),
  );

/** By the library that excerpts of a site have in common. */
const WORDS = new WeakMap<PublicLibrary, Map<string, string>>();

/** A text in plain words. */
const wordsOf = (text: Root): string =>
  text.children
    .filter(({ type }) => type !== 'chart' && type !== 'table')
    .map((block) => toString(block, { includeImageAlt: false }))
    .join(' ')
    .replace(/\s+/gu, ' ')
    .trim();

/** The beginning of a text of so many letters at most, up to the end of a word. */
export const shortened = (words: string, most: number): string =>
  words.length <= most ? words : `${words.slice(0, most).replace(/\s+\S*$/u, '')} …`;
