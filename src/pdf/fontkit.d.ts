/** What of `fontkit` is used here; the package brings no types. */
declare module 'fontkit' {
  /** Opens a font file (TrueType, OpenType, WOFF, WOFF2); fails where it is none. */
  export const create: (bytes: Uint8Array) => {
    /** Null where the font has no name. */
    readonly postscriptName: string | null;
    /** The code points that it has glyphs for. */
    readonly characterSet: readonly number[];
  };
}
