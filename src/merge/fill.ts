import { compareDecimals, isWithin } from '../model/decimal.ts';
import type { FieldRequest } from '../model/field.ts';
import type { Language } from '../model/languages/language.ts';
import type { Cited } from '../model/project.ts';
import { asksNeighbours, figuresOf, type Figure, type Recipient } from '../model/recipient.ts';
import { TEXT } from '../model/unit.ts';
import { showNumber } from './number.ts';

/** Why a field can't be filled for a recipient. */
export interface Missing {
  /** The field's name. */
  readonly field: string;
  /** Whose value is missing: the recipient, or what it is compared with. */
  readonly row: string;
  /** In words that go on from there, e.g. `not available`. */
  readonly why: string;
}

/** What stands in a field's place. */
export type Filled =
  | { readonly text: string; readonly cited: readonly Cited[] }
  | { readonly missing: Missing };

/** Fills a field that the recipient's table has. */
export const fill = (request: FieldRequest, recipient: Recipient, language: Language): Filled => {
  const { compare, change } = request;
  const own = figuresOf(recipient, request);
  if (compare !== null) {
    const others = figuresOf(recipient, { ...request, of: compare });
    return inWords(request, own, others, (one, other) => comparison(one, other, language));
  }
  if (change !== null) {
    const earlier = figuresOf(recipient, { ...request, period: change });
    return inWords(request, own, earlier, (one, other) => changeSince(one, other, language));
  }
  return asksNeighbours(recipient, request)
    ? listed(request, own, language)
    : inWords(request, own, [], (one) => show(one));
};

/** The words for one figure, or for two of which neither is missing. */
const inWords = (
  { name }: FieldRequest,
  [one]: readonly Figure[],
  [other]: readonly Figure[],
  say: (one: Figure, other: Figure) => string,
): Filled => {
  const figures = [one, other].flatMap((figure) => figure ?? []);
  const lacking = figures.find(({ value }) => 'missing' in value);
  if (!one || lacking) return { missing: missing(name, lacking) };
  return { text: say(one, other ?? one), cited: figures.flatMap(cite) };
};

const missing = (field: string, figure: Figure | undefined): Missing => ({
  field,
  row: figure?.row.name ?? '',
  why: figure && 'missing' in figure.value ? figure.value.missing : '',
});

const cite = ({ column }: Figure): readonly Cited[] =>
  column?.source && column.unit !== TEXT ? [{ source: column.source, locator: column.locator }] : [];

/** A value as readers see it; why there is none, where it is missing. */
const show = ({ value, column }: Figure): string => {
  if ('missing' in value) return value.missing;
  return 'text' in value || !column
    ? 'text' in value
      ? value.text
      : value.number
    : showNumber(value.number, column);
};

/** Names alone, or each with its value: those of neighbours whose value is missing with the reason. */
const listed = ({ name }: FieldRequest, figures: readonly Figure[], language: Language): Filled => {
  const isKnown = ({ value }: Figure) => !('missing' in value);
  if (!figures.some(isKnown)) return { missing: missing(name, figures[0]) };
  const members = figures.map((figure) => {
    const said = show(figure);
    if (figure.column === null) return said;
    return isKnown(figure) ? `${figure.row.name} ${said}` : `${figure.row.name} (${said})`;
  });
  // Names may have commas of their own.
  const mark = members.some((member) => member.includes(', ')) ? '; ' : ', ';
  const last = members.slice(-2).reduce((one, other) => language.and(one, other));
  return { text: [...members.slice(0, -2), last].join(mark), cited: figures.filter(isKnown).flatMap(cite) };
};

const numberOf = ({ value }: Figure): string => ('number' in value ? value.number : '0');

/**
 * How a figure stands to another: about the same where both are shown alike, or are no further apart than the column's
 * `about`.
 */
const comparison = (one: Figure, other: Figure, { figures }: Language): string => {
  const [a, b] = [numberOf(one), numberOf(other)];
  if (show(one) === show(other) || isWithin(a, b, one.column?.about ?? '0')) return figures.same;
  return compareDecimals(a, b) > 0 ? figures.higher : figures.lower;
};

/** How a figure has changed: not at all where both are shown alike. */
const changeSince = (now: Figure, then: Figure, { figures }: Language): string => {
  const earlier = show(then);
  if (show(now) === earlier) return figures.unchanged(then.period);
  const isUp = compareDecimals(numberOf(now), numberOf(then)) > 0;
  return (isUp ? figures.up : figures.down)(earlier, then.period);
};
