import type { Heading, Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { copyTree } from '../model/copy-tree.ts';
import { visit } from '../model/visit.ts';
import { isSameLanguage, languageOf } from '../model/languages/languages.ts';
import { languageIn, wordingFor, type Passage } from '../model/passage.ts';
import { languageOfText } from '../model/read-in.ts';
import type { Project } from '../model/project.ts';
import { quote } from './quotation-marks.ts';

/** The ids of the passages that the text of a passage leads to, in the wording for an audience. */
export const linksOf = (passage: Passage, audience: string): readonly string[] => {
  const ids: string[] = [];
  visit(wordingFor(passage, audience), 'link', ({ url }) => {
    if (url.startsWith('#')) ids.push(url.slice(1));
  });
  return ids;
};

/** Puts the headings of a text below the heading that it stands under, the highest one level below; h6 is the last. */
export const shiftHeadings = (tree: Root, above: number): void => {
  const headings: Heading[] = [];
  visit(tree, 'heading', (heading) => void headings.push(heading));
  const highest = Math.min(...headings.map((heading) => heading.depth));
  for (const heading of headings) {
    const depth = Math.min(6, heading.depth - highest + above + 1);
    heading.depth = depth as Heading['depth'];
  }
};

/**
 * Puts a phrase, the number of a note, behind the last words of a text: where a paragraph ends it, perhaps in a list or a
 * quotation. Under what ends without words, a picture or a table, it stands in a paragraph of its own behind a label.
 */
export const append = (tree: Root, phrase: PhrasingContent, label: string): void => {
  const last = lastParagraph(tree.children);
  if (last) last.children.splice(endOfWords(last.children), 0, phrase);
  else tree.children.push({ type: 'paragraph', children: [{ type: 'text', value: `${label} ` }, phrase] });
};

/** What stands between two references, so that they are not read as one. */
export const BETWEEN = '\u202F';

/** A text without the references to its notes, with the numbers of these; `label` stands before those without a text. */
export const withoutReferences = (
  cited: Root,
  label: string,
): { readonly text: Root; readonly notes: readonly number[] } => {
  const text = copyTree(cited);
  const notes: number[] = [];
  const labels = new Set<Nodes>();
  visit(text, 'paragraph', (paragraph) => {
    const references = paragraph.children.filter((phrase) => phrase.type === 'noteReference');
    if (!references.length) return;
    notes.push(...references.map(({ number }) => number));
    paragraph.children = paragraph.children.filter(
      (phrase) => phrase.type !== 'noteReference' && !(phrase.type === 'text' && phrase.value === BETWEEN),
    );
    if (toString(paragraph).trim() === label) labels.add(paragraph);
  });
  text.children = text.children.filter((block) => !labels.has(block));
  return { text, notes };
};

const lastParagraph = (nodes: readonly RootContent[]): Paragraph | null => {
  const last = nodes.at(-1);
  if (last?.type === 'paragraph') return last.children.some(holdsWords) ? last : null;
  return last?.type === 'list' || last?.type === 'listItem' || last?.type === 'blockquote'
    ? lastParagraph(last.children)
    : null;
};

/** Whether anything in a phrase is read; what describes a picture is not. */
const holdsWords = (phrase: PhrasingContent): boolean =>
  'children' in phrase
    ? (phrase.children as PhrasingContent[]).some(holdsWords)
    : 'value' in phrase && /[\p{L}\p{N}]/u.test(phrase.value);

/** Where a paragraph's words end, with their stop: at its end, or before the pictures that stand there. */
const endOfWords = (phrases: PhrasingContent[]): number => {
  const words = phrases.findLastIndex(holdsWords);
  const picture = phrases.findIndex((phrase, index) => index > words && holdsPicture(phrase));
  if (picture < 0) return phrases.length;
  const end = phrases.findLastIndex((phrase, index) => index < picture && !isBlank(phrase));
  const last = phrases[end];
  const [blank = ''] = (last?.type === 'text' && /\s+$/u.exec(last.value)) || [];
  if (last?.type === 'text' && blank) {
    last.value = last.value.slice(0, -blank.length);
    phrases.splice(end + 1, 0, { type: 'text', value: blank });
  }
  return end + 1;
};

const holdsPicture = (phrase: PhrasingContent): boolean =>
  phrase.type === 'image' ||
  ('children' in phrase && (phrase.children as PhrasingContent[]).some(holdsPicture));

const isBlank = (phrase: PhrasingContent): boolean =>
  phrase.type === 'break' || (phrase.type === 'text' && !phrase.value.trim());

/** The language of one of a passage's texts, where it is not the document's. */
export const foreignLanguage = (project: Project, passage: Passage, text: Root): string | null => {
  const language = languageIn(passage, text) ?? languageOfText(project, passage);
  return language === project.organisation.language ? null : language;
};

/** Puts marks round what somebody said, and says of one of its wordings in another language that it is a translation. */
export const quoteFor = (tree: Root, project: Project, passage: Passage, text: Root): void => {
  quote(tree);
  const said = languageOfText(project, passage);
  if (isSameLanguage(languageIn(passage, text) ?? said, said)) return;
  const { notes } = languageOf(project.organisation.language);
  append(tree, { type: 'text', value: ` (${notes.translated})` }, '');
};

/** Says of a text that it is in a language, where that is known. */
export const speak = (tree: Root, language: string | null): void => {
  if (language)
    for (const block of tree.children) block.data = { ...block.data, hProperties: { lang: language } };
};
