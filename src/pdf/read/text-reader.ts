import { type ShownText, TextWalk } from '../content/text-walk.ts';
import type { FontBook } from './font-book.ts';
import type { Page } from './page-list.ts';
import type { ReadAlong } from './read-along.ts';

/** Who wants to know of each text that pages paint, in the order in which it is painted. */
export interface TextReader {
  readPage(
    page: Page,
    fonts: FontBook,
  ): { readonly read: (shown: ShownText) => void; readonly end: () => void };
}

/** Tells several of the texts of pages, while their content is read. */
export const tellTexts = (readers: readonly TextReader[]): ReadAlong => ({
  readPage: (page, fonts) => {
    const reading = readers.map((reader) => reader.readPage(page, fonts));
    const walk = new TextWalk(page.ref, page.resources, (shown) => {
      for (const { read } of reading) read(shown);
    });
    return {
      step: (lexer) => walk.step(lexer),
      end: () => {
        for (const { end } of reading) end();
      },
    };
  },
});
