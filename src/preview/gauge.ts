/** How a document on paper stands towards its page contract. */

import { toString } from 'mdast-util-to-string';
import type { Steps } from '../model/fit.ts';
import type { Printer } from '../world/world.ts';
import { beginning } from './beginning.ts';
import type { DroppedPassage, Gauge } from './interface.ts';
import type { Paper } from './making.ts';

/** What is known of it as soon as it is printed. */
export const gaugeOf = ({ page, pdf, fit }: Paper): Gauge => {
  const { pages, type } = page.template;
  const { size = type.size, spacing = 1, dropped = [], added = [] } = fit ?? {};
  return {
    pages: { are: pdf.pages, min: pages.min, max: pages.max, multiple: pages.multiple },
    length: null,
    type: { is: size, least: type.min, most: type.max, own: type.size },
    spacing,
    dropped: dropped.flatMap((id) => droppedFrom(page, id)),
    added,
    heights: {},
  };
};

const droppedFrom = ({ selection }: Paper['page'], id: string): readonly DroppedPassage[] => {
  const slot = selection.slots.find(({ passages }) => passages.some((passage) => passage.id === id));
  const passage = slot?.passages.find((one) => one.id === id);
  return passage
    ? [{ id, slot: slot?.slot.id ?? '', priority: passage.priority, text: beginning(toString(passage.text)) }]
    : [];
};

/** The same with what is measured in the page, laid out once more: how full its pages are, and how tall each passage is. */
export const measured = async ({ page, pdf }: Paper, gauge: Gauge, printer: Printer): Promise<Gauge> => {
  const { path, print, assets } = page.rendered;
  const passages = page.document.sections.flatMap(({ items }) => items.map(({ passage }) => passage));
  const setting = { size: gauge.type.is, spacing: gauge.spacing };
  const question = { trials: [{ setting, without: [], within: false }], pages: pdf.pages, heights: true };
  const enquire = function* (): Steps<Pick<Gauge, 'length' | 'heights'>> {
    const { length, heights } = yield question;
    return { length, heights };
  };
  return { ...gauge, ...(await printer.layOut({ path, html: print ?? '', assets, passages }, enquire)) };
};
