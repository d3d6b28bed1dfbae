import { BACKSLASH, CLOSE, GREATER, HEX, LESS, LINE_FEED, OPEN, RETURN, ZERO } from './characters.ts';
import { skipHex, skipLiteral } from './skip.ts';

/** The bytes of a string, literal or hexadecimal, that lies from `start` to `end` (ISO 32000-1, 7.3.4). */
const stringBytes = (bytes: Uint8Array, start: number, end: number): Uint8Array =>
  bytes[start] === LESS ? hexBytes(bytes, start + 1, end) : literalBytes(bytes, start + 1, end);

/** The strings among what lies from `start` to `end`: of a string itself, or of an array such as `TJ` takes. */
export const stringsWithin = (bytes: Uint8Array, start: number, end: number): Uint8Array[] => {
  const found: Uint8Array[] = [];
  let at = start;
  while (at < end) {
    const next = endOfString(bytes, at);
    if (next !== null) found.push(stringBytes(bytes, at, Math.min(next, end)));
    // The brackets of a dictionary begin no string.
    at = next ?? at + (bytes[at] === LESS ? 2 : 1);
  }
  return found;
};

/** Where a string ends that begins at a place; null where none does. */
const endOfString = (bytes: Uint8Array, at: number): number | null => {
  if (bytes[at] === OPEN) return skipLiteral(bytes, at);
  return bytes[at] === LESS && bytes[at + 1] !== LESS ? skipHex(bytes, at) : null;
};

/** The number of a string of two bytes in four digits, as Chrome writes most; null where there is none. */
export const hexCodeAt = (bytes: Uint8Array, at: number): number | null => {
  if (bytes[at] !== LESS || bytes[at + 5] !== GREATER) return null;
  let code = 0;
  for (let place = at + 1; place < at + 5; place += 1) {
    const digit = HEX[bytes[place] ?? 0] ?? -1;
    if (digit < 0) return null;
    code = code * 16 + digit;
  }
  return code;
};

const hexBytes = (bytes: Uint8Array, start: number, end: number): Uint8Array => {
  const text = new Uint8Array(Math.ceil((end - start) / 2));
  let digits = 0;
  for (let at = start; at < end; at += 1) {
    const digit = HEX[bytes[at] ?? 0] ?? -1;
    if (digit < 0) continue;
    // A last digit that is missing is zero.
    const place = digits >> 1;
    text[place] = digits & 1 ? (text[place] ?? 0) | digit : digit << 4;
    digits += 1;
  }
  return text.subarray(0, (digits + 1) >> 1);
};

const ESCAPED = new Map(
  Object.entries({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }).map(([letter, means]) => [
    letter.charCodeAt(0),
    means.charCodeAt(0),
  ]),
);

const literalBytes = (bytes: Uint8Array, start: number, end: number): Uint8Array => {
  const text: number[] = [];
  let at = start;
  const last = bytes[end - 1] === CLOSE ? end - 1 : end;
  while (at < last) {
    const byte = bytes[at] ?? 0;
    at += 1;
    if (byte !== BACKSLASH) {
      text.push(byte);
      continue;
    }
    const next = bytes[at] ?? 0;
    const octal = octalAt(bytes, at);
    if (octal.digits) text.push(octal.value);
    else if (next !== LINE_FEED && next !== RETURN) text.push(ESCAPED.get(next) ?? next);
    // A line that is broken within a string goes on.
    at += octal.digits || (next === RETURN && bytes[at + 1] === LINE_FEED ? 2 : 1);
  }
  return Uint8Array.from(text);
};

/** A character code of one to three octal digits; what is beyond a byte is left out. */
const octalAt = (bytes: Uint8Array, at: number): { digits: number; value: number } => {
  let [digits, value] = [0, 0];
  while (digits < 3) {
    const digit = (bytes[at + digits] ?? 0) - ZERO;
    if (digit < 0 || digit > 7) break;
    value = value * 8 + digit;
    digits += 1;
  }
  return { digits, value: value & 255 };
};
