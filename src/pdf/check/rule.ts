import type { PdfPlace } from '../../diagnostics/finding.ts';
import { type Element, placeOf } from '../read/element.ts';
import type { Spots } from '../read/spots.ts';
import type { Subject } from '../read/subject.ts';

/** One way in which a PDF breaks a rule. */
export interface PdfFault {
  /** One sentence without its full stop. */
  readonly text: string;
  /**
   * Left out where it is of the PDF as a whole. It is worked out only where it is told: the way up from an element may
   * be long, and there may be many faults.
   */
  readonly place?: () => PdfPlace;
}

/** A requirement on PDFs. */
export interface PdfRule {
  /** Unique, e.g. `ua-28-012`. */
  readonly id: string;
  /** The standard's clause, e.g. `ISO 14289-1, 7.18.5`. */
  readonly clause: string;
  /** How to meet it: one sentence, in the imperative. */
  readonly remedy: string;
  readonly find: (pdf: Subject) => Iterable<PdfFault>;
}

/**
 * A rule of PDF/UA-1.
 * @param condition its number in the Matterhorn Protocol 1.1, e.g. `28-012`
 * @param clause of ISO 14289-1, e.g. `7.18.5`
 */
export const ua = (condition: string, clause: string, remedy: string, find: PdfRule['find']): PdfRule => ({
  id: `ua-${condition}`,
  clause: `ISO 14289-1, ${clause}`,
  remedy,
  find,
});

export const NOWHERE: PdfPlace = { page: null, object: null, path: [], names: [] };

export const onPage =
  (page: number): (() => PdfPlace) =>
  () => ({ ...NOWHERE, page });

export const atObject =
  (object: number): (() => PdfPlace) =>
  () => ({ ...NOWHERE, object });

/** A fault of an element. */
export const wrong = (element: Element, text: string): PdfFault => ({ text, place: () => placeOf(element) });

/** A fault for each page on which something was met. */
export const spotted = (
  spots: Spots,
  say: (count: number, detail: string, element: Element | null) => string,
): PdfFault[] =>
  [...spots].map(({ page, element, detail, count }) => ({
    text: say(count, detail, element),
    place: element ? () => placeOf(element, page) : onPage(page),
  }));

/** The elements of a type, after role mapping, in reading order. */
export const ofType = ({ structure }: Subject, type: string): readonly Element[] =>
  structure?.byType.get(type) ?? [];

/** e.g. `3 pieces`. */
export const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
