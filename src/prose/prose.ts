/**
 * Prose takes the texts of a source and gives what there is to say of them as prose, by way of retext: sentences with
 * their lengths, words that stand twice, words that no dictionary has. Of a text in another language than English
 * there are the latter alone, where there is a dictionary of it.
 */

import type { Paragraph, Root as Mdast } from 'mdast';
import { toNlcst } from 'mdast-util-to-nlcst';
import type { Root as Nlcst, Sentence as NlcstSentence } from 'nlcst';
import { toString } from 'nlcst-to-string';
import { ParseEnglish } from 'parse-english';
import repeatedWords from 'retext-repeated-words';
import { syllable } from 'syllable';
import { VFile } from 'vfile';
import { isSameLanguage } from '../model/languages/languages.ts';
import { isBritish, type Prose, type Sentence, type UnknownWord, type WordAt } from '../model/prose.ts';
import { endsAbbreviated } from '../model/sentences.ts';
import { upTo } from '../model/memo.ts';
import { visit } from '../model/visit.ts';
import { isKnown, type Speller } from './dictionary.ts';

/** A text with the tag of its language. */
export interface TextInLanguage {
  readonly text: Mdast;
  readonly language: string;
}

/** By tag, of languages other than British English. */
export type Spellers = ReadonlyMap<string, Speller>;

/** What is found in texts of one file, each with its position there; in their order. */
export const proseOf = (
  file: string,
  whole: string,
  texts: readonly TextInLanguage[],
  spellers: Spellers = new Map(),
): readonly Prose[] => {
  const vfile = new VFile({ path: file, value: whole });
  const spellerOf = (tag: string): Speller => spellers.get(tag) ?? (isBritish(tag) ? isKnown : () => true);
  const parsed = (text: Mdast): Nlcst => toNlcst(text, vfile, ParseEnglish, { source: ['span'] });
  return texts.map(({ text, language }) => {
    const tree = parsed(text);
    const isRight = spellerOf(language);
    const own = isSameLanguage(language, 'en')
      ? read(file, vfile, tree, isRight)
      : { sentences: [], repeated: [], unknown: unknownIn(file, tree, language, isRight) };
    const inSpans = spansIn(text).flatMap((span) =>
      unknownIn(file, parsed(span.text), span.language, spellerOf(span.language)),
    );
    return inSpans.length ? { ...own, unknown: [...own.unknown, ...inSpans] } : own;
  });
};

/** The parts of a text that are in another language than the rest, each as a text. */
const spansIn = (text: Mdast): readonly TextInLanguage[] => {
  const found: TextInLanguage[] = [];
  visit(text, 'span', ({ language, children, position }) => {
    const at = position && { position };
    const paragraph: Paragraph = { type: 'paragraph', children, ...at };
    if (language !== null) found.push({ text: { type: 'root', children: [paragraph], ...at }, language });
  });
  return found;
};

const unknownIn = (file: string, tree: Nlcst, language: string, isRight: Speller): readonly UnknownWord[] => {
  const unknown = new Map<string, UnknownWord>();
  visit(tree, 'SentenceNode', (node: NlcstSentence) => {
    for (const one of wordsOf(file, node))
      if (!unknown.has(one.word) && !isRight(one.word))
        unknown.set(one.word, { ...one, language: isBritish(language) ? null : language });
  });
  return [...unknown.values()];
};

/** To count those of a word takes as long as to look it up, and most words stand in many sentences. */
const syllablesOf = upTo(50_000, syllable);

const read = (file: string, vfile: VFile, tree: Nlcst, isRight: Speller): Prose => {
  const sentences: Sentence[] = [];
  const unknown = new Map<string, UnknownWord>();
  const note = (words: readonly WordAt[]): void => {
    const [first] = words;
    if (!first) return;
    sentences.push({
      words: words.length,
      syllables: words.reduce((sum, { word }) => sum + syllablesOf(word), 0),
      beginning: words
        .slice(0, 5)
        .map(({ word }) => word)
        .join(' '),
      place: first.place,
    });
    for (const one of words)
      if (!unknown.has(one.word) && !isRight(one.word)) unknown.set(one.word, { ...one, language: null });
  };
  visit(tree, 'SentenceNode', (node: NlcstSentence) => partedAtStops(wordsOf(file, node)).forEach(note));
  return { sentences, repeated: repeatedIn(file, vfile, tree), unknown: [...unknown.values()] };
};

/** The parser takes `2019.` and `in.` for words with their stop: before a capital that ends a sentence, unless it is an abbreviation’s. */
const partedAtStops = (words: readonly WordAt[]): readonly (readonly WordAt[])[] => {
  const sentences: WordAt[][] = [[]];
  words.forEach((one, index) => {
    sentences.at(-1)?.push(one);
    const isEnd = one.word.endsWith('.') && !endsAbbreviated(one.word);
    if (isEnd && /^\p{Lu}/u.test(words[index + 1]?.word ?? '')) sentences.push([]);
  });
  return sentences;
};

/** What of a sentence are words and numbers; a range such as `2018–19` is one. */
const wordsOf = (file: string, { children }: NlcstSentence): readonly WordAt[] => {
  const words: WordAt[] = [];
  children.forEach((child, index) => {
    const word = toString(child);
    const start = child.position?.start;
    if (child.type !== 'WordNode' || !start || !/[\p{L}\p{N}]/u.test(word)) return;
    const [before, joint] = [children[index - 2], toString(children[index - 1] ?? [])];
    const first = before?.type === 'WordNode' && /^[–/]$/u.test(joint) ? words.pop() : undefined;
    const place = first?.place ?? { file, line: start.line, column: start.column };
    words.push({ word: first ? `${first.word}${joint}${word}` : word, place });
  });
  return words;
};

/** The second of two words that are the same. */
const repeatedIn = (file: string, vfile: VFile, tree: Nlcst): readonly WordAt[] => {
  const before = vfile.messages.length;
  repeatedWords()(tree, vfile);
  return vfile.messages
    .splice(before)
    .flatMap(({ actual, line, column }): readonly WordAt[] =>
      line && column ? [{ word: actual?.split(/\s/u)[0] ?? '', place: { file, line, column } }] : [],
    );
};
