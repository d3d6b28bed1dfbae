/** Makes the structure that Chrome gives to a PDF the structure that the standard asks for. */

import { dropDecoration, dropRepeated } from './transformations/artifacts.ts';
import { completeContents, encloseReferences } from './transformations/contents.ts';
import { dropEmpty } from './transformations/empty.ts';
import { describeFigures } from './transformations/figures.ts';
import { giveIdentifiers } from './transformations/identifiers.ts';
import { mendLineEnds } from './transformations/line-ends.ts';
import { joinLinks } from './transformations/links.ts';
import { completeLists } from './transformations/lists.ts';
import { makeParagraphs } from './transformations/paragraphs.ts';
import { giveTypes } from './transformations/types.ts';
import { PageText } from './page-text.ts';
import type { TreeElement } from './tree.ts';

/** What the steps know besides the tree. */
export interface TransformContext {
  /** The numbers of the pages' objects, in order. */
  readonly pages: readonly number[];
  /** The texts of the page in reading order. */
  readonly text: string;
}

/** Changes the tree in place. Each step builds on the last. */
export const transform = (document: TreeElement, { pages, text }: TransformContext): void => {
  const steps: readonly ((document: TreeElement) => void)[] = [
    giveTypes,
    joinLinks,
    dropRepeated(pages),
    dropDecoration,
    describeFigures,
    makeParagraphs,
    completeLists,
    encloseReferences,
    completeContents,
    giveIdentifiers,
    dropEmpty,
    mendLineEnds(new PageText(text)),
  ];
  for (const step of steps) step(document);
};
