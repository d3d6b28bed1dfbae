/** Font programs of Type 1, and of the Compact Font Format: no more of them than what says which glyphs they have. */

const bytesOf = (words: string): Buffer => Buffer.from(words, 'latin1');

/** What a glyph is drawn of: it looks like the name of another. */
const DRAWN = '/Z 1 RD ';

/** A program of Type 1, its second part encrypted, as bytes or in hexadecimal digits. */
export const tinyType1 = (names: readonly string[], isHex = false): Uint8Array => {
  const glyphs = names.map((name) => `/${name} ${DRAWN.length} RD ${DRAWN} ND\n`).join('');
  const plain = bytesOf(
    `rand/Private 8 dict dup begin /CharStrings ${names.length} dict dup begin\n${glyphs}end\nend\n/FontName 1 def\n`,
  );
  let key = 55_665;
  const packed = plain.map((byte) => {
    const code = byte ^ (key >> 8);
    key = ((code + key) * 52_845 + 22_719) & 0xffff;
    return code;
  });
  const digits = (
    Buffer.from(packed)
      .toString('hex')
      .match(/.{1,64}/gu) ?? []
  ).join('\n');
  return Buffer.concat([
    bytesOf('%!PS-AdobeFont-1.0: Tiny\ncurrentfile eexec\n'),
    isHex ? bytesOf(digits) : packed,
    bytesOf('\n0000\ncleartomark'),
  ]);
};

const short = (value: number): number[] => [value >> 8, value & 255];
const long = (value: number): number[] => [29, 0, 0, ...short(value)];

const index = (...entries: readonly (readonly number[])[]): number[] => {
  if (!entries.length) return short(0);
  let at = 1;
  const offsets = entries.map((entry) => (at += entry.length));
  return [...short(entries.length), 1, 1, ...offsets, ...entries.flat()];
};

/** Operands of each kind: if one is gone over wrongly, what follows is read as something else. */
const OTHERS = [139, 30, 0x22, 0x11, 0x1f, 12, 17, 28, 17, 15, 13, 139, 247, 17, 251, 15, 139, 5];

interface CompactOptions {
  /** The table of its glyphs' names, as bytes; without, the set that every such font may have. */
  readonly charset?: readonly number[];
  /** How many glyphs it has. */
  readonly glyphs?: number;
  /** Names of its own, from 391 on. */
  readonly strings?: readonly string[];
  /** What its dictionary begins with. */
  readonly top?: readonly number[];
}

/** A program in the Compact Font Format. */
export const tinyCff = ({ charset, glyphs = 3, strings = [], top = [] }: CompactOptions = {}): Uint8Array => {
  const start = [1, 0, 4, 1, ...index([84])];
  const own = index(...strings.map((one) => [...bytesOf(one)]));
  const dictOf = (at: number): number[] =>
    index([...top, ...long(charset ? at : 0), 15, ...long(at + (charset?.length ?? 0)), 17, ...OTHERS]);
  const dict = dictOf(start.length + dictOf(0).length + own.length + 2);
  const drawn = index(...Array.from({ length: glyphs }, () => [14]));
  return Uint8Array.from([...start, ...dict, ...own, ...index(), ...(charset ?? []), ...drawn]);
};
