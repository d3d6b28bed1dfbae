import { error, type Say } from '../diagnostics/message.ts';
import type { Passage } from '../model/project.ts';

/** Says each circle of passages that take each other's place, once: none of them would ever be used. */
export const sayCircles = (passages: ReadonlyMap<string, Passage>, say: Say): void => {
  const done = new Set<string>();
  for (const start of passages.keys()) {
    // Depth first, with a list of what is still to do, so that no chain is too long.
    const path: string[] = [];
    const tasks: { id: string; enter: boolean }[] = [{ id: start, enter: true }];
    for (let task = tasks.pop(); task; task = tasks.pop()) {
      const { id, enter } = task;
      if (!enter) {
        path.pop();
        done.add(id);
      } else if (path.includes(id)) {
        sayCircle(path.slice(path.indexOf(id)), passages, say);
      } else if (!done.has(id)) {
        path.push(id);
        tasks.push({ id, enter: false });
        for (const earlier of passages.get(id)?.supersedes ?? []) tasks.push({ id: earlier, enter: true });
      }
    }
  }
};

const sayCircle = (circle: readonly string[], passages: ReadonlyMap<string, Passage>, say: Say): void => {
  const places = circle.flatMap((id) => {
    const place = passages.get(id)?.places['supersedes'];
    return place ? [{ place, text: `\`${id}\` supersedes the next` }] : [];
  });
  const [first, ...related] = places;
  if (!first) return;
  const text =
    circle.length === 1
      ? `\`${circle[0]}\` supersedes itself`
      : `These passages supersede each other in a circle: ${[...circle, circle[0]].map((id) => `\`${id}\``).join(' → ')}`;
  const remedy = 'Let only the later passage name the earlier one.';
  say(error('supersedes-circle', first.place, text, { remedy, related }));
};

/** Says a rebuttal that answers itself. */
export const saySelfAnswer = (passages: ReadonlyMap<string, Passage>, say: Say): void => {
  for (const { id, attributes, places, place } of passages.values()) {
    if (attributes['against'] !== id) continue;
    const remedy = 'Name the passage that it answers.';
    say(error('against-itself', places['against'] ?? place, `\`${id}\` is against itself`, { remedy }));
  }
};
