import type { PhrasingContent, Root } from 'mdast';
import { findAndReplace } from 'mdast-util-find-and-replace';
import { toString } from 'mdast-util-to-string';
import type { AbbreviationNode } from '../model/document.ts';
import type { Abbreviation } from '../model/project.ts';

/**
 * Writes each abbreviation out where a document uses it first — "Department for Education (DfE)" — and marks it there
 * and later, so that a reader can ask what it means. In somebody's own words, headings and links nothing is written out.
 */
export class Abbreviations {
  readonly #known: ReadonlyMap<string, Abbreviation>;
  readonly #pattern: RegExp | null;
  /** The short forms that the document has written out. */
  readonly #introduced = new Set<string>();

  constructor(known: ReadonlyMap<string, Abbreviation>) {
    this.#known = known;
    const longestFirst = [...known.keys()].toSorted((a, b) => b.length - a.length);
    const any = longestFirst.map((short) => short.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')).join('|');
    this.#pattern = any ? new RegExp(String.raw`(?<![\p{L}\p{N}])(${any})(s?)(?![\p{L}\p{N}])`, 'gu') : null;
  }

  /** Marks the abbreviations of one text, in place; texts are given in reading order. */
  mark(tree: Root, verbatim: boolean): void {
    if (!this.#pattern) return;
    const replace = (...found: unknown[]): PhrasingContent[] | false => {
      const [, short, s, match] = found as [string, string, string, Match];
      const abbreviation = this.#known.get(short);
      return abbreviation ? this.#written(abbreviation, s, match, verbatim) : false;
    };
    findAndReplace(tree, [this.#pattern, replace], { ignore: ['inlineCode', 'abbreviation'] });
  }

  #written(of: Abbreviation, s: string, match: Match, verbatim: boolean): PhrasingContent[] {
    const expansion = s ? of.plural : of.expansion;
    const node: AbbreviationNode = {
      type: 'abbreviation',
      title: expansion,
      children: [{ type: 'text', value: of.short + s }],
    };
    const kept = verbatim || match.stack.some(({ type }) => type === 'heading' || type === 'link');
    if (of.expand === 'never' || this.#introduced.has(of.short) || kept) return [node];
    this.#introduced.add(of.short);
    if (writtenOut(match, expansion)) return [node];
    return [{ type: 'text', value: `${expansion} (` }, node, { type: 'text', value: ')' }];
  }
}

interface Match {
  readonly index: number;
  readonly input: string;
  readonly stack: readonly { readonly type: string; readonly children?: readonly unknown[] }[];
}

/** Whether the author has written the expansion out just before: `… Department for Education (DfE) …`. */
const writtenOut = ({ index, input, stack }: Match, expansion: string): boolean => {
  const [parent, text] = stack.slice(-2);
  const siblings = parent?.children ?? [];
  const earlier = siblings
    .slice(
      0,
      siblings.findIndex((sibling) => sibling === text),
    )
    .map((one) => toString(one));
  const before = (earlier.join('') + input.slice(0, index)).toLowerCase();
  return before.endsWith(`${expansion.toLowerCase()} (`);
};
