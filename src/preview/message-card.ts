import { firstOfEach, once, SEVERITIES, type Message } from '../diagnostics/message.ts';
import { byPlace } from '../diagnostics/order.ts';
import type { Place } from '../diagnostics/place.ts';
import type { Editor } from './editor.ts';
import type { MessageCard, PlaceCard } from './interface.ts';

/** Messages as the screen shows them: each once, errors first, those of a kind that are too many counted. */
export const messageCards = (messages: readonly Message[], editor: Editor): readonly MessageCard[] => {
  const at = (place: Place): PlaceCard => ({ ...place, href: editor.href(place) });
  return firstOfEach(once(messages).toSorted(byPlace))
    .toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
    .map(({ severity, rule, text, remedy = null, place, related = [] }) => ({
      severity,
      rule,
      text,
      remedy,
      place: place ? at(place) : null,
      related: related.map((one) => ({ ...at(one.place), text: one.text })),
    }));
};
