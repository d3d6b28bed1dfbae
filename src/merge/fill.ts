import { compareDecimals, isWithin } from '../model/decimal.ts';
import type { FieldRequest } from '../model/field.ts';
import type { Language } from '../model/languages/language.ts';
import type { Cited } from '../model/passage.ts';
import { asksNeighbours, figuresOf, type Figure, type Recipient } from '../model/recipient.ts';
import { TEXT } from '../model/unit.ts';
import { showNumber } from './number.ts';

/** What stands in a field's place. */
export interface Filled {
  readonly text: string;
  readonly cited: readonly Cited[];
}

/** Fills a field that the recipient's table has, and of which nothing is missing (`model/missing.ts`). */
export const fill = (request: FieldRequest, recipient: Recipient, language: Language): Filled => {
  const { name, compare, change } = request;
  const figures = figuresOf(recipient, request);
  const others =
    compare === null
      ? figuresOf(recipient, { ...request, period: change ?? request.period })
      : figuresOf(recipient, { ...request, of: compare });
  const [one, other] = [figures[0], others[0]];
  if (!one || !other) throw new Error(`nothing was found for ${name}`);
  if (compare !== null) return { text: comparison(one, other, language), cited: [one, other].flatMap(cite) };
  if (change !== null) return { text: changeSince(one, other, language), cited: [one, other].flatMap(cite) };
  const text = asksNeighbours(recipient, request) ? listed(figures, language) : show(one);
  return { text, cited: figures.flatMap(cite) };
};

/** The source of a figure. */
export const cite = ({ column }: Figure): readonly Cited[] =>
  column?.source && column.unit !== TEXT ? [{ source: column.source, locator: column.locator }] : [];

/** A value as readers see it; why there is none, where it is missing. */
export const show = ({ value, column }: Figure): string => {
  if ('missing' in value) return value.missing;
  return 'text' in value || !column
    ? 'text' in value
      ? value.text
      : value.number
    : showNumber(value.number, column);
};

/** Names alone, or each with its value: those of neighbours whose value is missing with the reason. */
const listed = (figures: readonly Figure[], language: Language): string => {
  const members = figures.map((figure) => {
    const said = show(figure);
    if (figure.column === null) return said;
    return 'missing' in figure.value ? `${figure.row.name} (${said})` : `${figure.row.name} ${said}`;
  });
  return listOf(members, language);
};

/** Several names as one text; they may have commas of their own. */
export const listOf = (members: readonly string[], language: Language): string => {
  const mark = members.some((member) => member.includes(', ')) ? '; ' : ', ';
  const last = members.slice(-2).reduce((one, other) => language.and(one, other));
  return [...members.slice(0, -2), last].join(mark);
};

const numberOf = ({ value }: Figure): string => ('number' in value ? value.number : '0');

/**
 * How a figure stands to another: about the same where both are shown alike, or are no further apart than the column's
 * `about`.
 */
export const comparison = (one: Figure, other: Figure, { figures }: Language): string => {
  const [a, b] = [numberOf(one), numberOf(other)];
  if (show(one) === show(other) || isWithin(a, b, one.column?.about ?? '0')) return figures.same;
  return compareDecimals(a, b) > 0 ? figures.higher : figures.lower;
};

/** How a figure has changed: not at all where both are shown alike. */
export const changeSince = (now: Figure, then: Figure, { figures }: Language): string => {
  const earlier = show(then);
  if (show(now) === earlier) return figures.unchanged(then.period);
  const isUp = compareDecimals(numberOf(now), numberOf(then)) > 0;
  return (isUp ? figures.up : figures.down)(earlier, then.period);
};
