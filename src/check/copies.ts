/** Rules on copies for print. */

import { error, type Message } from '../diagnostics/message.ts';
import type { Place } from '../diagnostics/place.ts';

/** Says a printer's copy whose pages are not those of the document; `page` counts from 1. */
export const otherLayout = (document: string, place: Place, page: number): Message =>
  error(
    'copy-layout',
    place,
    `The printer's copy of ${document} is laid out otherwise than its PDF, from page ${page} on`,
    {
      remedy:
        'Let pages without margins leave room for the bleed in their style sheet: `padding: calc(10mm + var(--bleed, 0mm))`.',
    },
  );
