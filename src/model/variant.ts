/** The forms in which an edition is laid out: as its template draws it, and anew for those who need large print. */

/** In the order in which documents are made and listed. */
export const VARIANTS = ['standard', 'large-print'] as const;

export type Variant = (typeof VARIANTS)[number];

/** What a document is called within its pack, in addresses and in messages: `mp`, `mp-large-print`. */
export const documentId = (edition: string, variant: Variant): string =>
  variant === 'standard' ? edition : `${edition}-${variant}`;

/** A document's name: `pack/mp`, `pack/mp-large-print`. */
export const documentName = (pack: string, edition: string, variant: Variant): string =>
  `${pack}/${documentId(edition, variant)}`;
