/** Which glyphs a font program of Type 1 has (Adobe Type 1 Font Format). */

/** The names of a font's glyphs; null where they can't be found. */
export const type1GlyphNames = (bytes: Uint8Array): string[] | null => {
  const text = decrypted(bytes);
  const start = text?.indexOf('/CharStrings') ?? -1;
  if (!text || start < 0) return null;
  const names: string[] = [];
  GLYPH.lastIndex = start + '/CharStrings'.length;
  // What lies between two glyphs has no solidus; what a glyph is drawn of may have, and is gone over by its length.
  for (let found = GLYPH.exec(text); found; found = GLYPH.exec(text)) {
    const [, between = '', name = '', length = ''] = found;
    if (/\bend\b/u.test(between) && names.length) break;
    names.push(name);
    GLYPH.lastIndex += Number(length);
  }
  return names.length ? names : null;
};

/** A glyph's name, the length of what it is drawn of, and the word and the space before that. */
const GLYPH = /([^/]*)\/(\S{1,127})\s{1,9}(\d{1,6})\s{1,9}\S{1,31}\s/uy;

/** The part of a program that is encrypted, as text of one byte a character; null where there is none. */
const decrypted = (bytes: Uint8Array): string | null => {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const start = whole.indexOf('eexec');
  if (start < 0) return null;
  const rest = whole.subarray(start + 'eexec'.length);
  const packed = rest.subarray(rest.findIndex((byte) => ![9, 10, 13, 32].includes(byte)));
  const isHex = /^[\da-f\s]{8}/iu.test(packed.toString('latin1', 0, 8));
  const code = isHex ? Buffer.from(packed.toString('latin1').replaceAll(/\s/gu, ''), 'hex') : packed;
  let key = 55_665;
  const plain = code.map((byte) => {
    const value = byte ^ (key >> 8);
    key = ((byte + key) * 52_845 + 22_719) & 0xffff;
    return value;
  });
  // The first four bytes are there at random.
  return Buffer.from(plain.subarray(4)).toString('latin1');
};
