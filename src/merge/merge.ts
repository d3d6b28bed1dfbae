/**
 * Merge takes a text with merge fields and a recipient and gives the text with the recipient's own values in their place, or
 * what of them is missing. What comes out is a text like any other: no later stage knows of fields.
 */

import type { Nodes, Parents, Root } from 'mdast';
import { copyTree } from '../model/copy-tree.ts';
import { fieldsOf } from '../model/field.ts';
import { fieldsInLine, readField } from '../model/field-syntax.ts';
import type { Language } from '../model/languages/language.ts';
import { fieldsFor, missingWordingFor, wordingFor } from '../model/passage.ts';
import type { Cited, Passage } from '../model/project.ts';
import type { Recipient } from '../model/recipient.ts';
import { fill, type Filled, type Missing } from './fill.ts';

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
  const filled = fields.map((field) => fill(field, merging.recipient, merging.language));
  return merged(filled, (words) => {
    const own = copyTree(text);
    fillIn(own, words.values());
    return own;
  });
};

/** Merges a text that is no Markdown: the heading of a slot, a figure. */
export const mergeLine = (line: string, { recipient, language }: Merging): Merged<string> => {
  const fields = fieldsInLine(line).flatMap(({ written, index }) => {
    const request = readField(written);
    return 'remedy' in request ? [] : [{ request, index, end: index + written.length }];
  });
  const filled = fields.map(({ request }) => fill(request, recipient, language));
  return merged(filled, (words) => {
    const between = fields.map(({ index }, at) => line.slice(fields[at - 1]?.end ?? 0, index) + words[at]);
    return between.join('') + line.slice(fields.at(-1)?.end ?? 0);
  });
};

const merged = <T>(filled: readonly Filled[], make: (words: readonly string[]) => T): Merged<T> => {
  const missing = filled.flatMap((one) => ('missing' in one ? one.missing : []));
  if (missing.length) return { missing };
  const words = filled.map((one) => ('text' in one ? one.text : ''));
  return { value: make(words), cited: once(filled.flatMap((one) => ('cited' in one ? one.cited : []))) };
};

const once = (cited: readonly Cited[]): readonly Cited[] => [
  ...new Map(cited.map((each) => [JSON.stringify([each.source, each.locator]), each])).values(),
];

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
  const { figure, ...attributes } = passage.attributes;
  const own = mergeText(wordingFor(passage, audience), merging);
  const large = mergeLine(figure ?? '', merging);
  const missing = [own, large].flatMap((one) => ('missing' in one ? one.missing : []));
  if ('value' in own && 'value' in large) {
    const shown = large.value ? { ...attributes, figure: large.value } : attributes;
    return {
      passage: { ...passage, attributes: shown, text: own.value, wordings: [] },
      cited: own.cited,
      missing,
    };
  }
  const instead = missingWordingFor(passage, audience);
  const other = instead && mergeText(instead, merging);
  if (!other || 'missing' in other) return { passage: null, cited: [], missing };
  // What is set large beside a sentence is a number of it.
  return {
    passage: { ...passage, attributes, text: other.value, wordings: [] },
    cited: other.cited,
    missing,
  };
};
