/** Which terms a document explains, and which it uses. */

import { toString } from 'mdast-util-to-string';
import { lazy } from '../model/memo.ts';
import { wordingFor, type Passage } from '../model/passage.ts';
import { isSameLanguage } from '../model/languages/languages.ts';
import { languageOfText } from '../model/read-in.ts';
import { candidatesOf } from '../model/selection.ts';
import type { Selected } from './subjects.ts';
import { literal, WORD_BEGINS, WORD_ENDS } from './words.ts';

export interface Terms {
  /** The definitions that stand in it. */
  readonly explained: readonly Passage[];
  /** Whether a text of it has a term; that of one passage apart. */
  readonly isUsed: (term: string, apart: string) => boolean;
}

export const termsIn = (selected: Selected): Terms => {
  // Most documents explain nothing, and need none of it.
  const texts = lazy(() => textsOf(selected));
  return {
    explained: selected.selection.slots.flatMap((one) =>
      one.passages.filter(({ kind }) => kind === 'definition'),
    ),
    isUsed: (term, apart) => {
      const pattern = asUsed(term);
      return texts().some(({ id, text }) => id !== apart && pattern.test(text));
    },
  };
};

/** Whether a definition is written in the document's language: what its term is called in another, nobody says. */
export const isInTerms = ({ project }: Selected, definition: Passage): boolean =>
  isSameLanguage(languageOfText(project, definition), project.organisation.language);

/** What a document says, each text with the id of its passage, where it is one's. */
const textsOf = ({ project, pack, edition, selection }: Selected) => {
  const lines = [edition.headline, edition.summary ?? pack.summary].map((line) =>
    line ? toString(line.text) : pack.title,
  );
  // Charts and tables of a recipient’s figures show what those are called.
  const columns = project.tables.get(edition.recipients ?? '')?.columns.values() ?? [];
  const labels = Array.from(columns, ({ label }) => label);
  return [
    ...[...lines, ...labels].map((text) => ({ id: '', text })),
    ...candidatesOf(selection).map((passage) => ({
      id: passage.id,
      text: `${toString(wordingFor(passage, edition.audience))} ${passage.attributes['statute'] ?? ''}`,
    })),
  ];
};

/**
 * A term in the singular or the plural, whole, whatever its capitals, hyphens and apostrophes; what stands in brackets may
 * be left out.
 */
export const asUsed = (term: string): RegExp => {
  const forms = [term, term.replace(/\s*\([^)]*\)/gu, ''), /\(([^)]*)\)/u.exec(term)?.[1] ?? term];
  const any = forms
    .map((form) => literal(form.trim()).replace(/(?:ies|y|(?<!['’])s)$/u, '(?:ies|y|s)?'))
    .map((form) => form.replaceAll(/['’]s|s['’]|['’]/gu, (sign) => `['’]?${sign.length > 1 ? "s['’]?" : ''}`))
    .map((form) => form.replaceAll(/[\s-]+/gu, String.raw`[\s-]+`))
    .map((form) =>
      UNLIKE.reduce((all, [one, many]) => all.replaceAll(either(one, many), `(?:${one}|${many})`), form),
    );
  return new RegExp(String.raw`${WORD_BEGINS}(?:${any.join('|')})(?:e?s)?${WORD_ENDS}`, 'iu');
};

/** Words with a plural of their own. */
const UNLIKE = [
  ['child', 'children'],
  ['person', 'people'],
] as const;

const either = (...words: readonly string[]): RegExp =>
  new RegExp(`${WORD_BEGINS}(?:${words.join('|')})${WORD_ENDS}`, 'giu');
