/** The rule on passages that somebody meant to look at again by now. */

import { warning, type Message } from '../diagnostics/message.ts';
import type { Passage } from '../model/project.ts';
import { ENGLISH } from '../model/languages/en.ts';
import { showDate } from '../model/languages/languages.ts';
import type { Day } from '../model/time.ts';

/** Passages in use whose day of review has come. `today` is the day in London. */
export const checkReviews = (used: Iterable<Passage>, today: Day): readonly Message[] =>
  [...used].flatMap(({ id, review, place, places }) =>
    review && review <= today
      ? [
          warning(
            'review-due',
            places['review'] ?? place,
            `\`${id}\` was to be looked at again by ${showDate(review, ENGLISH)}, and is in use`,
            {
              remedy: 'See whether it still holds, then give it a new day of review.',
            },
          ),
        ]
      : [],
  );
