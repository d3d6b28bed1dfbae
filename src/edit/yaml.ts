/**
 * Sets a value in a YAML text. Only what has to be is written anew, so that comments, order and manner of all else stay.
 * What comes of it is read again and held against what was wanted.
 */

import { isDeepStrictEqual } from 'node:util';
import { isMap, isScalar, isSeq, parseDocument, type Node } from 'yaml';
import {
  cut,
  endOf,
  expandList,
  insertPair,
  putBehindKey,
  removePair,
  replaceList,
  written,
  type YamlMap,
  type YamlPair,
} from './yaml-splices.ts';

/** A text, a list of texts, or nothing. */
export type NewValue = string | readonly string[] | null;

/**
 * The text with a value at a path of keys. Where the value is null or an empty list it is taken out, with the maps that
 * are empty without it, but for the first `keep` keys of the path. Null where that can't be done without touching more.
 */
export const setIn = (text: string, path: readonly string[], value: NewValue, keep = 0): string | null => {
  // Rows end as they did.
  const isWithReturns = text.includes('\r\n') && !/(?<!\r)\n/u.test(text);
  if (!isWithReturns) return setInRows(text, path, value, keep);
  const result = setInRows(text.replaceAll('\r\n', '\n'), path, value, keep);
  return result && result.replaceAll('\n', '\r\n');
};

const setInRows = (text: string, path: readonly string[], value: NewValue, keep: number): string | null => {
  const before = parse(text);
  if (before.errors.length) return null;
  const isGone = value === null || value.length === 0;
  const node = before.contents;
  const result = isGone ? takeOut(text, node, path, keep) : put(text, node, path, value);
  if (result === null || result === text) return result;
  const after = parse(result);
  const wanted = wantedOf(plain(node), path, isGone ? null : value, keep);
  return !after.errors.length && isDeepStrictEqual(plain(after.contents), wanted) ? result : null;
};

const parse = (text: string) =>
  parseDocument<Node>(text, { schema: 'failsafe', uniqueKeys: false, prettyErrors: false });

const isBlank = (node: Node | null | undefined): boolean =>
  !node || (isScalar(node) && node.source === '') || (isMap(node) && !node.items.length);

const nameOf = ({ key }: YamlPair): string => (isScalar(key) ? String(key.value) : '');

const pairIn = (map: YamlMap, key: string | undefined): YamlPair | undefined =>
  map.items.find((pair) => nameOf(pair) === key);

const put = (
  text: string,
  node: Node | null,
  [key = '', ...rest]: readonly string[],
  value: string | readonly string[],
): string | null => {
  if (!isMap<Node, Node | null>(node)) return null;
  const pair = pairIn(node, key);
  if (!pair) return insertPair(text, node, [key, ...rest], value);
  if (isBlank(pair.value)) return putBehindKey(text, node, pair, rest, value);
  if (rest.length) {
    // A list of names stands for a map of which nothing is said.
    if (!isSeq(pair.value)) return put(text, pair.value, rest, value);
    const expanded = expandList(text, pair);
    return expanded === null ? null : put(expanded, parse(expanded).contents, [key, ...rest], value);
  }
  if (isSeq(pair.value) && typeof value !== 'string') return replaceList(text, pair.value, value);
  const line = written(value);
  return isScalar(pair.value) && line !== null ? cut(text, rangeOf(pair.value), line) : null;
};

const rangeOf = (node: Node): readonly [from: number, to: number] => [node.range?.[0] ?? 0, endOf(node)];

const takeOut = (text: string, root: Node | null, path: readonly string[], keep: number): string | null => {
  let node = root;
  let found: { readonly map: YamlMap; readonly pair: YamlPair } | null = null;
  for (const [depth, key] of path.entries()) {
    const pair = isMap<Node, Node | null>(node) ? pairIn(node, key) : undefined;
    if (!pair || !isMap<Node, Node | null>(node)) return text;
    // What holds nothing else goes with it.
    if (!found || depth <= keep || node.items.length > 1) found = { map: node, pair };
    node = pair.value;
  }
  return found && removePair(text, found.map, found.pair);
};

type PlainValue = string | readonly PlainValue[] | { readonly [key: string]: PlainValue };

/** What a text says; an empty map says as little as nothing. */
const plain = (node: Node | null | undefined): PlainValue => {
  if (isBlank(node)) return '';
  if (isMap<Node, Node | null>(node))
    return Object.fromEntries(node.items.map((pair) => [nameOf(pair), plain(pair.value)]));
  if (isSeq<Node>(node)) return node.items.map(plain);
  return isScalar(node) ? String(node.value) : '';
};

/** What is to be said. */
const wantedOf = (
  before: PlainValue,
  [key, ...rest]: readonly string[],
  value: NewValue,
  keep: number,
): PlainValue => {
  if (key === undefined) return value ?? '';
  const map = mapOf(before);
  if (value === null && map[key] === undefined) return before;
  const next = wantedOf(map[key] ?? '', rest, value, keep - 1);
  const isEmpty = value === null && next === '';
  if (isEmpty && keep <= 0) delete map[key];
  else map[key] = next;
  return Object.keys(map).length ? map : '';
};

const mapOf = (before: PlainValue): Record<string, PlainValue> => {
  if (typeof before === 'string') return {};
  return isList(before)
    ? Object.fromEntries(before.map((name) => [typeof name === 'string' ? name : '', '']))
    : { ...before };
};

const isList = (value: PlainValue): value is readonly PlainValue[] => Array.isArray(value);
