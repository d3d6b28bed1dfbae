/**
 * Merge takes a text with merge fields and exhibits, and a recipient, and gives the text with the recipient's own values,
 * charts and tables in their place, or what of them is missing. What comes out is a text like any other: no later stage
 * knows of fields.
 */

import type { Nodes, Parents, Root } from 'mdast';
import { copyTree } from '../model/copy-tree.ts';
import { exhibitsOf, type ExhibitRequest, type SoundExhibit } from '../model/exhibit.ts';
import { fieldsOf } from '../model/field.ts';
import { fieldsInLine, requestsIn } from '../model/field-syntax.ts';
import type { Language } from '../model/languages/language.ts';
import { lackingIn, missingIn, textFor, type Missing } from '../model/missing.ts';
import { fieldsFor, languageIn, wordingFor, type Cited, type Passage } from '../model/passage.ts';
import type { Recipient, Tables } from '../model/recipient.ts';
import { showExhibit, type Shown } from './exhibit.ts';
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

/** Merges a text; one without fields and exhibits is given back as it is. */
export const mergeText = (text: Root, merging: Merging): Merged<Root> => {
  const fields = fieldsOf(text);
  const exhibits = exhibitsOf(text);
  if (!fields.length && !exhibits.length) return { value: text, cited: [] };
  const missing = lackingIn(text, merging.recipient);
  if (missing.length) return { missing };
  const found = fields.map((field) => fill(field, merging.recipient, merging.language));
  const shown = exhibits.map((exhibit) => shownFor(exhibit, merging));
  const own = copyTree(text);
  fillIn(own, found.map((one) => one.text).values(), shown.map((one) => one.node).values());
  return { value: own, cited: once([...found, ...shown]) };
};

/** Merges a text that is no Markdown: the heading of a slot, a figure. One without fields is given back as it is. */
export const mergeLine = (line: string, { recipient, language }: Merging): Merged<string> => {
  const fields = fieldsInLine(line);
  if (!fields.length) return { value: line, cited: [] };
  const requests = requestsIn(line);
  const missing = missingIn(requests, recipient);
  if (missing.length) return { missing };
  const found = requests.map((request) => fill(request, recipient, language));
  const ends = fields.map(({ index, written }) => index + written.length);
  const before = fields.map(
    ({ index }, at) => line.slice(ends[at - 1] ?? 0, index) + (found[at]?.text ?? ''),
  );
  return { value: before.join('') + line.slice(ends.at(-1) ?? 0), cited: once(found) };
};

/** What several figures cite, each once. */
const once = (found: readonly { readonly cited: readonly Cited[] }[]): readonly Cited[] => {
  const cited = found.flatMap((one) => one.cited);
  return [...new Map(cited.map((one) => [JSON.stringify([one.source, one.locator]), one])).values()];
};

/** An exhibit with a recipient's own figures, unless it names its places itself. */
const shownFor = ({ request }: SoundExhibit, merging: Merging): Shown => {
  const { recipient, language } = merging;
  const words = (line: string | null) => {
    const merged = line === null ? null : mergeLine(line, merging);
    return merged && 'value' in merged ? merged.value : line;
  };
  const own = { ...request, title: words(request.title), alt: words(request.alt) };
  return showExhibit(own, placesOf(own, recipient.tables) ?? [recipient], language);
};

/** The rows that an exhibit names itself; null where it names none. */
const placesOf = ({ rows }: ExhibitRequest, tables: Tables): readonly Recipient[] | null => {
  const table = tables.get(rows?.table ?? '');
  if (!rows || !table) return null;
  return rows.keys.flatMap((key) => {
    const row = table.rows.get(key);
    return row ? [{ tables, table, row }] : [];
  });
};

/**
 * Puts words in the place of the fields below a node and charts and tables in that of its exhibits, in their order, and joins
 * words with the text beside.
 */
const fillIn = (node: Parents, words: Iterator<string>, shown: Iterator<Shown['node']>): void => {
  const children: Nodes[] = [];
  for (const child of node.children) {
    if ('children' in child) fillIn(child, words, shown);
    const { position } = child;
    const at = position && { position };
    const own: Nodes =
      child.type === 'field'
        ? { type: 'text', value: words.next().value as string, ...at }
        : child.type === 'exhibit'
          ? { ...(shown.next().value as Shown['node']), ...at }
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

/** Puts charts and tables into a passage of which all recipients read the same. One without is given back as it is. */
export const showExhibits = (
  passage: Passage,
  audience: string,
  tables: Tables,
  language: Language,
): Passage => {
  const text = wordingFor(passage, audience);
  const exhibits = exhibitsOf(text);
  if (!exhibits.length) return passage;
  const shown = exhibits.map(({ request }) =>
    showExhibit(request, placesOf(request, tables) ?? [], language),
  );
  const own = copyTree(text);
  fillIn(own, [].values(), shown.map((one) => one.node).values());
  return { ...passage, text: own, language: languageIn(passage, text), wordings: [], cites: once(shown) };
};

/** Whether a passage asks anything of its recipient, as an audience reads it; one that does not is the same for all. */
export const isAsking = (passage: Passage, audience: string): boolean =>
  fieldsFor(passage, audience).length > 0 || exhibitsOf(wordingFor(passage, audience)).length > 0;

/** Merges a passage for an audience. One that asks for nothing is given back as it is. */
export const mergePassage = (passage: Passage, audience: string, merging: Merging): MergedPassage => {
  if (!isAsking(passage, audience)) return { passage, cited: [], missing: [] };
  const { text, figure, missing } = textFor(passage, audience, merging.recipient);
  const merged = text && mergeText(text, merging);
  const large = figure === null ? null : mergeLine(figure, merging);
  if (!merged || 'missing' in merged) return { passage: null, cited: [], missing };
  const { figure: _written, ...others } = passage.attributes;
  const attributes = large && 'value' in large ? { ...others, figure: large.value } : others;
  return {
    passage: {
      ...passage,
      attributes,
      text: merged.value,
      language: languageIn(passage, text),
      wordings: [],
    },
    cited: merged.cited,
    missing,
  };
};
