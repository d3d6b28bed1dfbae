import { inThousands } from '../model/decimal.ts';
import type { Fact } from '../model/document.ts';
import type { FactName, Language } from '../model/languages/language.ts';

/** Those attributes of a passage, as readers see them, that are said beside its text, in the order of their names. */
export const factsOf = (
  attributes: Readonly<Record<string, string>>,
  names: readonly FactName[],
  { facts }: Language,
): readonly Fact[] =>
  names.flatMap((name) => {
    const value = attributes[name];
    if (value === undefined) return [];
    return [{ name: facts[name], value: name === 'value' ? inThousands(value) : value }];
  });
