/** Tags of languages as texts bear them: of any language, not only of those that templates have the words of. */

import { lazy } from '../model/memo.ts';

const NAMES = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

export const LANGUAGE_TAG = 'the tag of a language (BCP 47), such as `cy` for Welsh or `en-GB`';

/** A tag in its usual form, e.g. `cy-GB`; null where it is of no language that has a name. */
export const languageTag = (written: string): string | null => {
  try {
    const [tag = ''] = Intl.getCanonicalLocales(written);
    return NAMES.of(new Intl.Locale(tag).language) === undefined ? null : tag;
  } catch {
    return null;
  }
};

/** The tag of a language that is called by its name, in English or in its own, or written as computers do; null where there is none. */
export const tagMeant = (written: string): string | null => {
  const name = written.trim().toLowerCase();
  const system = languageTag(name.replaceAll('_', '-').replace(/\..*/u, ''));
  if (system !== null) return system;
  return tagsByName().get(name) ?? null;
};

/** The tags of two letters by their languages' names; of two languages of one name, the first has it. */
const tagsByName = lazy((): ReadonlyMap<string, string> => {
  const letters = Array.from('abcdefghijklmnopqrstuvwxyz');
  const tags = letters
    .flatMap((one) => letters.map((other) => one + other))
    .filter((tag) => languageTag(tag) === tag);
  return new Map(tags.toReversed().flatMap((tag) => namesOf(tag).map((name) => [name, tag] as const)));
});

const namesOf = (tag: string): readonly string[] => [
  NAMES.of(tag)?.toLowerCase() ?? '',
  new Intl.DisplayNames(tag, { type: 'language' }).of(tag)?.toLowerCase() ?? '',
];
