import type { PDFDict } from '../library.ts';
import type { CMap } from './cmap.ts';
import type { Element } from './element.ts';
import { nameAt } from './objects.ts';

/** A font, and what is written in it. */
export class FontUse {
  readonly dict: PDFDict;
  /** The codes of the characters that are shown. */
  readonly codes = new Set<number>();
  /** Those of them that stand in formulas. */
  readonly formulaCodes = new Set<number>();
  /** Whether any of them is painted: text that is only to be found and copied is not. */
  isRendered = false;
  /** Where it is used first. */
  readonly page: number;
  element: Element | null = null;
  readonly #isComposite: boolean;
  readonly #cmap: CMap | null;

  /** @param cmap how a composite font's codes are read, where the file says so */
  constructor(dict: PDFDict, page: number, cmap: CMap | null) {
    this.dict = dict;
    this.page = page;
    this.#isComposite = nameAt(dict, 'Subtype') === 'Type0';
    this.#cmap = cmap;
  }

  /** Whether its codes have two bytes, whatever these are. */
  get hasPairs(): boolean {
    return this.#isComposite && !this.#cmap;
  }

  /** Notes a character. */
  showCode(code: number, element: Element | null): void {
    this.element ??= element;
    this.codes.add(code);
    if (element?.inFormula) this.formulaCodes.add(code);
  }

  /** Notes what a string shows. */
  show(bytes: Uint8Array, element: Element | null): void {
    let at = 0;
    while (at < bytes.length) {
      const length = this.#isComposite ? this.#lengthAt(bytes, at) : 1;
      let code = 0;
      for (let index = at; index < at + length; index += 1) code = code * 256 + (bytes[index] ?? 0);
      this.showCode(code, element);
      at += length;
    }
  }

  /** Codes have two bytes (ISO 32000-1, 9.7.5.2: Identity) unless the CMap says otherwise. */
  #lengthAt(bytes: Uint8Array, at: number): number {
    const spaces = this.#cmap?.codespaces ?? [];
    let code = 0;
    for (let length = 1; length <= 4 && at + length <= bytes.length; length += 1) {
      code = code * 256 + (bytes[at + length - 1] ?? 0);
      const value = code;
      if (spaces.some((space) => space.length === length && space.from <= value && value <= space.to))
        return length;
    }
    return 2;
  }
}
