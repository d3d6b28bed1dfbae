import type { Place } from '../../diagnostics/place.ts';
import type { Source } from '../../model/source.ts';
import type { Day } from '../../model/time.ts';
import { pack, passages } from '../examples.ts';
import { slotPlace } from '../named.ts';
import type { Breach, Rule } from '../rule.ts';

const naming = (issued: string) => ({
  ...passages('::::ask{#open to=Leeds}\nOpen homes.\n::::', { issued }),
  ...pack('', '    slots: { asks: { passages: [open] } }'),
});

export const laterSource: Rule<'pack'> = {
  id: 'later-source',
  level: 'error',
  scope: 'pack',
  finds:
    'A source that is dated after a document that names its passages, or that can’t be filled without them',
  why: 'Nobody could have known it on that day: one of the two dates is wrong.',
  examples: { ok: [naming('2025-01-16'), naming('2025-01')], notOk: [naming('2025-01-17')] },
  *check({ edition, selection: { date, slots } }): Iterable<Breach> {
    for (const { slot, passages: found, unfit, lack } of slots) {
      for (const { later, place } of unfit) if (later) yield afterDate(later, place, date);
      if (lack && found.length + lack.later.length >= slot.min)
        for (const source of new Set(lack.later)) yield afterDate(source, slotPlace(edition, slot), date);
    }
  },
};

/** Told at the source's date, however many of its passages are wanted. */
const afterDate = ({ issued, issuedPlace }: Source, wanted: Place, date: Day): Breach => ({
  place: issuedPlace,
  text: `This source is of ${issued}, after the date of documents that want its passages`,
  remedy: 'Correct the date, or that of the documents; or let them name other passages.',
  related: [{ place: wanted, text: `wanted here, in a document of ${date}` }],
});
