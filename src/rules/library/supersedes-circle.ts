import type { Passage } from '../../model/passage.ts';
import { passages } from '../examples.ts';
import type { Breach, Rule } from '../rule.ts';

const succession = (...supersedes: readonly [id: string, earlier: string][]) =>
  passages(
    supersedes
      .map(
        ([id, earlier]) => `::::context{#${id}${earlier && ` supersedes=${earlier}`}}\nHomes are few.\n::::`,
      )
      .join('\n\n'),
  );

export const supersedesCircle: Rule<'library'> = {
  id: 'supersedes-circle',
  level: 'error',
  scope: 'library',
  isFixed: true,
  finds: 'Passages that take each other’s place in a circle',
  why: 'None of them would ever be used.',
  examples: {
    ok: [succession(['third', 'second'], ['second', 'first'], ['first', ''])],
    notOk: [
      succession(['one', 'one']),
      succession(['third', 'second'], ['second', 'first'], ['first', 'third']),
    ],
  },
  *check({ project }): Iterable<Breach> {
    for (const circle of circlesOf(project.passages)) yield* told(circle, project.passages);
  },
};

/** Each circle once, as the ids of its passages. */
function* circlesOf(passages: ReadonlyMap<string, Passage>): Iterable<readonly string[]> {
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
        yield path.slice(path.indexOf(id));
      } else if (!done.has(id)) {
        path.push(id);
        tasks.push({ id, enter: false });
        for (const earlier of passages.get(id)?.supersedes ?? []) tasks.push({ id: earlier, enter: true });
      }
    }
  }
}

function* told(circle: readonly string[], passages: ReadonlyMap<string, Passage>): Iterable<Breach> {
  const places = circle.flatMap((id) => {
    const place = passages.get(id)?.places['supersedes'];
    return place ? [{ place, text: `\`${id}\` supersedes the next` }] : [];
  });
  const [first, ...related] = places;
  if (!first) return;
  yield {
    place: first.place,
    text:
      circle.length === 1
        ? `\`${circle[0]}\` supersedes itself`
        : `These passages supersede each other in a circle: ${[...circle, circle[0]].map((id) => `\`${id}\``).join(' → ')}`,
    remedy: 'Let only the later passage name the earlier one.',
    ...(related.length ? { related } : {}),
  };
}
