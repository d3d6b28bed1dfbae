/** By what a document is known. */

import type { Variant } from './variant.ts';

export interface DocumentKey {
  /** The pack's id. */
  readonly pack: string;
  /** The edition's id. */
  readonly edition: string;
  readonly variant: Variant;
}

/** What a document is called within its pack, in addresses and in messages: `mp`, `mp-large-print`. */
export const documentId = ({ edition, variant }: Pick<DocumentKey, 'edition' | 'variant'>): string =>
  variant === 'standard' ? edition : `${edition}-${variant}`;

/** A document's name: `pack/mp`, `pack/mp-large-print`. */
export const documentName = ({ pack, ...key }: DocumentKey): string => `${pack}/${documentId(key)}`;
