import { fieldsInLine, readField, withoutFields } from '../model/field-syntax.ts';
import { plainMistake } from './plain.ts';
import type { Mistake } from './mistakes.ts';

/** What a text that is printed as it is typed, its merge fields apart, may not hold; null where it is right. */
export const titleMistake = (text: string): Mistake | null => {
  for (const { written, index } of fieldsInLine(text)) {
    const read = readField(written);
    if ('remedy' in read) return { ...read, rule: 'merge-field', index: index + read.index };
  }
  return plainMistake(withoutFields(text));
};
