import { name, type Objects } from '../values.ts';

/**
 * Numbers the pages as they are numbered on paper (ISO 32000-1, 12.4.2): where covers carry no number, viewers show
 * none for them, and count those that follow from 1.
 */
export const labelPages = ({ catalog, context }: Objects, unnumbered: number): void => {
  if (!unnumbered) return;
  const labels = context.obj({ Nums: [0, {}, unnumbered, { S: 'D' }] });
  catalog.set(name('PageLabels'), labels);
};
