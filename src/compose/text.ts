import type { Heading, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Passage } from '../model/project.ts';

/** A copy of a tree that may be changed. */
export const copy = (tree: Root): Root => structuredClone(tree);

/** The wording of a passage for an audience: the first that names it, else the passage's own text. */
export const wordingFor = (passage: Passage, audience: string): Root =>
  passage.wordings.find((wording) => wording.audiences.includes(audience))?.text ?? passage.text;

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

/** Puts a phrase at the end of a text: into its last paragraph, else into one of its own, behind a label. */
export const append = (tree: Root, phrase: PhrasingContent, label: string): void => {
  const last = lastParagraph(tree.children);
  if (last) last.children.push(phrase);
  else tree.children.push({ type: 'paragraph', children: [{ type: 'text', value: `${label} ` }, phrase] });
};

const lastParagraph = (nodes: readonly RootContent[]): Paragraph | null => {
  const last = nodes.at(-1);
  if (last?.type === 'paragraph') return last;
  return last?.type === 'list' || last?.type === 'listItem' || last?.type === 'blockquote'
    ? lastParagraph(last.children)
    : null;
};

/** Says of a text that it is in a language, where that is known. */
export const speak = (tree: Root, language: string | null): void => {
  if (language)
    for (const block of tree.children) block.data = { ...block.data, hProperties: { lang: language } };
};
