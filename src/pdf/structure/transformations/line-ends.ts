import type { TextObject } from '../../content/text-object.ts';
import type { PageText } from '../page-text.ts';
import { type TreeElement, elementsOf } from '../tree.ts';
import { INLINE } from './paragraphs.ts';

/** So many characters tell a place in the page from others. */
const ENOUGH = 10;

/**
 * Words stay words where a line ends (ISO 32000-1, 14.8.2.5): a space that the page has, and Chrome has not painted,
 * is put in; a hyphen that only the line's end has made is read as nothing (14.8.2.2.3).
 */
export const mendLineEnds =
  (page: PageText) =>
  (document: TreeElement): void => {
    for (const block of elementsOf(document)) if (!INLINE.has(block.type)) mendBlock(textsOf(block), page);
  };

/** The texts of a block in reading order, without those of blocks within. */
const textsOf = (element: TreeElement, found: TextObject[] = []): TextObject[] => {
  for (const kid of element.kids) {
    if (kid.kind === 'content') found.push(...kid.sequence.texts);
    if (kid.kind === 'element' && INLINE.has(kid.type)) textsOf(kid, found);
  }
  return found;
};

const mendBlock = (texts: readonly TextObject[], page: PageText): void => {
  const said: TextObject[] = texts.slice(0, 1);
  for (const text of texts.slice(1)) {
    const last = said.at(-1);
    const end = last?.last(1) ?? '';
    if (end === '\u00AD' && /^[-\u2010]$/u.test(text.first(2))) {
      text.silence();
      continue;
    }
    // A comma stands close, even where it begins a box of its own beside its word.
    const isApart = /\s$/u.test(end) || /^[\s,.;:!?)\]]/u.test(text.first(1));
    if (!isApart && page.between(endOf(said), text.first(ENOUGH)) === 'space') last?.endWithSpace();
    said.push(text);
  }
};

/** The last characters of some texts. */
const endOf = (texts: readonly TextObject[]): string => {
  let end = '';
  for (let at = texts.length - 1; at >= 0 && end.length < ENOUGH; at -= 1)
    end = (texts[at]?.last(ENOUGH - end.length) ?? '') + end;
  return end;
};
