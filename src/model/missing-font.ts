/** The PostScript name of the font that stands for characters which no font of a page has: drawn as boxes on Linux. */
export const MISSING = 'DespatchMissing';
