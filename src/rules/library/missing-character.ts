import { pack } from '../examples.ts';
import type { Breach, Rule } from '../rule.ts';
import { named, REMEDY } from '../unprintable.ts';

export const missingCharacter: Rule<'library'> = {
  id: 'missing-character',
  level: 'error',
  scope: 'library',
  finds: 'A character in a document that no font of its template has',
  why: 'The PDF would show a box in its place, and break ISO 14289-1:2014 (PDF/UA-1), 7.21.8.',
  examples: {
    ok: [pack('', '    headline: Homes for every child – now')],
    notOk: [pack('', '    headline: Homes for every child ❤')],
  },
  *check({ unprintable }): Iterable<Breach> {
    for (const { sign, place, shown } of unprintable) {
      if (!shown) continue;
      const [first, ...others] = shown.documents;
      const more = others.length ? ` and ${others.length} more` : '';
      const text = `No font of the template \`${shown.template}\` has ${named(sign)}, which stands in ${first}${more}`;
      yield { place, text, remedy: REMEDY };
    }
  },
};
