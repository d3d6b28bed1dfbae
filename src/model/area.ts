/** Where in the world a passage or a document speaks of. */

/** Which place lies in which, both by their names as compared: `leeds` in `west yorkshire`. */
export type Areas = ReadonlyMap<string, string>;

/** A place's name as it is compared: capitals and the width of spaces make no difference. */
export const areaKey = (name: string): string => name.trim().replace(/\s+/gu, ' ').toLowerCase();

/** Whether what is said of one place holds for another: for itself, and for those that lie in it. */
export const covers = (areas: Areas, place: string, other: string): boolean => {
  const wanted = areaKey(place);
  // Load has seen that no place lies in itself.
  for (let at: string | undefined = areaKey(other); at !== undefined; at = areas.get(at))
    if (at === wanted) return true;
  return false;
};

/** Whether one of two places is the other, or lies in it. */
export const touch = (areas: Areas, one: string, other: string): boolean =>
  covers(areas, one, other) || covers(areas, other, one);
