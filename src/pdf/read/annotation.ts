import type { PDFDict, PDFObject } from '../library.ts';
import type { PdfPlace } from '../../diagnostics/finding.ts';
import { type Element, placeOf } from './element.ts';
import {
  arrayAt,
  dictAt,
  dictOf,
  entriesOf,
  nameAt,
  numberAt,
  objectNumber,
  textAt,
  valueAt,
} from './objects.ts';
import { type Page, rectangleAt } from './page-list.ts';
import type { Structure } from './structure.ts';

/** An annotation of a page (ISO 32000-1, 12.5): a link, a form field … */
export interface Annotation {
  readonly dict: PDFDict;
  readonly ref: PDFObject;
  /** e.g. `Link`. */
  readonly subtype: string;
  readonly page: Page;
  /** The structure element that it is part of. */
  readonly element: Element | null;
  /** Whether nobody sees it: hidden, or outside of its page's crop box (ISO 14289-1, 7.18.1). */
  readonly isHidden: boolean;
  readonly place: () => PdfPlace;
}

/** The annotations of all pages, in the PDF's order. */
export const annotationsOf = (pages: readonly Page[], structure: Structure | null): Annotation[] =>
  pages.flatMap((page) =>
    entriesOf(page.dict, 'Annots').flatMap((ref): Annotation[] => {
      const dict = dictOf(page.dict.context.lookup(ref));
      if (!dict) return [];
      const element = structure?.ofObject.get(ref) ?? null;
      const subtype = nameAt(dict, 'Subtype') ?? '';
      const isHidden = ((numberAt(dict, 'F') ?? 0) & HIDDEN) !== 0 || isOutside(dict, page);
      const place = (): PdfPlace => {
        const around = element
          ? placeOf(element, page.number)
          : { page: page.number, object: null, path: [], names: [] };
        return { ...around, object: objectNumber(ref) ?? around.object };
      };
      return [{ dict, ref, subtype, page, element, isHidden, place }];
    }),
  );

/** The flag of ISO 32000-1, 12.5.3. */
const HIDDEN = 2;

const isOutside = (dict: PDFDict, { cropBox }: Page): boolean => {
  const own = rectangleAt(dict, 'Rect');
  if (!own || !cropBox) return false;
  const [left, bottom, right, top] = cropBox;
  return own[0] >= right || own[1] >= top || own[2] <= left || own[3] <= bottom;
};

/** What an annotation says in place of its look: its own words, or those of its element. */
export const describes = ({ dict, element }: Annotation): boolean =>
  Boolean(textAt(dict, 'Contents')?.trim() || (element && textAt(element.dict, 'Alt')?.trim()));

/**
 * A form field's description for screen readers. A widget without a name (`T`) is no field but a part of one, as each
 * button of several is, and what it says itself counts for nothing (ISO 32000-1, 12.7.3.1).
 */
export const fieldDescription = ({ dict }: Annotation): string | undefined => {
  const field = valueAt(dict, 'T') === undefined ? (dictAt(dict, 'Parent') ?? dict) : dict;
  return textAt(field, 'TU')?.trim() || undefined;
};

export const hasAnnotations = (page: Page): boolean => (arrayAt(page.dict, 'Annots')?.size() ?? 0) > 0;
