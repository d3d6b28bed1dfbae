import {
  BACKSLASH,
  CLASS,
  CLOSE,
  CLOSE_ARRAY,
  GREATER,
  LESS,
  LINE_FEED,
  OPEN,
  OPEN_ARRAY,
  PERCENT,
  REGULAR,
  RETURN,
  WHITE,
} from './characters.ts';

/** The end of a comment that begins at `at` (ISO 32000-1, 7.2.3): its line's end. */
export const skipComment = (bytes: Uint8Array, at: number): number => {
  let end = at;
  while (end < bytes.length && bytes[end] !== LINE_FEED && bytes[end] !== RETURN) end += 1;
  return end;
};

/** The end of a run of regular characters: of a number, a keyword, or a name after its solidus. */
export const skipRegular = (bytes: Uint8Array, at: number): number => {
  let end = at;
  while (end < bytes.length && CLASS[bytes[end] ?? 0] === REGULAR) end += 1;
  return end;
};

/** The end of a literal string that begins at `at`, behind its parenthesis; the stream's end where it has none. */
export const skipLiteral = (bytes: Uint8Array, at: number): number => {
  let depth = 0;
  for (let index = at; index < bytes.length; index += 1) {
    const byte = bytes[index];
    if (byte === BACKSLASH) index += 1;
    else if (byte === OPEN) depth += 1;
    else if (byte === CLOSE) depth -= 1;
    if (depth === 0) return index + 1;
  }
  return bytes.length;
};

/** The end of a hexadecimal string that begins at `at`. */
export const skipHex = (bytes: Uint8Array, at: number): number => {
  const end = bytes.indexOf(GREATER, at);
  return end < 0 ? bytes.length : end + 1;
};

/** The end of an array or a dictionary that begins at `at`, with all within. */
export const skipNested = (bytes: Uint8Array, at: number): number => {
  let depth = 0;
  let index = at;
  while (index < bytes.length) {
    const byte = bytes[index];
    const twice = bytes[index + 1] === byte;
    if (byte === OPEN) index = skipLiteral(bytes, index);
    else if (byte === PERCENT) index = skipComment(bytes, index);
    else if (byte === LESS && !twice) index = skipHex(bytes, index);
    else {
      const double = (byte === LESS || byte === GREATER) && twice;
      if (byte === OPEN_ARRAY || (byte === LESS && double)) depth += 1;
      if (byte === CLOSE_ARRAY || (byte === GREATER && double)) depth -= 1;
      index += double ? 2 : 1;
      if (depth === 0) return index;
    }
  }
  return bytes.length;
};

const [E, I] = [0x45, 0x49];

/**
 * The end of an inline image (ISO 32000-1, 8.9.7) whose `BI` ends at `at`, behind its `EI`: the first that stands
 * between white space.
 */
export const skipInlineImage = (bytes: Uint8Array, at: number): number => {
  for (let index = bytes.indexOf(E, at); index >= 0; index = bytes.indexOf(E, index + 1)) {
    const [before, after] = [bytes[index - 1] ?? 0, bytes[index + 2] ?? 0];
    if (bytes[index + 1] === I && CLASS[before] === WHITE && CLASS[after] === WHITE) return index + 2;
  }
  return bytes.length;
};
