/** Words of a text that are in another language than the rest. */

import type { Parent, PhrasingContent } from 'mdast';

export interface LanguageSpan extends Parent {
  type: 'span';
  /** What stands in its braces, e.g. `lang=cy`. */
  written: string;
  /** The tag of its language; null where that could not be read. */
  language: string | null;
  children: PhrasingContent[];
}

declare module 'mdast' {
  interface PhrasingContentMap {
    span: LanguageSpan;
  }
  interface RootContentMap {
    span: LanguageSpan;
  }
}
