/** What stands between two texts of the page. */
export type Between = 'space' | 'soft hyphen' | 'nothing';

/**
 * The texts of the web page in reading order, to look up what was written where the PDF breaks a line: Chrome paints
 * no space at the end of a line, and a line may end without one as well, at a hyphen or within an address.
 */
export class PageText {
  /** The text without spaces, in small letters, as style may have changed them. */
  readonly #letters: string;
  /** Before which letters there is something. */
  readonly #before = new Map<number, Between>();
  /** Where the last text was found: the next comes after it. */
  #at = 0;
  #searches = MOST_SEARCHES;

  constructor(text: string) {
    let letters = '';
    for (const word of text.toLowerCase().split(/\s+/u)) {
      const [first = '', ...rest] = word.split('\u00AD');
      this.#before.set(letters.length, 'space');
      letters += first;
      for (const part of rest) {
        this.#before.set(letters.length, 'soft hyphen');
        letters += part;
      }
    }
    this.#letters = letters;
  }

  /** What stands between the end of a text and the beginning of the next; null where they are not found together. */
  between(end: string, beginning: string): Between | null {
    const [left, right] = [fold(end), fold(beginning)];
    const found = this.#find(left + right);
    if (found < 0) return null;
    this.#at = found;
    return this.#before.get(found + left.length) ?? 'nothing';
  }

  #find(text: string): number {
    const near = this.#letters.slice(this.#at, this.#at + NEAR).indexOf(text);
    if (near >= 0) return this.#at + near;
    // Something of the page is not in the PDF, or the other way round.
    if (!this.#searches) return -1;
    this.#searches -= 1;
    return this.#letters.indexOf(text, this.#at);
  }
}

/** How far on a text is looked for, and how often in all that comes: time grows with the page, not with its square. */
const NEAR = 10_000;
const MOST_SEARCHES = 100;

/** A text as it is compared. */
const fold = (text: string): string => text.replace(/[\s\u00AD]/gu, '').toLowerCase();
