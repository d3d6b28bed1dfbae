/** What stands in the texts of passages, each with its place. */

import { toString } from 'mdast-util-to-string';
import type { Root } from 'mdast';
import type { Place } from '../diagnostics/place.ts';
import { isSameLanguage } from '../model/languages/languages.ts';
import { memo } from '../model/memo.ts';
import { languageIn, type Passage } from '../model/passage.ts';
import type { Project } from '../model/project.ts';
import { languageOfText } from '../model/read-in.ts';
import { SKIP, visit } from '../model/visit.ts';

/** Something found in a text. */
export interface FoundWords {
  readonly passage: Passage;
  readonly match: RegExpExecArray;
  readonly place: Place;
}

/** Every passage that may go out, in the words of those who wrote the library: no quotation, and nothing withdrawn. */
export function* ownPassages({ passages, vocabulary }: Project): Iterable<Passage> {
  for (const passage of passages.values())
    if (passage.status !== 'withdrawn' && !vocabulary.kinds.get(passage.kind)?.verbatim) yield passage;
}

/** What a text says, without markup, in one row: where its author broke one says nothing. Read once, as each edition asks for it. */
export const plain = (text: Root): string =>
  memo(PLAIN, text, () =>
    text.children.map((block) => toString(block).replaceAll(/[ \t]*\n[ \t]*/gu, ' ')).join(' '),
  );

const PLAIN = new WeakMap<Root, string>();

/** Those of a passage's text and its wordings that are in English; found once, as each rule asks for them. */
export const englishIn = (project: Project, passage: Passage): readonly Root[] =>
  memo(
    memo(ENGLISH, project, () => new WeakMap<Passage, readonly Root[]>()),
    passage,
    () =>
      [passage.text, ...passage.wordings.map((one) => one.text)].filter((text) =>
        isEnglish(project, passage, text),
      ),
  );

const ENGLISH = new WeakMap<Project, WeakMap<Passage, readonly Root[]>>();

/** Whether a text of a passage is in English: of others, what rules know of words says nothing. */
export const isEnglish = (project: Project, passage: Passage, text: Root): boolean =>
  isSameLanguage(languageIn(passage, text) ?? languageOfText(project, passage), 'en');

/** Where a pattern of English words, which is global, is found in a passage's texts. */
export function* foundIn(project: Project, passage: Passage, pattern: RegExp): Iterable<FoundWords> {
  for (const text of englishIn(project, passage)) {
    const found: FoundWords[] = [];
    visit(text, (node) => {
      if (node.type === 'span') return SKIP;
      if (node.type !== 'text') return undefined;
      const { value, position } = node;
      for (const match of value.matchAll(pattern))
        found.push({ passage, match, place: placeIn(passage.place, value, match.index, position?.start) });
      return undefined;
    });
    yield* found;
  }
}

/** Where in its file a sign of a text stands that begins at a point. */
const placeIn = (
  { file, line, column }: Place,
  text: string,
  index: number,
  start: { readonly line: number; readonly column: number } = { line, column },
): Place => {
  const before = text.slice(0, index).split('\n');
  const last = before.at(-1)?.length ?? 0;
  return before.length > 1
    ? { file, line: start.line + before.length - 1, column: last + 1 }
    : { file, line: start.line, column: start.column + last };
};

/** Of a pattern: no word goes on here from before, or beyond. */
export const WORD_BEGINS = String.raw`(?<![\p{L}\p{N}])`;
export const WORD_ENDS = String.raw`(?![\p{L}\p{N}])`;

/** A text as a pattern that matches it alone. */
export const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
