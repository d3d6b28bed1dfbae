import { source } from '../loaded.ts';

const WORDS =
  'children councils social workers in England were waiting for help with care homes and the number of families who asked rose between 2010 and 2024 by more than agencies posts vacant said it should would fund own area local report budget cost pounds million people carers early support lost found year since'.split(
    ' ',
  );

/** So many passages, of the length that those of our own library have: the same at each call. */
export const manyPassages = (count: number): Record<string, string> => {
  let seed = 1;
  const next = (below: number): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  const sentence = () =>
    Array.from(
      { length: 12 + next(20) },
      () => `${WORDS[next(WORDS.length)]}${next(9) ? '' : next(5000)}`,
    ).join(' ');
  const files = new Map<string, string>();
  for (let at = 0; at < count; at += 1) {
    const name = `sources/library/many-${Math.floor(at / 20)}.md`;
    const passage = `::::context{#passage-${at}-of-them topics="${next(2) ? 'children' : 'funding'}" locator="page ${at}"}\nIt is said that ${sentence()}.\n::::\n\n`;
    files.set(name, (files.get(name) ?? source(`20${10 + (at % 15)}`, '')) + passage);
  }
  return Object.fromEntries(files);
};
