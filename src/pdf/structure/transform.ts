/** Makes the structure that Chrome gives to a PDF the structure that the standard asks for. */

import { dropDecoration, dropRepeated } from './transformations/artifacts.ts';
import { completeContents, encloseReferences } from './transformations/contents.ts';
import { dropEmpty } from './transformations/empty.ts';
import { describeFigures } from './transformations/figures.ts';
import { giveIdentifiers } from './transformations/identifiers.ts';
import { completeLists } from './transformations/lists.ts';
import { makeParagraphs } from './transformations/paragraphs.ts';
import { giveTypes } from './transformations/types.ts';
import type { Element } from './tree.ts';

/** Changes the tree in place; `pages` are the numbers of the pages' objects, in order. Each step builds on the last. */
export const transform = (document: Element, pages: readonly number[]): void => {
  const steps: readonly ((document: Element) => void)[] = [
    giveTypes,
    dropRepeated(pages),
    dropDecoration,
    describeFigures,
    makeParagraphs,
    completeLists,
    encloseReferences,
    completeContents,
    giveIdentifiers,
    dropEmpty,
  ];
  for (const step of steps) step(document);
};
