import { type TreeElement, elementOf, elementsOf, type Kid, setKids } from '../tree.ts';

/** Items have a label and a body (ISO 32000-1, 14.8.4.3.3; ISO 14289-1, 7.6); terms are labels of their descriptions. */
export const completeLists = (document: TreeElement): void => {
  for (const element of elementsOf(document)) {
    if (element.type === 'L') setKids(element, pairTerms(element.kids));
    if (element.type === 'LI') giveBody(element);
  }
};

/** Puts each term and its descriptions into an item. */
const pairTerms = (kids: readonly Kid[]): Kid[] => {
  const items: Kid[] = [];
  let item: TreeElement | null = null;
  for (const kid of kids) {
    const part = kid.kind === 'element' ? PARTS.get(kid.type) : undefined;
    if (kid.kind !== 'element' || !part) {
      items.push(kid);
      continue;
    }
    const isComplete = item?.kids.some((inner) => inner.kind === 'element' && inner.type === 'LBody');
    if (!item || (part === 'Lbl' && isComplete)) {
      item = elementOf('LI', []);
      items.push(item);
    }
    kid.type = part;
    setKids(item, [...item.kids, kid]);
  }
  return items;
};

const PARTS: ReadonlyMap<string, string> = new Map([
  ['term', 'Lbl'],
  ['description', 'LBody'],
]);

const giveBody = (item: TreeElement): void => {
  const isPart = (kid: Kid, type: string): boolean => kid.kind === 'element' && kid.type === type;
  const labels = item.kids.filter((kid) => isPart(kid, 'Lbl'));
  const rest = item.kids.filter((kid) => !isPart(kid, 'Lbl'));
  if (rest.every((kid) => isPart(kid, 'LBody'))) return;
  const body = item.mark?.note ? [elementOf('Note', rest)] : rest;
  setKids(item, [...labels, elementOf('LBody', body)]);
};
