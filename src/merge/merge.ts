/**
 * Merge takes a text with merge fields and a recipient and gives the text with the recipient's own values in their place, or
 * what of them is missing. What comes out is a text like any other: no later stage knows of fields.
 */

import type { Nodes, Parents, Root } from 'mdast';
import { copyTree } from '../model/copy-tree.ts';
import { fieldsOf, type FieldRequest } from '../model/field.ts';
import { fieldsInLine, requestsIn } from '../model/field-syntax.ts';
import type { Language } from '../model/languages/language.ts';
import { missingIn, textFor, type Missing } from '../model/missing.ts';
import { fieldsFor } from '../model/passage.ts';
import type { Cited, Passage } from '../model/project.ts';
import type { Recipient } from '../model/recipient.ts';
import { fill } from './fill.ts';

/** A text without fields, with the sources of its figures; or what it lacks. */
export type Merged<T> =
  | { readonly value: T; readonly cited: readonly Cited[] }
  | { readonly missing: readonly Missing[] };

/** Whose values are merged, and in which language the words between them are. */
export interface Merging {
  readonly recipient: Recipient;
  readonly language: Language;
}

/** Merges a text; one without fields is given back as it is. */
export const mergeText = (text: Root, merging: Merging): Merged<Root> => {
  const fields = fieldsOf(text);
  if (!fields.length) return { value: text, cited: [] };
  return filled(fields, merging, (words) => {
    const own = copyTree(text);
    fillIn(own, words.values());
    return own;
  });
};

/** Merges a text that is no Markdown: the heading of a slot, a figure. */
export const mergeLine = (line: string, merging: Merging): Merged<string> => {
  const fields = fieldsInLine(line);
  return filled(requestsIn(line), merging, (words) => {
    const ends = fields.map(({ index, written }) => index + written.length);
    const before = fields.map(({ index }, at) => line.slice(ends[at - 1] ?? 0, index) + words[at]);
    return before.join('') + line.slice(ends.at(-1) ?? 0);
  });
};

const filled = <T>(
  requests: readonly FieldRequest[],
  { recipient, language }: Merging,
  make: (words: readonly string[]) => T,
): Merged<T> => {
  const missing = missingIn(requests, recipient);
  if (missing.length) return { missing };
  const found = requests.map((request) => fill(request, recipient, language));
  const cited = found.flatMap((one) => one.cited);
  return {
    value: make(found.map(({ text }) => text)),
    cited: [...new Map(cited.map((one) => [JSON.stringify([one.source, one.locator]), one])).values()],
  };
};

/** Puts words in the place of the fields below a node, in their order, and joins them with the text beside. */
const fillIn = (node: Parents, words: Iterator<string>): void => {
  const children: Nodes[] = [];
  for (const child of node.children) {
    if ('children' in child) fillIn(child, words);
    const { position } = child;
    const own: Nodes =
      child.type === 'field'
        ? { type: 'text', value: words.next().value as string, ...(position && { position }) }
        : child;
    const before = children.at(-1);
    // One text, so that what is set together is seen together: `3 children`, a quotation mark and its word.
    if (own.type === 'text' && before?.type === 'text') {
      before.value += own.value;
      if (before.position && position) before.position = { start: before.position.start, end: position.end };
    } else children.push(own);
  }
  node.children = children as typeof node.children;
};

/** A passage as one recipient reads it, in the words for one audience; null where it has none for this recipient. */
export interface MergedPassage {
  readonly passage: Passage | null;
  readonly cited: readonly Cited[];
  /** Why it stands in its wording for missing values, or is left out. */
  readonly missing: readonly Missing[];
}

/** Merges a passage for an audience. One that asks for nothing is given back as it is. */
export const mergePassage = (passage: Passage, audience: string, merging: Merging): MergedPassage => {
  if (!fieldsFor(passage, audience).length) return { passage, cited: [], missing: [] };
  const { text, figure, missing } = textFor(passage, audience, merging.recipient);
  const merged = text && mergeText(text, merging);
  const large = figure === null ? null : mergeLine(figure, merging);
  if (!merged || 'missing' in merged) return { passage: null, cited: [], missing };
  const { figure: _written, ...others } = passage.attributes;
  const attributes = large && 'value' in large ? { ...others, figure: large.value } : others;
  return {
    passage: { ...passage, attributes, text: merged.value, wordings: [] },
    cited: merged.cited,
    missing,
  };
};
