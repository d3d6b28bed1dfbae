import { type TreeElement, elementOf, type Kid, setKids } from '../tree.ts';

/** Types that stand within a line (ISO 32000-1, 14.8.4.4); notes and labels are blocks of their own here. */
export const INLINE: ReadonlySet<string> = new Set(
  'Span Link Strong Em Code Quote Reference BibEntry Annot'.split(' '),
);

/** Types that hold blocks (14.8.4.2), and no text. */
const GROUPING: ReadonlySet<string> = new Set('Document Part Art Sect Div BlockQuote'.split(' '));

/**
 * Dissolves what has no type: Chrome's `NonStruct` around each text, and around elements that mean nothing. What
 * stands in lines directly within a grouping element becomes a paragraph.
 */
export const makeParagraphs = (element: TreeElement): void => {
  new ParagraphParts(element).gather();
  for (const kid of element.kids) if (kid.kind === 'element') makeParagraphs(kid);
};

class ParagraphParts {
  readonly #element: TreeElement;
  readonly #holdsBlocks: boolean;
  readonly #kids: Kid[] = [];
  /** What stands in lines, since the last block. */
  #line: Kid[] = [];

  constructor(element: TreeElement) {
    this.#element = element;
    this.#holdsBlocks = GROUPING.has(element.type);
  }

  gather(): void {
    for (const kid of this.#element.kids) this.#put(kid);
    this.#endLine();
    setKids(this.#element, this.#kids);
  }

  #put(kid: Kid): void {
    if (kid.kind !== 'element' || INLINE.has(kid.type)) this.#line.push(kid);
    else if (kid.type !== 'NonStruct') {
      this.#endLine();
      this.#kids.push(kid);
    } else if (hasBlocks(kid)) {
      this.#endLine();
      for (const inner of kid.kids) this.#put(inner);
      this.#endLine();
    } else if (this.#holdsBlocks && kid.kids.some(({ kind }) => kind === 'element')) {
      this.#endLine();
      kid.type = 'P';
      setKids(kid, dissolved(kid));
      this.#kids.push(kid);
    } else this.#line.push(...dissolved(kid));
  }

  #endLine(): void {
    if (this.#holdsBlocks && this.#line.length) this.#kids.push(elementOf('P', this.#line));
    else this.#kids.push(...this.#line);
    this.#line = [];
  }
}

const hasBlocks = (element: TreeElement): boolean =>
  element.kids.some(
    (kid) => kid.kind === 'element' && (kid.type === 'NonStruct' ? hasBlocks(kid) : !INLINE.has(kid.type)),
  );

/** The kids of an element, with those of elements without a type in their place. */
const dissolved = (element: TreeElement): Kid[] =>
  element.kids.flatMap((kid) =>
    kid.kind === 'element' && kid.type === 'NonStruct' ? dissolved(kid) : [kid],
  );
