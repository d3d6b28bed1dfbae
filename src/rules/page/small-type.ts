import type { Breach, Rule } from '../rule.ts';
import { UNMEASURED } from '../subjects.ts';

export const smallType: Rule<'page'> = {
  id: 'small-type',
  level: 'error',
  scope: 'page',
  finds: 'Text below the least size that the template allows, for notes and small print or for all else',
  why: 'A document is never made to fit by type that its readers can’t read.',
  examples: {
    ok: [
      {
        measures: {
          ...UNMEASURED,
          smallest: { size: 9.995, text: 'Open homes' },
          smallestNote: { size: 9, text: 'Page 4' },
        },
      },
    ],
    notOk: [
      { measures: { ...UNMEASURED, smallest: { size: 9.5, text: 'Open homes' } } },
      { measures: { ...UNMEASURED, smallestNote: { size: 8.5, text: 'Page 4' } } },
    ],
  },
  *check({ name, template, measures }): Iterable<Breach> {
    // What is too wide makes the browser shrink the whole page: then its type tells nothing of the style sheet.
    if (measures.overflowing.length) return;
    const { min, notes, place } = template.type;
    const held = [
      { found: measures.smallest, least: min, what: 'Text' },
      { found: measures.smallestNote, least: notes, what: 'A note or small print' },
    ];
    for (const { found, least, what } of held) {
      // Chrome's sizes are in pixels to some decimals: a hundredth of a point is no fault.
      if (!found || found.size >= least - 0.01) continue;
      yield {
        place,
        text: `${what} of ${name} is set in ${found.size.toFixed(1)}pt: “${found.text}”; its template allows ${least}pt`,
        remedy: 'Mend the style sheet.',
      };
    }
  },
};
