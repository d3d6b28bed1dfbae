import { ENGLISH } from '../../model/languages/en.ts';
import { showDate } from '../../model/languages/languages.ts';
import { pack, passages } from '../examples.ts';
import type { Breach, Rule } from '../rule.ts';

const until = (day: string, from: string) => ({
  ...passages(`::::ask{#homes to=Leeds expires=${day}}\nOpen homes.\n::::`),
  ...pack('', `    date: ${from}\n`),
});

export const expired: Rule<'library'> = {
  id: 'expired',
  level: 'information',
  scope: 'library',
  finds: 'A passage that a document shows, as at its date, and whose last day is over today',
  why: 'A document that is built or handed out again says what holds no more.',
  examples: {
    ok: [until('2025-01-17', '2025-01-15'), until('2025-01-14', '2025-01-15')],
    notOk: [until('2025-01-14', '2025-01-13')],
  },
  *check({ project, used, today, thorough }): Iterable<Breach> {
    if (!thorough) return;
    for (const { id, expires, place, places } of project.passages.values()) {
      if (!expires || expires >= today || !used.has(id)) continue;
      yield {
        place: places['expires'] ?? place,
        text: `\`${id}\` held until ${showDate(expires, ENGLISH)}, and is in use`,
        remedy: 'Give what takes its place, or date the pack anew.',
      };
    }
  },
};
