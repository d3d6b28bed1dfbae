import type { Addressee } from './document-key.ts';
import { sha256 } from './hash.ts';

/**
 * What the files of each of many recipients are called: the name and the key, in small letters of the English alphabet,
 * figures and hyphens. Where two would be called the same, each has the beginning of its key's hash besides; so what one is
 * called never depends on its place in the table.
 */
export const addresseesOf = (
  rows: Iterable<{ readonly key: string; readonly name: string }>,
): ReadonlyMap<string, Addressee> => {
  const all = Array.from(rows, ({ key, name }) => ({ key, name, id: plainId(name, key) }));
  const count = new Map<string, number>();
  for (const { id } of all) count.set(id, (count.get(id) ?? 0) + 1);
  return new Map(
    all.map(({ key, name, id }) => {
      const isShared = (count.get(id) ?? 0) > 1 || id === INDEX;
      return [key, { key, name, id: isShared ? `${id}-${sha256(key).slice(0, 8)}` : id }];
    }),
  );
};

/** The name of the page that lists them. */
const INDEX = 'index';

/** No file system takes names of more than 255 bytes; there is an ending behind it. */
const LONGEST = 100;

const plainId = (name: string, key: string): string => {
  const [said, known] = [plain(name).slice(0, LONGEST), plain(key).slice(0, LONGEST)];
  return [said, known].filter(Boolean).join('-').replaceAll(/-+/gu, '-') || 'recipient';
};

/** Letters that are no others with a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  ı: 'i',
};

/** `Ynys Môn` is `ynys-mon`, `King’s Lynn` is `kings-lynn`. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’‘ʼ`´]/gu, '')
    .toLowerCase()
    .replaceAll(/[æœøłđðþßı]/gu, (letter) => LETTERS[letter] ?? letter)
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '');
