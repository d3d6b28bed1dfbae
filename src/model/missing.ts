/** What of a recipient's values is missing, and which words a passage then has. */

import type { Root } from 'mdast';
import { exhibitsOf, fieldsBehind, periodsOf, type ExhibitRequest } from './exhibit.ts';
import { BARE, fieldsOf, type FieldRequest } from './field.ts';
import { requestsIn } from './field-syntax.ts';
import { missingWordingFor, wordingFor, type Passage } from './passage.ts';
import { asksNeighbours, columnOf, figuresOf, type Figure, type Recipient } from './recipient.ts';

/** Why a field can't be filled for a recipient. */
export interface Missing {
  /** The field's name. */
  readonly field: string;
  /** Whose value is missing: the recipient, or what it is compared with. */
  readonly row: string;
  /** In words that go on from there, e.g. `not available`. */
  readonly why: string;
}

/** What of these can't be filled for a recipient. Of several neighbours it is enough that one has a value. */
export const missingIn = (requests: Iterable<FieldRequest>, recipient: Recipient): readonly Missing[] =>
  [...requests].flatMap((request) => {
    const figures = askedIn(request, recipient);
    const lacking = figures.filter(({ value }) => 'missing' in value);
    const isEnough = asksNeighbours(recipient, request) && lacking.length < figures.length;
    const [first] = lacking;
    return first && !isEnough ? [missingOf(request, first)] : [];
  });

/** Every value that a field needs: with that with which it is compared, or from which it has changed. */
const askedIn = (request: FieldRequest, recipient: Recipient): readonly Figure[] => {
  const { compare, change } = request;
  return [
    ...figuresOf(recipient, request),
    ...(compare === null ? [] : figuresOf(recipient, { ...request, of: compare })),
    ...(change === null ? [] : figuresOf(recipient, { ...request, period: change })),
  ];
};

/** What of a text, its fields and its exhibits, can't be filled for a recipient. */
export const lackingIn = (text: Root, recipient: Recipient): readonly Missing[] => [
  ...missingIn(fieldsOf(text), recipient),
  ...exhibitsOf(text).flatMap(({ request }) => missingBehind(request, recipient)),
];

/**
 * Why an exhibit can't be made for a recipient: none of the latest values that it shows is there. What else is missing is
 * shown as such, with its reason.
 */
const missingBehind = (request: ExhibitRequest, recipient: Recipient): readonly Missing[] => {
  const inWords = missingIn(fieldsBehind({ ...request, of: [] }), recipient);
  if (request.rows) return inWords;
  const own = request.of.map((name) => {
    const column = columnOf(recipient, name);
    const period = column ? (periodsOf(request, column).at(-1) ?? null) : null;
    return { ...BARE, name, period };
  });
  const missing = missingIn(own, recipient);
  return missing.length === own.length ? [...inWords, ...missing] : inWords;
};

const missingOf = ({ name }: FieldRequest, { row, value }: Figure): Missing => ({
  field: name,
  row: row.name,
  why: 'missing' in value ? value.missing : '',
});

/** The text of a passage for a recipient, its fields still in it. */
export interface TextFor {
  /** Null where it has none: then the passage is left out. */
  readonly text: Root | null;
  /** Set large beside it; not where that, or the text itself, is missing. */
  readonly figure: string | null;
  /** Why it is in its wording for missing values, or is left out. */
  readonly missing: readonly Missing[];
}

/** Chooses the words of a passage for an audience and a recipient: its own, else those for missing values, else none. */
export const textFor = (passage: Passage, audience: string, recipient: Recipient): TextFor => {
  const { figure = null } = passage.attributes;
  const own = wordingFor(passage, audience);
  const missing = [...lackingIn(own, recipient), ...missingIn(requestsIn(figure ?? ''), recipient)];
  if (!missing.length) return { text: own, figure, missing };
  const instead = missingWordingFor(passage, audience);
  const isWhole = instead && !lackingIn(instead, recipient).length;
  return { text: isWhole ? instead : null, figure: null, missing };
};
