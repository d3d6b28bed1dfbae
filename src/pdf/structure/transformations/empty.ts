import { type TreeElement, setKids } from '../tree.ts';

/** Takes out elements of which all content has become artifacts, except cells: a row needs all of its own. */
export const dropEmpty = (element: TreeElement): void => {
  for (const kid of element.kids) if (kid.kind === 'element') dropEmpty(kid);
  setKids(
    element,
    element.kids.filter(
      (kid) => kid.kind !== 'element' || kid.kids.length || kid.type === 'TD' || kid.type === 'TH',
    ),
  );
};
