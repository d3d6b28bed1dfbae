import { type PDFDict, PDFRawStream } from '../library.ts';
import type { PdfPlace } from '../../diagnostics/finding.ts';
import { type CMap, readCMap } from './cmap.ts';
import { differencesOf } from './differences.ts';
import { placeOf } from './element.ts';
import type { FontUse } from './font-use.ts';
import { dictAt, dictOf, listOf, nameAt, nameOf, numberAt, streamAt, valueAt } from './objects.ts';
import type { Unpacker } from './streams.ts';
import { letterGlyphs, symbolGlyphs } from './simple-glyphs.ts';
import { readTrueType, type TrueType } from './true-type.ts';
import { compositeWidths, type CodeLookup, simpleWidths } from './widths.ts';

/** A font that text is written in, with all that the rules on fonts ask for. */
export interface Font {
  readonly use: FontUse;
  readonly dict: PDFDict;
  /** e.g. `Type0`, `TrueType`. */
  readonly subtype: string;
  /** The font below a composite one, else the font itself: it has widths and descriptor. */
  readonly own: PDFDict;
  readonly descriptor: PDFDict | undefined;
  /** e.g. `the font SourceSans3-Regular`. */
  readonly shown: string;
  /** Where it is used first. */
  readonly place: () => PdfPlace;
  /** Whether its file is within the PDF. A Type 3 font's letters are drawings of the PDF. */
  readonly isEmbedded: boolean;
  /** Its program, where it is a TrueType one. */
  readonly program: TrueType | null;
  readonly isSymbolic: boolean;
  /** Its encoding, where it has a name. */
  readonly encoding: string | undefined;
  /** The encoding that it has, or that it changes by naming glyphs. */
  readonly baseEncoding: string | undefined;
  /** The names of glyphs that its encoding gives to codes; null where it gives none. */
  readonly differences: ReadonlyMap<number, string> | null;
  /** The map of its characters, where it is within the PDF. */
  readonly cmap: CMap | null;
  /** The map to texts. */
  readonly toUnicode: CMap | null;
  /** A character's width in thousandths of the type size; null where the PDF does not say. */
  readonly widthOf: (code: number) => number | null;
  /** The glyph of a code in the program, 0 where it has none; null where that can't be known. */
  readonly glyphOf: (code: number) => number | null;
}

/** Symbolic fonts have characters of their own (ISO 32000-1, 9.8.2). */
const SYMBOLIC = 4;

export const fontOf = (use: FontUse, unpacker: Unpacker): Font => {
  const { dict } = use;
  const subtype = nameAt(dict, 'Subtype') ?? '';
  const isComposite = subtype === 'Type0';
  const own = (isComposite ? dictOf(listOf(valueAt(dict, 'DescendantFonts'))[0]) : undefined) ?? dict;
  const descriptor = dictAt(own, 'FontDescriptor');
  const files = ['FontFile', 'FontFile2', 'FontFile3'].map((key) => streamAt(descriptor, key));
  const name = nameAt(dict, 'BaseFont')?.replace(/^[A-Z]{6}\+/u, '');
  const read = (stream: PDFRawStream | undefined) => (stream && unpacker.bytes(stream)) ?? null;
  const maps = ['Encoding', 'ToUnicode'].map((key) => {
    const map = read(streamAt(dict, key));
    return map && readCMap(map);
  });
  const bytes = files[1] && read(files[1]);
  const program = bytes ? readTrueType(bytes) : null;
  const isSymbolic = ((numberAt(descriptor, 'Flags') ?? 0) & SYMBOLIC) !== 0;
  const characterOf = isComposite ? charactersOf(nameAt(dict, 'Encoding'), maps[0] ?? null) : null;
  return {
    use,
    dict,
    subtype,
    own,
    descriptor,
    shown: name ? `the font ${name}` : `a ${subtype} font without a name`,
    place: () =>
      use.element
        ? { ...placeOf(use.element, use.page), object: null }
        : { page: use.page, object: null, path: [], names: [] },
    isEmbedded: subtype === 'Type3' || files.some(Boolean),
    program,
    isSymbolic,
    encoding: nameAt(dict, 'Encoding'),
    baseEncoding: baseEncodingOf(dict),
    differences: differencesOf(dict),
    cmap: maps[0] ?? null,
    toUnicode: maps[1] ?? null,
    widthOf: isComposite ? compositeWidths(own, characterOf) : simpleWidths(own),
    glyphOf: isComposite ? glyphsOf(own, characterOf, read) : simpleGlyphs(dict, program, isSymbolic),
  };
};

/** From codes to character identifiers (ISO 32000-1, 9.7.5); null where that takes a CMap that is not in the file. */
const charactersOf = (encoding: string | undefined, cmap: CMap | null): CodeLookup => {
  if (encoding?.startsWith('Identity')) return (code) => code;
  return (code) => {
    const found = cmap?.characters.find(code);
    return found ? found.value + found.offset : null;
  };
};

const baseEncodingOf = (dict: PDFDict): string | undefined =>
  nameAt(dict, 'Encoding') ?? nameAt(dictAt(dict, 'Encoding'), 'BaseEncoding');

/** From a simple font's codes to the glyphs of its program. Names of glyphs would need the list of all that there are. */
const simpleGlyphs = (dict: PDFDict, program: TrueType | null, isSymbolic: boolean): CodeLookup => {
  const look = program && (isSymbolic ? symbolGlyphs(program) : letterGlyphs(program, baseEncodingOf(dict)));
  const named = differencesOf(dict);
  return (code) => (look && !named?.has(code) ? look(code) : null);
};

/** From a composite font's codes to the glyphs of its program (9.7.4.2). */
const glyphsOf = (
  own: PDFDict,
  characterOf: CodeLookup | null,
  read: (stream: PDFRawStream) => Uint8Array | null,
): CodeLookup => {
  const map = valueAt(own, 'CIDToGIDMap');
  const glyphs = map instanceof PDFRawStream ? read(map) : null;
  const isIdentity = nameOf(map) === 'Identity' || map === undefined;
  return (code) => {
    const character = characterOf?.(code) ?? null;
    if (character === null || isIdentity) return character;
    return glyphs ? (glyphs[2 * character] ?? 0) * 256 + (glyphs[2 * character + 1] ?? 0) : null;
  };
};
