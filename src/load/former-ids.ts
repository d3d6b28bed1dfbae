import { error, type Say } from '../diagnostics/message.ts';
import type { Place } from '../diagnostics/place.ts';
import type { Passage } from '../model/passage.ts';

/** Says each former id that is another passage's too, or one in use: its address could lead to one of them alone. */
export const sayFormerIds = (passages: ReadonlyMap<string, Passage>, say: Say): void => {
  const first = new Map<string, Place>();
  for (const { formerly, places, place: whole } of passages.values())
    for (const id of formerly) {
      const place = places['formerly'] ?? whole;
      const [taken, known] = [passages.get(id)?.place, first.get(id)];
      if (taken) say(inUse(id, place, taken));
      else if (known) say(twice(id, place, known));
      else first.set(id, place);
    }
};

const inUse = (id: string, place: Place, taken: Place) =>
  error('former-id', place, `\`${id}\` is the id of a passage: it can’t be what this one was called before`, {
    remedy: 'Take it out, or give that passage another id.',
    related: [{ place: taken, text: 'the passage of that id' }],
  });

const twice = (id: string, place: Place, known: Place) =>
  error('former-id', place, `\`${id}\` is given as a former id already`, {
    remedy: 'Leave it with the passage that took its place.',
    related: [{ place: known, text: 'the first one' }],
  });
