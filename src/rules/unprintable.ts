/** Words for characters that no font has. */

/** e.g. `“✓” (U+2713)`. */
export const named = (sign: string): string =>
  `“${sign}” (U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`;

export const REMEDY = 'Write another character, or embed a font that has it in the template’s style sheet.';
