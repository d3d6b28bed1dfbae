import { passages } from '../examples.ts';
import type { Breach, Rule } from '../rule.ts';
import { named, REMEDY } from '../unprintable.ts';

const unused = (text: string) => passages(`::::context{#spare}\n${text}\n::::`);

export const noFont: Rule<'library'> = {
  id: 'no-font',
  level: 'warning',
  scope: 'library',
  finds: 'A character in a passage that no font of any template has',
  why: 'No document shows it yet; the first that does will not be built.',
  examples: { ok: [unused('Homes are few.')], notOk: [unused('Homes are ☃ few.')] },
  *check({ unprintable }): Iterable<Breach> {
    for (const { sign, place, shown } of unprintable)
      if (!shown) yield { place, text: `No font of any template has ${named(sign)}`, remedy: REMEDY };
  },
};
