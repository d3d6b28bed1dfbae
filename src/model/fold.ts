/** A text as it is read: without line breaks, and with one space where several stand. */
export const fold = (text: string): string => text.replace(/\s+/gu, ' ').trim();
