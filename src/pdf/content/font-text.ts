import { PDFDict, type PDFObject, PDFRawStream } from '../library.ts';
import { name } from '../values.ts';
import { inflated } from './inflated.ts';
import { ContentLexer } from './lexer.ts';

/** What the codes of a font stand for. */
export interface FontText {
  /** The bytes of a code. */
  readonly width: 1 | 2;
  /** The text of a code; U+FFFD for those that stand for nothing known. */
  readonly textOf: (code: number) => string;
  /** Texts that are read in place of a code's own, as the page says (see `correctFonts`). */
  readonly corrections: Map<number, string>;
  /** Writes a table in which these stand, as far as the page's text has nothing of what they replace. */
  readonly correct: (pageText: string) => void;
  /** The code of a space as it is written in a stream, e.g. `<0003>`; null where the font has none. */
  readonly space: string | null;
}

/** Reads a font by its table of characters (ISO 32000-1, 9.10.3); null where it has none. */
export const readFontText = (font: PDFObject | undefined): FontText | null => {
  const table = font instanceof PDFDict ? font.lookup(name('ToUnicode')) : undefined;
  if (!(font instanceof PDFDict) || !(table instanceof PDFRawStream)) return null;
  // Codes of composite fonts take two bytes: Chrome's are all `Identity-H`.
  const width = font.lookup(name('Subtype')) === name('Type0') ? 2 : 1;
  const texts = readTable(inflated(table));
  const spaceCode = [...texts].find(([, text]) => text === ' ')?.[0];
  const space = spaceCode === undefined ? null : `<${spaceCode.toString(16).padStart(2 * width, '0')}>`;
  const corrections = new Map<number, string>();
  const correct = (pageText: string): void => {
    const wrong = [...corrections].filter(([code]) => code && !pageText.includes(texts.get(code) ?? '\0'));
    if (!wrong.length) return;
    const bytes = writeTable(new Map([...texts, ...wrong]), width);
    font.set(name('ToUnicode'), font.context.register(font.context.flateStream(bytes)));
  };
  return { width, space, corrections, correct, textOf: (code) => texts.get(code) ?? '\uFFFD' };
};

/** A table of characters of some texts. */
const writeTable = (texts: ReadonlyMap<number, string>, width: number): string => {
  const codeOf = (code: number): string => `<${code.toString(16).padStart(2 * width, '0')}>`;
  const entries = [...texts].map(([code, text]) => `${codeOf(code)} <${hexOf(text)}>`);
  const blocks: string[] = [];
  // A block has a hundred entries at most (Adobe Technical Note 5014).
  for (let at = 0; at < entries.length; at += 100) {
    const block = entries.slice(at, at + 100);
    blocks.push(`${block.length} beginbfchar`, ...block, 'endbfchar');
  }
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
    `1 begincodespacerange ${codeOf(0)} ${codeOf(256 ** width - 1)} endcodespacerange`,
    ...blocks,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');
};

const hexOf = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex');

/** The text of each code. */
const readTable = (bytes: Uint8Array): ReadonlyMap<number, string> => {
  const texts = new Map<number, string>();
  const lexer = new ContentLexer(bytes);
  while (lexer.next()) {
    const step = STEPS[lexer.operator];
    if (!step) continue;
    for (let at = 0; at + step <= lexer.count; at += step) {
      const [from, last] = [numberOf(lexer.strings(at)[0]), numberOf(lexer.strings(at + step - 2)[0])];
      const targets = lexer.strings(at + step - 1).map(utf16);
      for (let code = from; code <= last && code - from < 65_536; code += 1) {
        const [first = ''] = targets;
        const text = targets.length > 1 ? targets[code - from] : shifted(first, code - from);
        if (text !== undefined) texts.set(code, text);
      }
    }
  }
  return texts;
};

/** How many operands an entry has: a code and its text, or two codes and the text of the first. */
const STEPS: Readonly<Record<string, number>> = { endbfchar: 2, endbfrange: 3 };

const numberOf = (bytes: Uint8Array | undefined): number =>
  bytes?.reduce((number, byte) => number * 256 + byte, 0) ?? 0;

const utf16 = (bytes: Uint8Array): string => Buffer.from(bytes).swap16().toString('utf16le');

/** A text whose last character is so many places further on. */
const shifted = (text: string, places: number): string =>
  places ? text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + places) : text;
