import { ENGLISH } from '../../model/languages/en.ts';
import { showDate } from '../../model/languages/languages.ts';
import { passages } from '../examples.ts';
import type { Breach, Rule } from '../rule.ts';

/** A document that went out with an ask, whose text is another now; and what else is written of it. */
const issued = (said: string, more = '') => ({
  ...passages('::::context{#homes}\nOpen **two** homes.\n::::'),
  'sources/issued/first.yaml': `pack: bill
edition: mp
audience: mp
title: Homes
version: abc1234
on: 2025-01-10
to: Jo Brook
files: { bill/mp.pdf: ${'0'.repeat(64)} }
passages: { homes: ${said} }
${more}`,
});

export const needsCorrection: Rule<'library'> = {
  id: 'needs-correction',
  level: 'warning',
  scope: 'library',
  finds: 'A document that went out, with a passage that was changed since, has expired, or was taken back',
  why: 'Whoever has it goes on quoting it. A significant inaccuracy, once recognised, is to be corrected promptly and with due prominence (Editors’ Code of Practice, clause 1(ii)).',
  examples: {
    ok: [issued('Open two homes.'), issued('Open three homes.', 'corrected: 2025-01-15\n')],
    notOk: [issued('Open three homes.')],
  },
  *check({ corrections }): Iterable<Breach> {
    for (const { issued, passage, why, place } of corrections)
      yield {
        place: passage.place,
        text: `\`${passage.id}\` ${why} since \`${issued.pack}/${issued.edition}\` went out on ${showDate(issued.on, ENGLISH)}`,
        // Names are told beside the text, which the desk shows.
        related: [
          { place: issued.toPlace, text: `it went to ${issued.to}` },
          ...(place ? [{ place, text: 'as it is now' }] : []),
        ],
        remedy: `Tell those who have it, and write \`corrected:\` with the day into the record; \`despatch impact ${passage.id}\` has both texts.`,
      };
  },
};
