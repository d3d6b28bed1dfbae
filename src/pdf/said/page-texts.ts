import type { PdfText } from '../../model/pdf-text.ts';
import type { ShownText } from '../content/text-walk.ts';
import type { FontBook } from '../read/font-book.ts';
import type { Page } from '../read/page-list.ts';
import type { TextReader } from '../read/text-reader.ts';
import { PageWords } from './page-words.ts';

/** Reads the texts of pages, and keeps what each page says. */
export class PageTexts implements TextReader {
  readonly #found: PdfText[] = [];

  /** One for each page that was read, in their order. */
  get found(): readonly PdfText[] {
    return this.#found;
  }

  readPage({ number }: Page, fonts: FontBook) {
    const words = new PageWords(fonts, number);
    return {
      read: (shown: ShownText) => words.read(shown),
      end: () => void this.#found.push({ where: `page ${number}`, text: words.text }),
    };
  }
}
