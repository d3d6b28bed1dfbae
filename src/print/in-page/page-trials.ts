/**
 * How many pages a document takes, found in the page itself, laid out in columns (`page-columns.ts`).
 */

import type { Answer, Question, Trial } from '../../model/fit.ts';
import type { Sheet } from './interface.ts';
import { asColumns, contentOf } from './page-columns.ts';
import { search, type Seen } from './page-search.ts';

/** Answers a question. The page stays laid out in columns; the next question finds it so. */
export const answer = ({ trials, pages, begin, heights, over }: Question, sheet: Sheet): Answer => {
  const see = (index: number): Seen => {
    const { taken, length, tooWide } = lengthIn(trials[index], sheet, pages);
    return { fits: !tooWide && taken <= pages, length: tooWide ? Infinity : length };
  };
  asColumns(sheet);
  // What draws itself out to the height of its one page would hide how long it is.
  document.documentElement.style.setProperty('--page-height', pages === 1 ? '0px' : '');
  const index = search(trials, pages, begin, see);
  const last = trials.at(-1);
  const { taken, length } = lengthIn(index < 0 ? last : trials[index], sheet, pages);
  const told = { index, pages: taken, length: Math.round(length * 1000) / 1000 };
  const beyond = over ? attempt(last, sheet, () => beyondPages(sheet, pages)) : 0;
  if (heights || over) asOnePiece();
  return {
    ...told,
    over: over && index < 0 ? attempt(last, sheet, () => runsOver(sheet, pages, beyond)) : 0,
    heights: heights ? attempt(last, sheet, () => passageHeights(sheet)) : {},
  };
};

/** How long the page is in a trial. */
interface Length {
  readonly taken: number;
  /** In pages, part of the last one counted. */
  readonly length: number;
  /** Whether something reaches beyond the sides, though nothing may. */
  readonly tooWide: boolean;
}

/** What was seen of a page, by its body; questions come back to the same trials. */
const seen = new WeakMap<HTMLElement, Map<string, Length>>();

/** Lays the page out in a trial, where it has not been seen in that yet. */
const lengthIn = (trial: Trial | undefined, sheet: Sheet, pages: number): Length => {
  const lengths = seen.get(document.body) ?? new Map<string, Length>();
  seen.set(document.body, lengths);
  const key = JSON.stringify([trial, pages === 1]);
  const known = lengths.get(key);
  if (known) return known;
  const length = attempt(trial, sheet, () => ({
    tooWide: Boolean(trial?.within) && isTooWide(sheet),
    taken: pagesTaken(sheet),
    length: lengthTaken(sheet),
  }));
  lengths.set(key, length);
  return length;
};

/** Looks at the page as it is in a trial. */
const attempt = <T>(trial: Trial | undefined, sheet: Sheet, look: () => T): T => {
  const { setting, without } = trial ?? { setting: null, without: [] };
  const root = document.documentElement.style;
  if (setting) {
    root.setProperty('--type-size', `${setting.size}pt`);
    root.setProperty('--spacing', String(setting.spacing));
  }
  const putBack = takeOut(without, sheet.passages);
  const found = look();
  putBack();
  return found;
};

/** Takes passages out, and the notes that nothing refers to any more; gives what puts all of it back. */
const takeOut = (ids: readonly string[], all: readonly string[]): (() => void) => {
  const holes: { element: Element; hole: Comment }[] = [];
  const remove = (element: Element | null): void => {
    if (!element?.isConnected) return;
    const hole = document.createComment('');
    element.replaceWith(hole);
    holes.push({ element, hole });
  };
  let left = [...all];
  for (const id of ids) {
    left = left.filter((other) => other !== id);
    remove(blockOf(id, left));
  }
  if (ids.length) unusedNotes().forEach(remove);
  return () => {
    for (const { element, hole } of holes.toReversed()) hole.replaceWith(element);
  };
};

/** The largest element that holds a passage and nothing else of note: no other passage, no headline. */
const blockOf = (id: string, others: readonly string[]): Element | null => {
  let block = document.getElementById(id);
  const holdsMore = (element: Element): boolean =>
    element.localName === 'body' ||
    element.localName === 'main' ||
    element.querySelector('h1, [role="doc-endnotes"]') !== null ||
    others.some((other) => element.querySelector(`#${CSS.escape(other)}`) !== null);
  while (block?.parentElement && !holdsMore(block.parentElement)) block = block.parentElement;
  return block;
};

const unusedNotes = (): Element[] => {
  const notes = [...document.querySelectorAll('[id^="note--"]')].filter(({ id }) => /^note--\d+$/.test(id));
  const unused = notes.filter((note) => !document.querySelector(`a[role="doc-noteref"][href="#${note.id}"]`));
  const whole = notes[0]?.closest('[role="doc-endnotes"]');
  return whole && unused.length === notes.length ? [whole] : unused;
};

/** The number of columns, which are pages. */
const pagesTaken = ({ width }: Sheet): number => {
  // Most pages are one column, and no box of theirs need be asked.
  if (document.body.scrollWidth <= width) return 1;
  const { left } = contentOf(document.body);
  const columns = boxesOf().map((box) => Math.floor((box.left - left + 1) / width));
  return Math.max(0, ...columns) + 1;
};

/** The same with the part of the last page that is taken, by what stands in the body directly. */
const lengthTaken = ({ width, height }: Sheet): number => {
  const { left, top } = contentOf(document.body);
  const ends = [...document.body.children].flatMap((child) =>
    [...child.getClientRects()].map(
      (box) => Math.max(0, Math.floor((box.left - left + 1) / width)) + (box.bottom - top) / height,
    ),
  );
  return Math.max(0, ...ends);
};

/** Whether anything reaches beyond the sides of its column. */
const isTooWide = ({ width }: Sheet): boolean => {
  if (document.body.scrollWidth <= width) return false;
  const { left } = contentOf(document.body);
  return [...boxesOf(), ...textBoxes()].some((box) => {
    const column = Math.max(0, Math.floor((box.left - left + 1) / width));
    return box.right > left + (column + 1) * width + 0.05;
  });
};

/** The boxes of the lines of all texts, without what only screen readers get. */
const textBoxes = (): DOMRect[] => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const boxes: DOMRect[] = [];
  while (texts.nextNode()) {
    const { parentElement } = texts.currentNode;
    if (!parentElement || parentElement.clientWidth === 1 || parentElement.clientHeight === 1) continue;
    range.selectNodeContents(texts.currentNode);
    boxes.push(...range.getClientRects());
  }
  return boxes;
};

const asOnePiece = (): void => {
  for (const property of ['height', 'columns'])
    document.body.style.setProperty(property, 'auto', 'important');
};

/** The boxes of all elements that take room, a box for each page on which one stands. */
const boxesOf = (): DOMRect[] =>
  [...document.body.querySelectorAll('*')]
    .filter((element) => !(element instanceof SVGElement && element.ownerSVGElement))
    .flatMap((element) => [...element.getClientRects()])
    .filter((box) => box.width > 0 && box.height > 0);

/** The height of what stands on pages beyond the last one, in pixels. */
const beyondPages = ({ width, height }: Sheet, pages: number): number => {
  const { left, top } = contentOf(document.body);
  const bottoms = boxesOf().map((box) => {
    const column = Math.floor((box.left - left + 1) / width);
    return (column - pages) * height + box.bottom - top;
  });
  return Math.max(0, ...bottoms);
};

/**
 * How many millimetres a document runs over. Laid out in one piece, and nothing in it drawn out to the height of a
 * page, it is higher than its pages by so much; where it is not, since breaks and what may not be parted leave room
 * empty, by as much as stands `beyond`.
 */
const runsOver = ({ height }: Sheet, pages: number, beyond: number): number => {
  const root = document.documentElement.style;
  root.setProperty('--page-height', '0px');
  const { top } = contentOf(document.body);
  const whole = Math.max(0, ...boxesOf().map((box) => box.bottom - top));
  root.removeProperty('--page-height');
  const over = whole > pages * height ? whole - pages * height : beyond;
  return Math.ceil((over * 254) / 96) / 10;
};

/** How tall each passage is in millimetres, with what stands around it alone. */
const passageHeights = ({ passages }: Sheet): Record<string, number> => {
  const found = passages.flatMap((id): [string, number][] => {
    const others = passages.filter((other) => other !== id);
    const height = blockOf(id, others)?.getBoundingClientRect().height;
    return height ? [[id, Math.round((height * 254) / 96) / 10]] : [];
  });
  return Object.fromEntries(found);
};
