import { MISSING } from '../../model/missing-font.ts';
import type { Rule } from '../rule.ts';

export const boxedCharacter: Rule<'page'> = {
  id: 'boxed-character',
  level: 'error',
  scope: 'page',
  finds: 'A box that was printed in place of a character, since no font of the template has that',
  why: 'Readers miss what it says; ISO 14289-1:2014 (PDF/UA-1), 7.21.8, forbids it.',
  examples: { ok: [{ strangeFonts: [] }], notOk: [{ strangeFonts: [MISSING] }] },
  check: ({ name, place, strangeFonts }) =>
    strangeFonts
      .filter((font) => font === MISSING)
      .map(() => ({
        place,
        text: `${name} holds a character that none of its template's fonts has`,
        remedy: 'Look for the boxes in the page, and write another character or embed a font that has it.',
      })),
};
