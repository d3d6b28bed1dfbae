import type { PDFDict } from '@cantoo/pdf-lib';
import { nameOf } from './objects.ts';

/** The standard structure types of PDF 1.7 (ISO 32000-1, 14.8.4). */
const STANDARD: ReadonlySet<string> = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private ' +
    'P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot ' +
    'Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'
  ).split(' '),
);

/** What types of a file's own stand for (ISO 32000-1, 14.7.3). */
export interface RoleMap {
  readonly entries: ReadonlyMap<string, string>;
  /** The standard type of a type; null where it leads to none. */
  readonly standard: (type: string) => string | null;
  /** Whether a type leads back to itself, or into such a circle. */
  readonly isCircular: (type: string) => boolean;
}

export const isStandard = (type: string): boolean => STANDARD.has(type);

/** Reads the role map of a structure tree. */
export const roleMapOf = (dict: PDFDict | undefined): RoleMap => {
  const entries = new Map(
    (dict?.entries() ?? []).map(([key, value]) => [
      nameOf(key) ?? '',
      nameOf(dict?.context.lookup(value)) ?? '',
    ]),
  );
  const known = new Map<string, string | null>();
  const follow = (type: string): { last: string; isCircle: boolean } => {
    const seen = new Set<string>();
    let last = type;
    while (!STANDARD.has(last) && !seen.has(last) && entries.has(last)) {
      seen.add(last);
      last = entries.get(last) ?? '';
    }
    return { last, isCircle: seen.has(last) };
  };
  return {
    entries,
    standard: (type) => {
      const found = known.get(type);
      if (found !== undefined) return found;
      const { last } = follow(type);
      const standard = STANDARD.has(last) ? last : null;
      known.set(type, standard);
      return standard;
    },
    isCircular: (type) => follow(type).isCircle,
  };
};
