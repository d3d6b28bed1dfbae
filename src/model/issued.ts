/** A document that went out, as it was recorded. */

import type { Place } from '../diagnostics/place.ts';
import { documentName, type DocumentKey } from './document-key.ts';
import type { Day } from './time.ts';
import type { Variant } from './variant.ts';

export interface IssuedDocument {
  /** The file's stem. */
  readonly id: string;
  readonly pack: string;
  readonly edition: string;
  readonly variant: Variant;
  /** What the files of one recipient's document are called. */
  readonly recipient: string | null;
  /** Whom it was written for. */
  readonly audience: string;
  readonly title: string;
  readonly version: string;
  /** The day on which it went out. */
  readonly on: Day;
  /** To whom: personal data, which may stand in no file of the output. */
  readonly to: string;
  readonly toPlace: Place;
  /** When those who have it were told what was wrong with it; null as long as they were not. */
  readonly corrected: Day | null;
  /** The SHA-256 of each file, by its path in the output. */
  readonly files: Readonly<Record<string, string>>;
  readonly passages: readonly IssuedPassage[];
  readonly place: Place;
}

/** A passage as it went out. */
export interface IssuedPassage {
  readonly id: string;
  readonly text: string;
  readonly place: Place;
}

/** The name of the document that it was, e.g. `bill/mp`. */
export const issuedName = ({
  pack,
  edition,
  variant,
  recipient,
}: Pick<IssuedDocument, 'pack' | 'edition' | 'variant' | 'recipient'>): string => {
  const key: DocumentKey = { pack, edition, variant };
  return documentName(recipient === null ? key : { ...key, recipient: { id: recipient, key: '', name: '' } });
};
