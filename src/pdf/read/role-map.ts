import type { PDFDict } from '../library.ts';
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
  const circular = circularOf(entries);
  const last = (type: string): string => {
    const seen = new Set<string>();
    let now = type;
    while (!STANDARD.has(now) && !seen.has(now) && entries.has(now)) {
      seen.add(now);
      now = entries.get(now) ?? '';
    }
    return now;
  };
  return {
    entries,
    standard: (type) => {
      const before = known.get(type);
      if (before !== undefined) return before;
      const found = last(type);
      const standard = STANDARD.has(found) ? found : null;
      known.set(type, standard);
      return standard;
    },
    isCircular: (type) => circular.has(type),
  };
};

/** The types that lead back to themselves, or into such a circle, whether standard or not. */
const circularOf = (entries: RoleMap['entries']): ReadonlySet<string> => {
  const circular = new Set<string>();
  const known = new Set<string>();
  for (const start of entries.keys()) {
    const path = new Set<string>();
    let now: string | undefined = start;
    while (now !== undefined && !known.has(now) && !path.has(now)) {
      path.add(now);
      now = entries.get(now);
    }
    const isCircle = now !== undefined && (path.has(now) || circular.has(now));
    for (const type of path) {
      known.add(type);
      if (isCircle) circular.add(type);
    }
  }
  return circular;
};
