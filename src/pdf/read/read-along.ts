import type { ContentLexer } from '../content/lexer.ts';
import type { FontBook } from './font-book.ts';
import type { Page } from './page-list.ts';

/** Who wants to know more of the content of pages is taken along while it is read. */
export interface ReadAlong {
  /** A page begins: is told of each of its operators, not of those in the forms that it draws, and of its end. */
  readPage(
    page: Page,
    fonts: FontBook,
  ): { readonly step: (lexer: ContentLexer) => void; readonly end: () => void };
}
