/** Whether a text has the form of a language tag (RFC 3066, which ISO 32000-1, 14.9.2, names), e.g. `en-GB`. */
export const isLanguage = (text: string): boolean => /^[a-z]{1,8}(?:-[a-z\d]{1,8})*$/iu.test(text);
