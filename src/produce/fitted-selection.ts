/** Why passages stand in a document that was fitted, or don't. */

import type { Fit } from '../model/fit.ts';
import type { Reason, Selection } from '../model/selection.ts';

/** What was selected, and why. */
interface SelectedPassages {
  readonly slots: Selection['slots'];
  readonly reasons: readonly Reason[];
}

/** A selection as it was fitted; what has changed since is left as it was selected. */
export const fittedSelection = (
  selected: SelectedPassages,
  { dropped, added }: Pick<Fit, 'dropped' | 'added'>,
): SelectedPassages => {
  const slots = selected.slots.map((one) => ({
    ...one,
    passages: [
      ...one.passages.filter(({ id }) => !dropped.includes(id)),
      ...one.reserve.filter(({ id }) => added.includes(id)),
    ],
    reserve: one.reserve.filter(({ id }) => !added.includes(id)),
  }));
  const standing = new Map(
    slots.flatMap(({ slot, passages }) =>
      passages.flatMap(({ id, attributes: { against } }) =>
        [id, against ?? id].map((each) => [each, slot.id] as const),
      ),
    ),
  );
  const reasons = selected.reasons.map((reason): Reason => {
    const { passage, slot: selected, because, why } = reason;
    const slot = standing.get(passage) ?? null;
    if (because === 'chosen' && !slot)
      return {
        passage,
        slot,
        because: 'room',
        why: `left out of \`${selected}\` when it was last fitted: ${why}`,
      };
    return because !== 'chosen' && slot
      ? { passage, slot, because: 'chosen', why: 'taken in when it was last fitted, to fill its pages' }
      : reason;
  });
  return { slots, reasons };
};
