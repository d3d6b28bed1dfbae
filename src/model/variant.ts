/** The forms of an edition: as its template draws it, anew for those who need large print, and the evidence for it. */

/** Those that say what the edition says. */
export const PRINTS = ['standard', 'large-print'] as const;

/** In the order in which documents are made and listed. */
export const VARIANTS = [...PRINTS, 'annex'] as const;

export type Print = (typeof PRINTS)[number];
export type Variant = (typeof VARIANTS)[number];
