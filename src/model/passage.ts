import type { Root } from 'mdast';
import { exhibitsOf, fieldsBehind } from './exhibit.ts';
import { fieldsOf, type FieldRequest } from './field.ts';
import { requestsIn } from './field-syntax.ts';
import { isSameLanguage } from './languages/languages.ts';
import { visit } from './visit.ts';
import type { Passage, Slot, Wording } from './project.ts';

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
