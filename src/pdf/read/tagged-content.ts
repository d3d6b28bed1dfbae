import { PDFArray, type PDFDict } from '../library.ts';
import { type ContentLexer, markedContentId } from '../content/lexer.ts';
import { memo } from '../../model/memo.ts';
import type { ContentScope } from './content-scope.ts';
import type { Element } from './element.ts';
import { isLanguage } from './language.ts';
import { MarkStack } from './mark-stack.ts';
import type { MetContent } from './met-content.ts';
import { dictAt, numberAt, textAt } from './objects.ts';
import type { Structure } from './structure.ts';

/** Follows which content is marked, and as a piece of which element (ISO 32000-1, 14.6 and 14.7.4). */
export class TaggedContent {
  readonly open = new MarkStack();
  readonly #structure: Structure | null;
  readonly #met: MetContent;

  constructor(structure: Structure | null, met: MetContent) {
    this.#structure = structure;
    this.#met = met;
  }

  /** What the numbers of marked content in a page or a form lead to. */
  parentsOf(dict: PDFDict): PDFArray | undefined {
    const key = numberAt(dict, 'StructParents');
    const entry = key === undefined ? undefined : this.#structure?.parents?.get(key);
    const value = entry && dict.context.lookup(entry);
    return value instanceof PDFArray ? value : undefined;
  }

  /** `BDC` and `BMC`. */
  begin(lexer: ContentLexer, scope: ContentScope): void {
    const { isArtifact: isWithin, element, last } = this.open;
    const isArtifact = lexer.name(0) === 'Artifact';
    const { id, language } = propertiesOf(lexer, scope);
    if (isArtifact && element) this.#met.artifactInTagged.note(scope.page, element);
    if (id !== null && (isWithin || isArtifact)) this.#met.taggedInArtifact.note(scope.page, last);
    if (language && !isLanguage(language)) this.#met.wrongLanguage.note(scope.page, element, language);
    const own = id === null ? null : this.#elementOf(id, scope);
    this.open.push({ isArtifact, element: own, hasLanguage: Boolean(language) });
  }

  /** `EMC`, in a stream before which `base` stretches were open. */
  end({ page }: ContentScope, base: number): void {
    if (this.open.depth > base) this.open.closeTo(this.open.depth - 1);
    else this.#met.unbalanced.note(page, this.open.last, 'EMC closes nothing');
  }

  /** The end of a stream before which `base` stretches were open. */
  close({ page }: ContentScope, base: number): void {
    if (this.open.depth === base) return;
    this.#met.unbalanced.note(page, this.open.element, 'marked content is not closed');
    this.open.closeTo(base);
  }

  /** Draws an image or a form, as the content of the element that it is of, where it is of one as a whole. */
  within(drawn: PDFDict, draw: () => void): void {
    const key = numberAt(drawn, 'StructParent');
    const parent = key === undefined ? undefined : this.#structure?.parents?.get(key);
    const element = (parent && this.#structure?.byRef.get(parent)) ?? null;
    if (element) this.open.push({ isArtifact: false, element, hasLanguage: false });
    draw();
    if (element) this.open.closeTo(this.open.depth - 1);
  }

  /** Something is painted, e.g. `an image`: it must be marked. */
  paint({ page, unmarked }: ContentScope, what: string): void {
    if (!this.open.isArtifact && !this.open.element) unmarked?.note(page, this.open.last, what);
  }

  /** The element that a piece of content belongs to, by the tree that leads from content to elements (14.7.4.4). */
  #elementOf(id: number, { holder, page, parents, forms, isFirst }: ContentScope): Element | null {
    for (const form of forms) form.hasMarks = true;
    const known = memo(this.#met.marks, holder, () => new Set<number>());
    const ref = parents && id < parents.size() ? parents.get(id) : undefined;
    const element = (ref && this.#structure?.byRef.get(ref)) ?? null;
    if (known.has(id) && isFirst) this.#met.markTwice.note(page, element, String(id));
    const owner = this.#structure?.ofMark.get(holder)?.get(id) ?? null;
    if (owner !== element) this.#met.markAstray.note(page, owner ?? element, String(id));
    known.add(id);
    return element;
  }
}

/** The number and the language of `BDC`'s operands, or of the properties in the resources that they name. */
const propertiesOf = (
  lexer: ContentLexer,
  { resources }: ContentScope,
): { id: number | null; language: string | null } => {
  if (lexer.operator !== 'BDC') return { id: null, language: null };
  const name = lexer.name(1);
  if (name) {
    const named = dictAt(dictAt(resources, 'Properties'), name);
    return { id: numberAt(named, 'MCID') ?? null, language: textAt(named, 'Lang') || null };
  }
  const written = lexer.source(1);
  const language = /\/Lang\s{0,9}\(([^()\\]{1,99})\)/u.exec(written)?.[1] ?? null;
  return { id: markedContentId(written), language };
};
