import { isMap, isScalar, isSeq, parseDocument, type Node } from 'yaml';
import type { Message, Say } from '../diagnostics/message.ts';
import type { Place } from '../diagnostics/place.ts';
import { sayInvisible } from './invisible.ts';
import type { Lines } from './lines.ts';
import { characterOffsets, textOf } from './scalar.ts';
import { sayErrors, sayTraps } from './yaml-faults.ts';
import { plainValue } from './yaml-value.ts';

export type Path = readonly PropertyKey[];

/** A YAML text as read: every value is a text, a list or a map, and each has its place. */
export interface Yaml {
  readonly lines: Lines;
  readonly value: unknown;
  /** Where a value stands; that of the nearest value round it where it is not there. */
  place(path: Path): Place;
  /** Where a key stands. */
  keyPlace(path: Path): Place;
  /** A map's keys, or a list's texts, in the file's order, which an object does not keep for keys such as `2025`. */
  keys(path: Path): readonly string[];
  /** A text as it is, blanks at its ends included, and the offset in the file of each of its characters. */
  text(path: Path): { readonly text: string; readonly offsets: readonly number[] };
  /** Where a member of a list stands, or a word of a text that stands for a list. */
  wordPlace(path: Path, index: number): Place;
}

/** Part of a file: from one offset up to another. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Reads a file, or part of it, as YAML; null, with everything said, where it can't be read. */
export const readYaml = (
  lines: Lines,
  say: Say,
  span: Span = { start: 0, end: lines.text.length },
): Yaml | null => {
  const text = lines.text.slice(span.start, span.end);
  if (sayInvisible(text, 'values', (offset) => lines.place(span.start + offset), say)) return null;
  const faults: Message[] = [];
  // Doubled keys are looked for in `plainValue`: the parser's own search takes minutes for thousands of keys.
  const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false, prettyErrors: false });
  const traps: Message[] = [];
  sayTraps(text, span.start, lines, (message) => traps.push(message));
  // What is lost to a comment, such as the rest of `{ accent: #003366 }`, is often why the text does not parse.
  const lost = traps.filter(({ rule }) => rule === 'lost-to-comment');
  if (!document.errors.length) faults.push(...traps);
  else if (lost.length) faults.push(...lost);
  else sayErrors(document.errors, text, span.start, lines, (message) => faults.push(message));
  if (!faults.length) {
    const value = plainValue(document.contents, lines, span.start, (message) => faults.push(message));
    if (!faults.length) return new Read(lines, span.start, document.contents, value);
  }
  faults.forEach(say);
  return null;
};

/** A node reached from the root, its key, and the number of steps to it. */
interface Step {
  readonly key: Node | null;
  readonly node: Node | null;
  readonly depth: number;
}

class Read implements Yaml {
  readonly lines: Lines;
  readonly value: unknown;
  readonly #start: number;
  readonly #root: Node | null;
  /** The members of each map and list that was walked through. */
  readonly #members = new Map<Node, ReadonlyMap<PropertyKey, Omit<Step, 'depth'>>>();

  constructor(lines: Lines, start: number, root: Node | null, value: unknown) {
    this.lines = lines;
    this.#start = start;
    this.#root = root;
    this.value = value;
  }

  place(path: Path): Place {
    return this.#placeOf(this.#walk(path).node);
  }

  keyPlace(path: Path): Place {
    const { key, node } = this.#walk(path);
    return this.#placeOf(key ?? node);
  }

  keys(path: Path): readonly string[] {
    const node = this.#exact(path);
    if (isMap(node)) return node.items.map(({ key }) => textOf(key));
    return isSeq(node) ? node.items.filter(isScalar).map(textOf) : [];
  }

  text(path: Path): { text: string; offsets: readonly number[] } {
    const node = this.#exact(path);
    return isScalar(node)
      ? { text: textOf(node), offsets: characterOffsets(node, this.#start, this.lines.text) }
      : { text: '', offsets: [] };
  }

  wordPlace(path: Path, index: number): Place {
    const { text, offsets } = this.text(path);
    const word = [...text.matchAll(/\S+/g)][index];
    return word ? this.lines.place(offsets[word.index] ?? 0) : this.place([...path, index]);
  }

  /** Goes as far as the path leads. */
  #walk(path: Path): Step {
    let at: Step = { key: null, node: this.#root, depth: 0 };
    for (const step of path) {
      const next = at.node && this.#membersOf(at.node).get(step);
      if (!next) break;
      at = { ...next, depth: at.depth + 1 };
    }
    return at;
  }

  /** By key; in a list by index, and by the text itself. */
  #membersOf(node: Node): ReadonlyMap<PropertyKey, Omit<Step, 'depth'>> {
    const known = this.#members.get(node);
    if (known) return known;
    const members = new Map<PropertyKey, Omit<Step, 'depth'>>();
    if (isMap<Node, Node>(node))
      for (const { key, value } of node.items) members.set(textOf(key), { key, node: value ?? key });
    if (isSeq<Node>(node))
      for (const [index, item] of node.items.entries()) {
        members.set(index, { key: item, node: item });
        if (isScalar(item) && !members.has(textOf(item)))
          members.set(textOf(item), { key: item, node: item });
      }
    this.#members.set(node, members);
    return members;
  }

  #exact(path: Path): Node | null {
    const { node, depth } = this.#walk(path);
    return depth === path.length ? node : null;
  }

  #placeOf(node: Node | null): Place {
    return this.lines.place(this.#start + (node?.range?.[0] ?? 0));
  }
}
