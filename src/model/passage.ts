import type { Root } from 'mdast';
import { exhibitsOf, fieldsBehind } from './exhibit.ts';
import { fieldsOf, type FieldRequest } from './field.ts';
import { requestsIn } from './field-syntax.ts';
import { visit } from './visit.ts';
import type { Passage, Slot } from './project.ts';

/** The attributes of every passage that readers may see. */
export const SHOWN = ['locator', 'area', 'period'] as const;

/** A passage's attributes that readers may see, by name: those of every passage, where it has them, and its kind's. */
export const shownAttributes = (passage: Passage): Readonly<Record<string, string>> => {
  const common = SHOWN.flatMap((name) => (passage[name] === null ? [] : [[name, passage[name]] as const]));
  return { ...Object.fromEntries(common), ...passage.attributes };
};

/** The wording of a passage for an audience: the first that names it, else the passage's own text. */
export const wordingFor = (passage: Passage, audience: string): Root =>
  passage.wordings.find(({ audiences, whenMissing }) => !whenMissing && audiences.includes(audience))?.text ??
  passage.text;

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
export const missingWordingFor = (passage: Passage, audience: string): Root | null => {
  const forMissing = passage.wordings.filter(({ whenMissing }) => whenMissing);
  const found =
    forMissing.find(({ audiences }) => audiences.includes(audience)) ??
    forMissing.find(({ audiences }) => !audiences.length);
  return found?.text ?? null;
};

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
