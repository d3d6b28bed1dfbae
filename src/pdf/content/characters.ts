/** The classes of characters of the PDF language (ISO 32000-1, 7.2.2), and the characters that its parts begin with. */

export const REGULAR = 0;
export const WHITE = 1;
export const DELIMITER = 2;

const byte = (text: string): number => text.charCodeAt(0);

/** The class of each byte. */
export const CLASS = new Uint8Array(256);
for (const white of [0, 9, 10, 12, 13, 32]) CLASS[white] = WHITE;
for (const delimiter of '()<>[]{}/%') CLASS[byte(delimiter)] = DELIMITER;

export const LINE_FEED = 10;
export const RETURN = 13;
export const OPEN = byte('(');
export const CLOSE = byte(')');
export const LESS = byte('<');
export const GREATER = byte('>');
export const OPEN_ARRAY = byte('[');
export const CLOSE_ARRAY = byte(']');
export const SOLIDUS = byte('/');
export const BACKSLASH = byte('\\');
export const PERCENT = byte('%');
export const HASH = byte('#');
export const PLUS = byte('+');
export const MINUS = byte('-');
export const POINT = byte('.');
export const ZERO = byte('0');
export const NINE = byte('9');

/** The value of a hexadecimal digit; -1 of any other byte. */
export const HEX = new Int8Array(256).fill(-1);
for (let digit = 0; digit < 16; digit += 1) {
  HEX[byte(digit.toString(16))] = digit;
  HEX[byte(digit.toString(16).toUpperCase())] = digit;
}
