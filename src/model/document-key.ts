/** By what a document is known. */

import type { Variant } from './variant.ts';

export interface DocumentKey {
  /** The pack's id. */
  readonly pack: string;
  /** The edition's id. */
  readonly edition: string;
  readonly variant: Variant;
  /** For whom of many it is made; none where it is for all its readers alike. */
  readonly recipient?: Addressee | undefined;
}

/** A recipient, as documents are known by it. */
export interface Addressee {
  /** What its files are called, e.g. `ynys-mon-w07000112`. */
  readonly id: string;
  /** Its key in the table. */
  readonly key: string;
  /** e.g. `Ynys Môn`. */
  readonly name: string;
}

/** What the standard and the other forms of an edition are called within its pack: `mp`, `mp-large-print`. */
export const formId = ({ edition, variant }: Pick<DocumentKey, 'edition' | 'variant'>): string =>
  variant === 'standard' ? edition : `${edition}-${variant}`;

/** What a document is called within its pack, in addresses and in messages: `mp`, `mp-large-print`, `mp/ynys-mon-w07000112`. */
const documentId = ({ recipient, ...form }: Omit<DocumentKey, 'pack'>): string =>
  recipient ? `${formId(form)}/${recipient.id}` : formId(form);

/** A document's name: `pack/mp`, `pack/mp-large-print`, `pack/mp/ynys-mon-w07000112`. */
export const documentName = ({ pack, ...key }: DocumentKey): string => `${pack}/${documentId(key)}`;
