import type { Parents, PhrasingContent, Root, Text } from 'mdast';
import { findAndReplace } from 'mdast-util-find-and-replace';
import { visit } from '../model/visit.ts';
import type { AbbreviationNode } from '../model/document.ts';
import { ENGLISH } from '../model/languages/en.ts';
import type { Language } from '../model/languages/language.ts';
import type { Abbreviation } from '../model/vocabulary.ts';
import { fitting } from './articles.ts';
import { beginsSentence, capitalised } from '../model/sentences.ts';
import { typesetLine } from './typography.ts';

/**
 * Writes each abbreviation out where a document uses it first — "Department for Education (DfE)" — and marks it there
 * and later, so that a reader can ask what it means. The words around it are made to fit: "an LGA survey" becomes "a
 * Local Government Association (LGA) survey", "the DfE’s" becomes "the Department for Education’s (DfE’s)". In somebody's
 * own words, headings, links and compounds ("NHS-funded") nothing is written out.
 */
export class Abbreviations {
  readonly #known: ReadonlyMap<string, Abbreviation>;
  readonly #pattern: RegExp | null;
  readonly #fits: boolean;
  /** The short forms that the document has written out. */
  readonly #introduced = new Set<string>();

  /** Articles and genitives are made to fit in English; other languages need neither. */
  constructor(known: ReadonlyMap<string, Abbreviation>, language: Language) {
    this.#known = known;
    this.#fits = language === ENGLISH;
    const [article, possessive] = this.#fits ? ['[Aa]n?', '’s|’'] : ['(?!)', '(?!)'];
    const longestFirst = [...known.keys()].toSorted((a, b) => b.length - a.length);
    const any = longestFirst.map((short) => short.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')).join('|');
    this.#pattern = any
      ? new RegExp(
          String.raw`(?<![\p{L}\p{N}])(?:(${article})([ \u00a0]))?(?<![\p{L}\p{N}])(${any})(s?)(${possessive})?(?![\p{L}\p{N}])`,
          'gu',
        )
      : null;
  }

  /** Marks the abbreviations of one text, in place; texts are given in reading order. */
  mark(tree: Root, verbatim: boolean): void {
    if (!this.#pattern) return;
    const replace = (...found: unknown[]): PhrasingContent[] | false => {
      const [whole, article = '', space = '', short, s, possessive = '', match] = found as MatchGroups;
      const abbreviation = this.#known.get(short);
      if (!abbreviation) return false;
      const at = new MatchContext(match, whole);
      const written = { article, space, s, possessive: at.closes(possessive) ? '' : possessive };
      const behind = written.possessive ? '' : possessive;
      const phrases = this.#written(abbreviation, written, at, verbatim);
      return behind ? [...phrases, text(behind)] : phrases;
    };
    findAndReplace(tree, [this.#pattern, replace], { ignore: ['abbreviation', 'span'] });
  }

  #written(of: Abbreviation, written: Affixes, at: MatchContext, verbatim: boolean): PhrasingContent[] {
    const { article, space, s, possessive } = written;
    const expansion = typesetLine(s ? of.plural : of.expansion);
    const node: AbbreviationNode = {
      type: 'abbreviation',
      title: expansion,
      children: [{ type: 'text', value: of.short + s }],
    };
    const kept = verbatim || at.isKept;
    const before = article + space;
    const after = possessive ? [text(possessive)] : [];
    const asItStands = [...(before ? [text(before)] : []), node, ...after];
    if (of.expand === 'never' || this.#introduced.has(of.short) || kept) return asItStands;
    this.#introduced.add(of.short);
    if (at.hasWritten(expansion)) return asItStands;
    if (!article && this.#fits) at.fitArticle(expansion);
    const opening = article ? fitting(article, expansion) + space : '';
    const said = !article && at.beginsSentence ? capitalised(expansion) : expansion;
    const owner = possessive && (expansion.endsWith('s') && possessive === '’s' ? '’' : possessive);
    const [open, close] = at.isBracketed ? '[]' : '()';
    return [text(`${opening}${said}${owner} ${open}`), node, ...after, text(close ?? '')];
  }
}

const text = (value: string): Text => ({ type: 'text', value });

/** What stands with an abbreviation. */
interface Affixes {
  readonly article: string;
  readonly space: string;
  readonly s: string;
  readonly possessive: string;
}

type MatchGroups = [
  whole: string,
  article: string | undefined,
  space: string | undefined,
  short: string,
  s: string,
  possessive: string | undefined,
  match: Match,
];

interface Match {
  readonly index: number;
  readonly input: string;
  readonly stack: readonly (Parents | Text)[];
}

/** The block of text round a match. */
class MatchContext {
  readonly #match: Match;
  readonly #block: Parents;
  readonly #before: string;
  readonly #after: string;

  constructor(match: Match, whole: string) {
    const { index, input, stack } = match;
    this.#match = match;
    this.#block = (stack.findLast(({ type }) => /^(?:paragraph|heading|tableCell)$/u.test(type)) ??
      stack[0]) as Parents;
    const [before, after] = this.#around();
    this.#before = before.map(({ value }) => value).join('') + input.slice(0, index);
    this.#after = input.slice(index + whole.length) + after.map(({ value }) => value).join('');
  }

  /** Whether nothing may be written out here. */
  get isKept(): boolean {
    const within = this.#match.stack.some(({ type }) => type === 'heading' || type === 'link');
    return within || /[\p{L}\p{N}][-/&]$/u.test(this.#before) || /^[-/&][\p{L}\p{N}]/u.test(this.#after);
  }

  get beginsSentence(): boolean {
    return beginsSentence(this.#before);
  }

  get isBracketed(): boolean {
    return /\([^()]*$/u.test(this.#before);
  }

  /** Whether the author has written the expansion out: `Department for Education (DfE)`, `DfE (Department for Education)`. */
  hasWritten(expansion: string): boolean {
    const said = expansion.toLowerCase();
    const before = this.#before.toLowerCase().replace(/(?:’s?)? [([]$/u, '');
    const after = this.#after.toLowerCase();
    return (before !== this.#before.toLowerCase() && before.endsWith(said)) || after.startsWith(` (${said}`);
  }

  /** Whether an apostrophe behind the match closes a quotation. */
  closes(possessive: string): boolean {
    return possessive === '’' && /‘(?:[^’]|’(?=[\p{L}\p{N}]))*$/u.test(this.#before);
  }

  /** Makes an article fit that stands before the match in another node: `an **LGA** survey`. */
  fitArticle(expansion: string): void {
    const last = this.#match.index === 0 ? this.#around()[0].at(-1) : undefined;
    if (last)
      last.value = last.value.replace(/(?<![\p{L}\p{N}])an?(?=[ \u00a0]$)/iu, (article) =>
        fitting(article, expansion),
      );
  }

  /** The texts of the block before and behind the one that holds the match. */
  #around(): readonly [before: readonly Text[], after: readonly Text[]] {
    const leaves: Text[] = [];
    visit(this.#block, 'text', (leaf) => void leaves.push(leaf));
    const at = leaves.findIndex((leaf) => leaf === this.#match.stack.at(-1));
    return [leaves.slice(0, at), leaves.slice(at + 1)];
  }
}
