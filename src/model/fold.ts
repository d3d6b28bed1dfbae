/** A text as it is read: without line breaks, and with one space where several stand. */
export const fold = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** A text by its signs alone, however its lines and spaces are set: where lines end, a PDF may have a space that the text has not. */
export const unspaced = (text: string): string => text.replaceAll(/[\s\u00AD]+/gu, '');
