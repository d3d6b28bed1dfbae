/** The forms in which an edition is laid out: as its template draws it, and anew for those who need large print. */

/** In the order in which documents are made and listed. */
export const VARIANTS = ['standard', 'large-print'] as const;

export type Variant = (typeof VARIANTS)[number];
