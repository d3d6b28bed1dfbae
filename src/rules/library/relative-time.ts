import { passages } from '../examples.ts';
import { foundIn, ownPassages } from '../words.ts';
import type { Breach, Rule } from '../rule.ts';

const RELATIVE =
  /\b(?:(?:last|next|this) (?:year|month|week|spring|summer|autumn|winter)|yesterday|tomorrow|recently|(?:an?|the) incoming (?:Labour |Conservative )?government)\b/giu;

const text = (words: string, kind = 'context{#homes}') => passages(`::::${kind}\n${words}\n::::`);

export const relativeTime: Rule<'library'> = {
  id: 'relative-time',
  level: 'warning',
  scope: 'library',
  finds:
    'Words for a time that depend on the day when they are read: last year, recently, an incoming government',
  why: 'A passage is used for years. Whoever reads it next year takes “last year” for another.',
  examples: {
    ok: [
      text('In the year before, 5 homes closed.'),
      text('To act in the next Parliament.'),
      text('5 homes closed, :span[last year]{lang=cy}.'),
      text('Homes have recently closed.', 'context{#homes lang=fr status=draft}'),
      text('Why did 5 homes close last year?', 'question{#homes for=scrutiny}'),
      text('An incoming government must act.', 'context{#homes expires=2024-07-04}'),
    ],
    notOk: [
      text('Last year 5 homes closed.'),
      text('Homes have recently closed.'),
      text('An incoming government must act.'),
    ],
  },
  *check({ project }): Iterable<Breach> {
    for (const passage of ownPassages(project)) {
      // What is asked is asked on a day; and who has given a passage its last day knows that it is of its time.
      if (passage.kind === 'question' || passage.expires) continue;
      for (const { match, place } of foundIn(project, passage, RELATIVE))
        yield {
          place,
          text: `“${match[0]}” is another time to each reader`,
          remedy: 'Name the year, the day or the office.',
        };
    }
  },
};
