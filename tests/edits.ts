import * as fc from 'fast-check';

/** The files of a project, all of them texts. */
export type Texts = Record<string, string>;

/** Changes some of the files. */
export type Edit = (contents: Texts) => void;

/** Puts another word in the place of one in a file, takes a line out, or puts one in twice. */
export const editOf = (files: readonly string[], words: readonly string[]): fc.Arbitrary<Edit> =>
  fc
    .record({
      file: fc.constantFrom(...files),
      at: fc.nat(),
      how: fc.constantFrom('word', 'word', 'word', 'out', 'twice'),
      word: fc.constantFrom(...words),
    })
    .map(({ file: path, at, how, word }) => (contents) => {
      const text = contents[path] ?? '';
      if (how === 'word') {
        const found = [...text.matchAll(/[\p{L}\p{N}]+/gu)];
        const one = found[at % Math.max(1, found.length)];
        if (one) contents[path] = text.slice(0, one.index) + word + text.slice(one.index + one[0].length);
        return;
      }
      const lines = text.split('\n');
      const line = at % lines.length;
      lines.splice(line, 1, ...(how === 'out' ? [] : [lines[line] ?? '', lines[line] ?? '']));
      contents[path] = lines.join('\n');
    });
