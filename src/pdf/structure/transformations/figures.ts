import { Bounds } from '../../content/geometry.ts';
import { contentsOf, type TreeElement, elementsOf } from '../tree.ts';

/** Figures and formulas say where they lie (ISO 14289-1, 7.3; ISO 32000-1, 14.8.5.4.3), and what a formula says (7.7). */
export const describeFigures = (document: TreeElement): void => {
  for (const element of elementsOf(document)) {
    if (element.type === 'Formula') element.alternative ||= element.mark?.label ?? null;
    if (element.type !== 'Figure' && element.type !== 'Formula') continue;
    // What holds other things and says nothing of itself is no picture.
    if (element.alternative === null && element.kids.some(({ kind }) => kind === 'element'))
      element.type = 'Div';
    else element.box = boxOf(element);
  }
};

const boxOf = (element: TreeElement): TreeElement['box'] => {
  const bounds = new Bounds();
  for (const { sequence } of contentsOf(element)) bounds.include(sequence.bounds);
  const { left, bottom, right, top } = bounds;
  return right > left ? [round(left), round(bottom), round(right), round(top)] : null;
};

const round = (points: number): number => Math.round(points * 100) / 100;
