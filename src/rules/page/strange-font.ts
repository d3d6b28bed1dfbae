import { MISSING } from '../../model/missing-font.ts';
import type { Rule } from '../rule.ts';

export const strangeFont: Rule<'page'> = {
  id: 'strange-font',
  level: 'error',
  scope: 'page',
  finds: 'A font in a PDF that its template does not embed',
  why: 'It is a font of this machine: on another the document would look and break otherwise.',
  examples: { ok: [{ strangeFonts: [] }], notOk: [{ strangeFonts: ['DejaVuSans'] }] },
  check: ({ name, template, strangeFonts }) =>
    strangeFonts
      .filter((font) => font !== MISSING)
      .map((font) => ({
        place: template.place,
        text: `The PDF of ${name} holds the font ${font}, which its template does not embed`,
        remedy:
          'Embed each font, weight and style that the style sheet uses; variable fonts and made-up bold do not print.',
      })),
};
