import { PDFArray, type PDFDict } from '../library.ts';
import { type CMap, readCMap } from './cmap.ts';
import { type Font, fontOf } from './font.ts';
import { FontUse } from './font-use.ts';
import { dictAt, dictOf, nameAt, streamAt, valueAt } from './objects.ts';
import type { Unpacker } from './streams.ts';

/** The fonts that content is written in, each once. */
export class FontBook {
  readonly #uses = new Map<PDFDict, FontUse>();
  readonly #fonts = new Map<FontUse, Font>();
  readonly #unpacker: Unpacker;

  constructor(unpacker: Unpacker) {
    this.#unpacker = unpacker;
  }

  /** All that were met, in the order in which they are used. */
  fonts(): readonly Font[] {
    return [...this.#uses.values()].map((use) => this.fontOf(use));
  }

  /** All that is known of a font. */
  fontOf(use: FontUse): Font {
    const known = this.#fonts.get(use) ?? fontOf(use, this.#unpacker);
    this.#fonts.set(use, known);
    return known;
  }

  /** The font that `Tf` names; null where there is none. */
  named(resources: PDFDict | undefined, name: string, page: number): FontUse | null {
    const dict = dictAt(dictAt(resources, 'Font'), name);
    return dict ? this.#use(dict, page) : null;
  }

  /** The font that the graphics state sets which `gs` names; null where it sets none. */
  ofState(resources: PDFDict | undefined, name: string, page: number): FontUse | null {
    const font = valueAt(dictAt(dictAt(resources, 'ExtGState'), name), 'Font');
    const dict = font instanceof PDFArray && font.size() ? dictOf(font.lookup(0)) : undefined;
    return dict ? this.#use(dict, page) : null;
  }

  #use(dict: PDFDict, page: number): FontUse {
    const known = this.#uses.get(dict) ?? new FontUse(dict, page, this.#cmapOf(dict));
    this.#uses.set(dict, known);
    return known;
  }

  #cmapOf(font: PDFDict): CMap | null {
    const encoding = nameAt(font, 'Subtype') === 'Type0' ? streamAt(font, 'Encoding') : undefined;
    const bytes = encoding && this.#unpacker.bytes(encoding);
    return bytes ? readCMap(bytes) : null;
  }
}
