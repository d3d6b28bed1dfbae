/** The organisation that issues briefings. */

import type { Palette } from './colours.ts';
import type { PrinterProfile } from './copies.ts';
import type { Severity } from '../diagnostics/message.ts';
import type { Place } from '../diagnostics/place.ts';

export interface Organisation {
  readonly name: string;
  /** The name in short, e.g. `LSWG`; the name itself where none is given. */
  readonly short: string;
  readonly about: string | null;
  readonly address: string | null;
  readonly contact: Contact;
  /** Who printed and published, where the law asks for it. */
  readonly imprint: string | null;
  /** Stands on every page of every document. */
  readonly notice: string | null;
  /** Where documents lie on the web, e.g. `https://example.org`, without a final slash. */
  readonly site: string | null;
  readonly language: string;
  /** Of its pages by day; `colours.ts` has those by night. */
  readonly colours: Palette;
  /** The path from the root of the image that stands beside its name. */
  readonly logo: string | null;
  /** The built-in profiles of printers and its own, by name. */
  readonly printers: ReadonlyMap<string, PrinterProfile>;
  /** Of rules, where they are others than despatch gives them. */
  readonly levels: readonly RuleLevel[];
}

/** How much it matters what a rule finds. */
export interface RuleLevel {
  readonly rule: string;
  readonly level: Severity;
  /** Where the rule is named. */
  readonly place: Place;
}

export interface Contact {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly 'out-of-hours': string | null;
  readonly web: string | null;
}
