/** What an edition says of slots, and where. */

import type { Place } from '../diagnostics/place.ts';
import type { Edition } from '../model/pack.ts';
import type { Passage } from '../model/passage.ts';
import type { Slot } from '../model/template.ts';
import type { Selection } from '../model/selection.ts';

/** The passages that are named and stand in their slots, each with where it is named. */
export function* namedIn(
  edition: Edition,
  { slots }: Selection,
): Iterable<{ readonly passage: Passage; readonly place: Place }> {
  for (const { slot, passages, named } of slots) {
    const places = new Map(edition.slots.get(slot.id)?.passages.map(({ id, place }) => [id, place]));
    for (const passage of passages.slice(0, named))
      yield { passage, place: places.get(passage.id) ?? slotPlace(edition, slot) };
  }
}

/** Where an edition speaks of a slot; its own place where it does not. */
export const slotPlace = ({ slots, place }: Edition, { id }: Slot): Place => slots.get(id)?.place ?? place;
