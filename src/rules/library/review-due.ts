import { ENGLISH } from '../../model/languages/en.ts';
import { showDate } from '../../model/languages/languages.ts';
import { passages } from '../examples.ts';
import type { Breach, Rule } from '../rule.ts';

const reviewed = (day: string, kind = 'ask{#homes to=Leeds') =>
  passages(`::::${kind} review=${day}}\nOpen homes.\n::::`);

export const reviewDue: Rule<'library'> = {
  id: 'review-due',
  level: 'warning',
  scope: 'library',
  finds: 'A passage in use whose day of `review` has come',
  why: 'Whoever gave it that day knew that it might not hold for longer.',
  examples: {
    // No document shows the second.
    ok: [reviewed('2025-01-17'), reviewed('2025-01-16', 'context{#homes')],
    notOk: [reviewed('2025-01-16'), reviewed('2024-06-01')],
  },
  *check({ project, used, today }): Iterable<Breach> {
    for (const { id, review, place, places } of project.passages.values()) {
      if (!review || review > today || !used.has(id)) continue;
      yield {
        place: places['review'] ?? place,
        text: `\`${id}\` was to be looked at again by ${showDate(review, ENGLISH)}, and is in use`,
        remedy: 'See whether it still holds, then give it a new day of review.',
      };
    }
  },
};
