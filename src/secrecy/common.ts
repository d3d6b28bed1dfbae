/** What templates say and are made of: a single word of it, or a name, tells nothing about any passage. */

import { sha256 } from '../model/hash.ts';
import type { Files, Round } from '../world/world.ts';
import { namesIn, wordsOf } from './words.ts';

export interface TemplateWords {
  readonly words: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

const FILES = ['templates/**/*.hbs', 'templates/**/*.css', 'templates/**/*.yaml'];

/** Of all templates of a project. */
export const readCommon = async (files: Files, round: Round): Promise<TemplateWords> => {
  const [words, names] = [new Set<string>(), new Set<string>()];
  for (const path of await files.list(FILES)) {
    const bytes = await files.read(path);
    if (!bytes) continue;
    const of = round.of(`common/${path}`, sha256(bytes), () =>
      commonIn(path, new TextDecoder().decode(bytes)),
    );
    for (const word of of.words) words.add(word);
    for (const name of of.names) names.add(name);
  }
  return { words, names };
};

const commonIn = (path: string, text: string) => ({
  words: [...new Set(wordsOf(text))],
  names: [...new Set(namesOfTemplate(path, text))],
});

/**
 * What a template calls its own parts. A page that writes out an id of several words as a text or a link has it from
 * somebody's passage.
 */
const namesOfTemplate = (path: string, text: string): readonly string[] => {
  if (!path.endsWith('.hbs')) return namesIn(text, false);
  const own = Array.from(text.matchAll(OWN_NAMES), ([all]) => all).join(' ');
  return [...namesIn(own, false), ...namesIn(text, false).filter((name) => !name.includes('-'))];
};

const OWN_NAMES = /\b(?:class|id|role|aria-[a-z]+)="[^"]*"|\{\{[^}]*\}\}/gu;
