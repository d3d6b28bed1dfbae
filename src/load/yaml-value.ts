import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { error, type Say } from '../diagnostics/message.ts';
import type { Place } from '../diagnostics/place.ts';
import type { Lines } from './lines.ts';
import { sayInvisible } from './invisible.ts';
import { textOf } from './scalar.ts';
import { bareMistake } from './scalar-mistakes.ts';

/** The most levels that lists and maps stand in one another; topics need some, nothing needs more. */
const DEEPEST = 30;

/**
 * A YAML tree as texts, lists, and maps without a prototype; an empty file is an empty map. `start` is the offset in the
 * file from which it was read. Says doubled keys, and values that were meant as something else.
 */
export const plainValue = (root: Node | null, lines: Lines, start: number, say: Say): unknown =>
  root ? new Plain(lines, start, say).value(root, 0) : Object.create(null);

class Plain {
  readonly #lines: Lines;
  readonly #start: number;
  readonly #say: Say;

  constructor(lines: Lines, start: number, say: Say) {
    this.#lines = lines;
    this.#start = start;
    this.#say = say;
  }

  value(node: Node | null, depth: number): unknown {
    if (node && depth > DEEPEST) return this.#tooDeep(node);
    if (isSeq<Node>(node)) return node.items.map((item) => this.value(item, depth + 1));
    if (!isMap<Node, Node | null>(node)) return this.#text(node);
    // Without a prototype no key of the file is mistaken for something that every object has.
    const map: Record<string, unknown> = Object.create(null);
    const first = new Map<string, Node>();
    for (const { key, value } of node.items) {
      const name = textOf(key);
      const twice = first.get(name);
      if (twice) this.#twice(name, key, twice);
      else if (isScalar(key) && name !== '__proto__') map[name] = this.value(value, depth + 1);
      else this.#say(error('bad-key', this.#place(key), 'A key is a single word', { remedy: 'Rename it.' }));
      first.set(name, twice ?? key);
    }
    return map;
  }

  #text(node: Node | null): string {
    const text = textOf(node);
    // Elsewhere `~` and `null` mean that there is no value; here they would be printed as words.
    if (isScalar(node) && node.type === 'PLAIN' && /^(?:~|null|Null|NULL)$/.test(text)) return '';
    // An escape such as `\e` brings in what the file itself may not hold.
    if (node && /(?![\t\n\r])\p{Cc}/u.test(text))
      this.#say(
        error('control-character', this.#place(node), 'A control character stands in the text', {
          remedy: 'Take it out.',
        }),
      );
    else if (node) sayInvisible(text, 'values', () => this.#place(node), this.#say);
    if (isScalar(node) && node.type === 'PLAIN') this.#bare(node);
    return text.normalize('NFC');
  }

  #bare(node: Node): void {
    const [from, to] = this.#range(node);
    const mistake = bareMistake(this.#lines.text.slice(from, to));
    if (!mistake) return;
    const { rule, index, text, remedy } = mistake;
    this.#say(error(rule, this.#lines.place(from + index), text, { remedy }));
  }

  #place(node: Node): Place {
    return this.#lines.place(this.#range(node)[0]);
  }

  #range(node: Node): readonly [from: number, to: number] {
    const [from = 0, to = from] = node.range ?? [];
    return [this.#start + from, this.#start + to];
  }

  #twice(name: string, key: Node, twice: Node): void {
    const related = [{ place: this.#place(twice), text: 'the first one' }];
    const remedy = 'Keep one of them.';
    this.#say(error('key-twice', this.#place(key), `\`${name}\` is there already`, { remedy, related }));
  }

  #tooDeep(node: Node): unknown {
    const text = 'Lists or maps stand too deep in one another';
    this.#say(error('nesting', this.#place(node), text, { remedy: 'Take levels out.' }));
    return '';
  }
}
