/**
 * Makes a value of each item, so many at once; the values are in the order of the items. After a fault nothing more is
 * begun, and what was under way comes to its end before the fault is thrown.
 */
export const sideBySide = async <Item, Value>(
  items: readonly Item[],
  most: number,
  make: (item: Item) => Promise<Value>,
): Promise<readonly Value[]> => {
  const values: Value[] = [];
  const rest = items.entries();
  let failed = false;
  const work = async (): Promise<void> => {
    for (const [index, item] of rest) {
      if (failed) return;
      try {
        values[index] = await make(item);
      } catch (fault) {
        failed = true;
        throw fault;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: most }, work));
  const fault = ends.find((end) => end.status === 'rejected');
  if (fault) throw fault.reason;
  return values;
};
