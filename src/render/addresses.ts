/** Where documents lie in the output folder, and how pages lead from one to another. */

import { posix } from 'node:path';
import type { Document } from '../model/document.ts';
import { documentName, type DocumentKey } from '../model/document-key.ts';
import { FORMATS, type Format } from '../model/formats.ts';
import type { Variant } from '../model/variant.ts';

/** The key of a document in one of its forms. */
export const keyOf = (
  { pack, edition, recipient }: Pick<Document, 'pack' | 'edition' | 'recipient'>,
  variant: Variant,
): DocumentKey => ({ pack, edition, variant, ...(recipient ? { recipient } : {}) });

/** A document's file in a format, below the output folder: `childrens-wellbeing-bill/mp.html`. */
export const pathOf = (key: DocumentKey, format: Format): string =>
  `${documentName(key)}.${FORMATS[format].ending}`;

/** The address of a file as a page names it, both below the output folder. */
export const hrefFrom = (page: string, file: string): string => posix.relative(posix.dirname(page), file);
