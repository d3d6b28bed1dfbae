/** What a passage is: the attributes that its kind needs and may have. */
export interface Kind {
  /** The directive's name, e.g. `statistic`. */
  readonly id: string;
  /** For readers, e.g. `Statistic`. */
  readonly name: string;
  /** Whether a document cites the source in a numbered note beside a passage of this kind. */
  readonly cited: boolean;
  /** Whether the text is somebody's own words: nothing in it may be changed or expanded. */
  readonly verbatim: boolean;
  readonly attributes: Readonly<Record<string, Attribute>>;
}

export interface Attribute {
  readonly required: boolean;
  /**
   * How the value is read: a date may be a year or a month; `when` is a date, or words that begin with a letter; an id
   * names a passage; a number is whole and above 0, a decimal is any, such as `-0.5`; a sum is what `sum.ts` reads.
   */
  readonly type: 'text' | 'day' | 'date' | 'when' | 'id' | 'number' | 'decimal' | 'sum' | readonly string[];
}

const need = (type: Attribute['type'] = 'text'): Attribute => ({ required: true, type });
const may = (type: Attribute['type'] = 'text'): Attribute => ({ required: false, type });

const kind = (
  id: string,
  name: string,
  attributes: Kind['attributes'] = {},
  traits: Partial<Pick<Kind, 'cited' | 'verbatim'>> = {},
): Kind => ({ id, name, cited: true, verbatim: false, attributes, ...traits });

const uncited = { cited: false };

/** The kinds that every project has; `vocabulary.yaml` may add others. */
export const KINDS: readonly Kind[] = [
  kind('statistic', 'Statistic', {
    period: need(),
    area: need(),
    unit: need(),
    base: may(),
    figure: may(),
    measure: may(),
    value: may('decimal'),
    derived: may('sum'),
  }),
  kind('ask', 'Ask', { to: need(), by: may('when') }, uncited),
  kind('pledge', 'Pledge', { number: may('number') }),
  kind(
    'quote',
    'Quotation',
    { speaker: need(), role: need(), said: need('date'), locator: need() },
    { verbatim: true },
  ),
  kind(
    'question',
    'Question',
    { for: need(['oral', 'written', 'debate', 'scrutiny', 'officer']), to: may() },
    uncited,
  ),
  // What the other side says: for a rebuttal to answer, never to stand as our own words.
  kind('claim', 'Claim'),
  kind('rebuttal', 'Rebuttal', { against: need('id') }),
  kind('definition', 'Definition', { term: need() }),
  // Of a Bill: what a clause does and what we think of it, and a text to be moved with the statement that explains it.
  kind('clause', 'Clause', { number: need() }),
  kind('amendment', 'Amendment', { to: need(), statement: need() }, uncited),
  kind('motion', 'Motion', { part: need(['notes', 'believes', 'resolves']) }, uncited),
  kind('case-study', 'Case study', {
    consent: need(),
    'consent-expires': need('day'),
    anonymity: need(),
  }),
  kind('local', 'Local'),
  kind('context', 'Context'),
  kind('why-now', 'Why now'),
  kind('duty', 'Duty', { statute: need() }),
  kind('headline', 'Headline', {}, uncited),
  kind('further-reading', 'Further reading', {}, uncited),
  kind('boilerplate', 'Boilerplate', {}, uncited),
  // For the notes to editors: how figures came about, and who may be asked.
  kind('method', 'Method'),
  kind('spokesperson', 'Spokesperson', { role: need() }, uncited),
  kind('contact', 'Contact', {}, uncited),
];

/** A kind that a project adds in `vocabulary.yaml`. */
export const ownKind = (id: string, name: string, cited: boolean, required: readonly string[]): Kind =>
  kind(id, name, Object.fromEntries(required.map((attribute) => [attribute, need()])), { cited });
