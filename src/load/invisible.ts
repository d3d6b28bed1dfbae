import { error, type Say } from '../diagnostics/message.ts';
import type { Place } from '../diagnostics/place.ts';

/** Signs that change a text and are not seen: of zero width, turning its direction, joining, controlling. */
const HIDDEN = String.raw`\p{Default_Ignorable_Code_Point}\p{Cf}\u2028\u2029\u0080-\u009f`;
/** Blanks other than the space, which words are not parted by where despatch reads them. */
const BLANKS = String.raw`\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000`;

const IN_TEXT = new RegExp(`[${HIDDEN}]`, 'gu');
const IN_VALUES = new RegExp(`[${HIDDEN}${BLANKS}]`, 'gu');

/** What readers of programs know some of them by. */
const NAMES: Readonly<Record<string, string>> = {
  '\u00a0': 'a no-break space',
  '\u202f': 'a narrow no-break space',
  '\u00ad': 'a soft hyphen',
  '\u200b': 'a zero-width space',
  '\u200c': 'a zero-width non-joiner',
  '\u200d': 'a zero-width joiner',
  '\u2060': 'a word joiner',
  '\ufeff': 'a zero-width no-break space',
};

/** e.g. `U+200B`. */
export const codePoint = (sign: string): string =>
  `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

const nameOf = (sign: string): string => {
  const [known] = sign in NAMES ? [NAMES[sign]] : [];
  if (known) return known;
  if (/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(sign))
    return 'a sign that turns the direction of text';
  return new RegExp(`[${BLANKS}]`, 'u').test(sign) ? 'a blank that is no space' : 'an invisible sign';
};

/**
 * Says each invisible sign of a text, the first of each line; whether there was any. `where` is what kind of text it is:
 * in running text a no-break space is what it should be, in values it is a mistake.
 */
export const sayInvisible = (
  text: string,
  where: 'text' | 'values',
  place: (offset: number) => Place,
  say: Say,
): boolean => {
  let line = -1;
  for (const { 0: sign, index } of text.matchAll(where === 'text' ? IN_TEXT : IN_VALUES)) {
    const at = place(index);
    if (at.line === line) continue;
    line = at.line;
    const remedy = new RegExp(`[${BLANKS}]`, 'u').test(sign)
      ? 'Type a space in its place.'
      : 'Delete it; it comes from where the text was copied.';
    say(error('invisible-character', at, `Here is ${nameOf(sign)} (${codePoint(sign)})`, { remedy }));
  }
  return line >= 0;
};

/** A line with a space in place of each other blank, so that every column stays. */
export const withSpaces = (line: string): string => line.replace(new RegExp(`[${BLANKS}]`, 'gu'), ' ');
