/** Pieces of a YAML text cut out and put in, as the manner of what stands round them asks. */

import { isMap, isScalar, stringify, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';

export type YamlPair = Pair<Node, Node | null>;
export type YamlMap = YAMLMap<Node, Node | null>;

/** Replaces what stands between two offsets. */
export const cut = (text: string, [from, to]: readonly [from: number, to: number], by = ''): string =>
  text.slice(0, from) + by + text.slice(to);

/** A text or a list on one line; null for a text of several. */
export const written = (value: string | readonly string[]): string | null => {
  const line = stringify(value, {
    collectionStyle: 'flow',
    flowCollectionPadding: false,
    lineWidth: 0,
  }).trimEnd();
  return line.includes('\n') ? null : line;
};

/** The offset behind what a node says: a collection in rows also has the line breaks that follow it. */
export const endOf = ({ range }: Node, text?: string): number => {
  const [from = 0, to = 0] = range ?? [];
  return text === undefined ? to : from + text.slice(from, to).trimEnd().length;
};

const startOf = ({ range }: Node): number => range?.[0] ?? 0;

const rowStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

/** The offset of the line feed that ends a row; the end of the text in the last one. */
const rowEnd = (text: string, at: number): number => {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
};

/** Whether comments may stand in a node that is written in braces or brackets: they would be lost with what is cut there. */
const mayHoldComments = (text: string, node: Node): boolean =>
  text.slice(startOf(node), endOf(node)).includes('#');

const indentOf = (text: string, node: Node): number => startOf(node) - rowStart(text, startOf(node));

/** Behind a pair with its value, which may be none. */
const pairEnd = (text: string, { key, value }: YamlPair): number => {
  const colon = text.indexOf(':', endOf(key)) + 1;
  return value ? Math.max(colon, endOf(value, text)) : colon;
};

/** `keys` in one another, the value in the innermost, in rows with so many spaces before them. */
const asRows = (keys: readonly string[], line: string, indent: number): string =>
  keys
    .map(
      (key, depth) =>
        `${' '.repeat(indent + 2 * depth)}${key}:${depth === keys.length - 1 ? ` ${line}` : ''}`,
    )
    .join('\n');

const asFlow = ([key, ...rest]: readonly string[], line: string): string =>
  key === undefined ? line : rest.length ? `${key}: { ${asFlow(rest, line)} }` : `${key}: ${line}`;

/** Puts keys in one another, and a value, behind the last pair of a map. */
export const insertPair = (
  text: string,
  map: YamlMap,
  keys: readonly string[],
  value: string | readonly string[],
): string | null => {
  const line = written(value);
  const last = map.items.at(-1);
  if (line === null) return null;
  if (map.flow) {
    if (last) return cut(text, [pairEnd(text, last), pairEnd(text, last)], `, ${asFlow(keys, line)}`);
    return cut(text, [startOf(map), endOf(map)], `{ ${asFlow(keys, line)} }`);
  }
  if (!last) return null;
  const at = rowEnd(text, pairEnd(text, last));
  return cut(text, [at, at], `\n${asRows(keys, line, indentOf(text, last.key))}`);
};

/** Gives a key that has no value one: in a map within the keys that are left, or where none is, as it is. */
export const putBehindKey = (
  text: string,
  map: YamlMap,
  pair: YamlPair,
  keys: readonly string[],
  value: string | readonly string[],
): string | null => {
  const line = written(value);
  if (line === null) return null;
  if (pair.value && mayHoldComments(text, pair.value)) return null;
  const colon = text.indexOf(':', endOf(pair.key)) + 1;
  // An empty map, or nothing at all.
  const behind = isMap(pair.value) ? endOf(pair.value) : colon;
  if (map.flow || !keys.length)
    return cut(text, [colon, behind], ` ${keys.length ? `{ ${asFlow(keys, line)} }` : line}`);
  const emptied = cut(text, [colon, behind]);
  const at = rowEnd(emptied, colon);
  return cut(emptied, [at, at], `\n${asRows(keys, line, indentOf(text, pair.key) + 2)}`);
};

/** Takes a pair out: its rows, or its part of a line with one comma. */
export const removePair = (text: string, map: YamlMap, pair: YamlPair): string | null => {
  const index = map.items.indexOf(pair);
  const [before, after] = [map.items[index - 1], map.items[index + 1]];
  const [start, end] = [startOf(pair.key), pairEnd(text, pair)];
  if (!map.flow) {
    const from = rowStart(text, start);
    return text.slice(from, start).trim()
      ? null
      : cut(text, [from, Math.min(rowEnd(text, end) + 1, text.length)]);
  }
  if (mayHoldComments(text, map)) return null;
  if (before) return cut(text, [pairEnd(text, before), end]);
  return after ? cut(text, [start, startOf(after.key)]) : cut(text, [startOf(map), endOf(map)], '{}');
};

/** Makes a list of texts another one: what stays keeps its row and the comments above it. */
export const replaceList = (text: string, list: YAMLSeq, values: readonly string[]): string | null => {
  const items = list.items.filter(isScalar);
  const [first] = items;
  const line = written(values);
  if (list.flow || !first) {
    const isOnALine = !text.slice(startOf(list), endOf(list)).includes('\n');
    return isOnALine && line !== null ? cut(text, [startOf(list), endOf(list)], line) : null;
  }
  const dash = text.lastIndexOf('-', startOf(first));
  const indent = text.slice(rowStart(text, dash), dash);
  if (indent.trim()) return null;
  const rows = new Map<string, string>();
  let from = rowStart(text, dash);
  for (const item of items) {
    const end = rowEnd(text, endOf(item));
    rows.set(String(item.value), text.slice(from, end));
    from = end + 1;
  }
  const all = values.map((value) => rows.get(value) ?? `${indent}- ${written(value) ?? ''}`);
  return cut(text, [rowStart(text, dash), from - 1], all.join('\n'));
};

/** Makes the list behind a key, of names, a map of which nothing more is said. */
export const expandList = (text: string, { key, value }: YamlPair): string | null => {
  const list = value as YAMLSeq | null;
  const names = list?.items.filter(isScalar) ?? [];
  if (!list || names.length !== list.items.length || !names.length) return null;
  if (list.flow) {
    if (mayHoldComments(text, list)) return null;
    const rows = names.map((name) => `\n${' '.repeat(indentOf(text, key) + 2)}${String(name.value)}:`);
    return cut(text, [text.indexOf(':', endOf(key)) + 1, endOf(list)], rows.join(''));
  }
  return names.toReversed().reduce((result, name) => {
    const dash = text.lastIndexOf('-', startOf(name));
    return cut(result, [dash, endOf(name)], `${String(name.value)}:`);
  }, text);
};
