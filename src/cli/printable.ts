/**
 * A text as a terminal may show it. Signs that steer a terminal, or turn the direction of writing, could make a message
 * say what it does not: they are written as escapes, which programs that read JSON understand too. Line ends stay.
 */
export const printable = (text: string): string => text.replace(STEERING, escaped);

/** The same, on one line. */
export const onOneLine = (text: string): string => printable(text).replaceAll('\n', String.raw`\n`);

// oxlint-disable-next-line no-control-regex -- they are what is looked for
const STEERING = /[\0-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

const escaped = (sign: string): string => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
