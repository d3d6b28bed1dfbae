/** Whether a bare text is read in YAML, and by us, as it is written. */
export const isBare = (value: string): boolean =>
  /^(?:https?:\/\/)?[\p{L}\p{N}][\p{L}\p{M}\p{N} .’'()/,&-]*$/u.test(value) && !/^[\d.]+$/u.test(value);

/** A text as a value of YAML, in quotation marks where it needs them. */
export const yamlText = (value: string): string => (isBare(value) ? value : JSON.stringify(value));
