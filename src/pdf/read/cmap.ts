import { ContentLexer } from '../content/lexer.ts';
import { RangeMap } from './range-map.ts';

/** What is needed of a CMap, of characters (ISO 32000-1, 9.7.5) or of texts (9.10.3). */
export interface CMap {
  /** How many bytes a code has, by its value. */
  readonly codespaces: readonly { readonly length: number; readonly from: number; readonly to: number }[];
  /** The character identifier of the first code of each range. */
  readonly characters: RangeMap<number>;
  /** The text of the first code of each range as UTF-16, or of each of its codes. */
  readonly texts: RangeMap<Uint8Array | readonly Uint8Array[]>;
  /** The CMap that this one goes on from; null where there is none. */
  readonly uses: string | null;
  /** 0 horizontal, 1 vertical; null where it does not say. */
  readonly writingMode: number | null;
}

/** ISO 32000-1, 9.7.6.2, knows codes of one to four bytes: a few spaces are enough for them. */
const MOST_SPACES = 100;

/** Reads a CMap, a program of PostScript of which the operators are those of a content stream. */
export const readCMap = (bytes: Uint8Array): CMap => {
  const lexer = new ContentLexer(bytes);
  const codespaces: CMap['codespaces'][number][] = [];
  const characters: CMap['characters'] = new RangeMap();
  const texts: CMap['texts'] = new RangeMap();
  let [uses, writingMode]: [string | null, number | null] = [null, null];
  while (lexer.next()) {
    const code = (index: number): number => numberOf(lexer.strings(index)[0]);
    if (lexer.operator === 'usecmap') uses = lexer.name(lexer.count - 1);
    else if (lexer.operator === 'def' && lexer.name(0) === 'WMode') writingMode = lexer.number(1);
    else if (lexer.operator === 'endcodespacerange')
      for (let at = 0; at + 1 < lexer.count; at += 2)
        codespaces.push({ length: lexer.strings(at)[0]?.length ?? 0, from: code(at), to: code(at + 1) });
    else if (lexer.operator === 'endcidchar')
      for (let at = 0; at + 1 < lexer.count; at += 2)
        characters.add(code(at), code(at), lexer.number(at + 1));
    else if (lexer.operator === 'endcidrange')
      for (let at = 0; at + 2 < lexer.count; at += 3)
        characters.add(code(at), code(at + 1), lexer.number(at + 2));
    else if (lexer.operator === 'endbfchar')
      for (let at = 0; at + 1 < lexer.count; at += 2)
        texts.add(code(at), code(at), lexer.strings(at + 1)[0] ?? new Uint8Array());
    else if (lexer.operator === 'endbfrange')
      for (let at = 0; at + 2 < lexer.count; at += 3) {
        const values = lexer.strings(at + 2);
        const isList = lexer.source(at + 2).startsWith('[');
        texts.add(code(at), code(at + 1), isList ? values : (values[0] ?? new Uint8Array()));
      }
  }
  return { codespaces: codespaces.slice(0, MOST_SPACES), characters, texts, uses, writingMode };
};

/** A code's number; of a long one, which none has, the first four bytes. */
const numberOf = (bytes: Uint8Array | undefined): number =>
  (bytes ?? new Uint8Array()).subarray(0, 4).reduce((value, byte) => value * 256 + byte, 0);

/** The text that a code stands for, as UTF-16 code units; null where it stands for none. */
export const textOfCode = ({ texts }: CMap, code: number): readonly number[] | null => {
  const found = texts.find(code);
  if (!found) return null;
  if (!(found.value instanceof Uint8Array)) {
    const own = found.value[found.offset];
    return own ? unitsOf(own, 0) : null;
  }
  return unitsOf(found.value, found.offset);
};

/** The code units of a text, the last raised by the place in its range. */
const unitsOf = (bytes: Uint8Array, offset: number): number[] => {
  const units = Array.from(
    { length: bytes.length >> 1 },
    (_, index) => (bytes[2 * index] ?? 0) * 256 + (bytes[2 * index + 1] ?? 0),
  );
  const last = units.length - 1;
  if (last >= 0) units[last] = (units[last] ?? 0) + offset;
  return units;
};
