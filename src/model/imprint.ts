import type { Document } from './document.ts';
import type { Pack } from './pack.ts';

/** The imprint that a document has to bear: none where it is no election material. */
export const imprintOf = (
  { imprint }: Pick<Pack, 'imprint'>,
  { organisation }: Pick<Document, 'organisation'>,
): string | null => (imprint?.material ? organisation.imprint : null);
