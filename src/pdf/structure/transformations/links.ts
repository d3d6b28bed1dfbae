import { type TreeAnnotation, type Box, type TreeElement, elementsOf, type Kid } from '../tree.ts';

/** A link is one annotation on each page that it stands on, where Chrome has one for each line and each piece of one. */
export const joinLinks = (document: TreeElement): void => {
  for (const element of elementsOf(document))
    if (element.kids.some(({ kind }) => kind === 'annotation')) element.kids = joined(element.kids);
};

/** Kids with annotations that lead from one page to the same place put together where the first of them is. */
const joined = (kids: readonly Kid[]): Kid[] => {
  const found: Kid[] = [];
  for (const kid of kids) {
    const at = found.findIndex((one) => kid.kind === 'annotation' && isSame(one, kid));
    const first = found[at];
    if (first?.kind === 'annotation' && kid.kind === 'annotation') found[at] = join(first, kid);
    else found.push(kid);
  }
  return found;
};

const isSame = (one: Kid, { page, target }: TreeAnnotation): boolean =>
  one.kind === 'annotation' && one.page === page && one.target === target;

const join = (one: TreeAnnotation, other: TreeAnnotation): TreeAnnotation => ({
  ...one,
  areas: other.areas.reduce(withArea, one.areas),
  joined: [...one.joined, other.object, ...other.joined],
});

/** So near to each other two areas of a line are one, in points. */
const NEAR = 1;

/** Areas with one more, which goes on from the last where it lies beside it in the same line. */
const withArea = (areas: readonly Box[], area: Box): readonly Box[] => {
  const last = areas.at(-1);
  const [left, bottom, right, top] = area;
  const goesOn =
    last &&
    Math.abs(last[1] - bottom) < NEAR &&
    Math.abs(last[3] - top) < NEAR &&
    left >= last[0] &&
    left - last[2] < NEAR;
  if (!goesOn) return [...areas, area];
  const whole: Box = [last[0], Math.min(last[1], bottom), Math.max(last[2], right), Math.max(last[3], top)];
  return [...areas.slice(0, -1), whole];
};
