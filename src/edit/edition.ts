/** What an edition says of its passages, set in the text of its pack. */

import { setIn } from './yaml.ts';

/** `editions` and the edition itself stay, were there nothing in them. */
const KEEP = 2;

/** Names passages for a slot, in this order; none where it is to be left to selection. Null where the text is to be changed by hand. */
export const nameForSlot = (
  text: string,
  edition: string,
  slot: string,
  passages: readonly string[],
): string | null => setIn(text, ['editions', edition, 'slots', slot, 'passages'], passages, KEEP);

/** Names the passages that the edition does without. */
export const leaveOut = (text: string, edition: string, passages: readonly string[]): string | null =>
  setIn(text, ['editions', edition, 'leave-out'], passages, KEEP);
