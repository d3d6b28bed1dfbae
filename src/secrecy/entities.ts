import { decodeNamedCharacterReference } from 'decode-named-character-reference';

/** A text of markup with its character references as the characters that they stand for. */
export const decodeEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(
        /&(?:#x([0-9a-f]+)|#(\d+)|([a-z][a-z0-9]*));?/giu,
        (all, hex?: string, decimal?: string, name = '') => {
          if (name) return decodeNamedCharacterReference(name as string) || all;
          const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
          return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
        },
      )
    : text;
