import { closest, distance } from 'fastest-levenshtein';

/**
 * The known name that a mistyped one most likely means: one with two letters swapped, else the nearest by the letters
 * to be changed; null where that is more than a third of its length.
 */
export const nearest = (name: string, known: Iterable<string>): string | null => {
  const all = [...known];
  // Among very many names, or for what is no name, none is looked for: it would take minutes.
  if (all.length > MOST_NAMES || name.length > LONGEST_NAME) return null;
  const reach = Math.max(1, Math.floor(name.length / 2));
  const candidates = all.filter((candidate) => Math.abs(candidate.length - name.length) <= reach);
  const swapped = candidates.find((candidate) => swaps(candidate, name.toLowerCase()));
  if (!candidates.length || swapped) return swapped ?? null;
  const best = closest(name, candidates);
  return distance(name.toLowerCase(), best.toLowerCase()) <= Math.max(1, Math.floor(best.length / 3))
    ? best
    : null;
};

const MOST_NAMES = 10_000;
const LONGEST_NAME = 100;

/** Whether two names differ by two neighbouring letters alone that have changed places: `breif`. */
const swaps = (name: string, other: string): boolean => {
  const at = Array.from(name).findIndex((letter, index) => letter !== other[index]);
  return (
    at >= 0 && name.slice(0, at) + (name[at + 1] ?? '') + (name[at] ?? '') + name.slice(at + 2) === other
  );
};

/** Names as a list to read: `` `a`, `b` or `c` ``. */
export const oneOf = (names: Iterable<string>): string => {
  const quoted = [...names].map((name) => `\`${name}\``);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
};

/** How to mend an unknown name: the nearest known one, else all of them while they are few. */
export const suggest = (name: string, known: Iterable<string>): string => {
  const names = [...known];
  const near = nearest(name, names);
  if (near) return `Did you mean \`${near}\`?`;
  if (!names.length) return 'None is defined yet.';
  return names.length > 24
    ? `There are ${names.length} to choose from; none is near.`
    : `Write ${oneOf(names)}.`;
};
