import type { PDFArray, PDFDict, PDFObject } from '../library.ts';
import type { ContentLexer } from '../content/lexer.ts';
import type { Spots } from './spots.ts';

/** What holds for the content that is read: as for a page, or for a form on it. */
export interface ContentScope {
  readonly page: number;
  /** The page or the form that numbers of marked content count in. */
  readonly holder: PDFObject;
  /** What those numbers lead to. */
  readonly parents: PDFArray | undefined;
  readonly resources: PDFDict | undefined;
  /** The forms that are being drawn, the innermost last. */
  readonly forms: readonly KnownForm[];
  /** Whether this content has not been read before. */
  readonly isFirst: boolean;
  /** Where content is noted that is not marked; null where it need not be. */
  readonly unmarked: Spots | null;
  /** Takes who reads along to an operator. */
  readonly step?: ((lexer: ContentLexer) => void) | undefined;
}

/** What is known of a form XObject. */
export interface KnownForm {
  /** In which surroundings it has been read. */
  readonly states: Set<string>;
  drawn: number;
  /** Whether it holds marked content with a number, itself or in a form that it draws. */
  hasMarks: boolean;
}
