/** For whom documents are. */

import type { ReadingDays } from './calendar.ts';

export interface Audience {
  readonly id: string;
  /** As in "Briefing for Members of Parliament". */
  readonly name: string;
  /** The template of its editions where they name none. */
  readonly template: string | null;
  readonly public: boolean;
  /** The reading grade that its documents should not exceed. */
  readonly grade: number | null;
  readonly numbers: 'figures' | 'words-to-nine';
  /** On which days they read what is sent to them. */
  readonly days: ReadingDays;
  /** Of documents for them, where not the organisation's. */
  readonly language: string | null;
}
