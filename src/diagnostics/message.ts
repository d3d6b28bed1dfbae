import type { PdfPlace } from './finding.ts';
import type { Place } from './place.ts';
import type { ReadingId } from './reading.ts';

/** An error stops the build; a warning does where the build is strict, information never. */
export type Severity = (typeof SEVERITIES)[number];

/** The gravest first. */
export const SEVERITIES = ['error', 'warning', 'information'] as const;

/** A diagnostic: a value that stages collect and return; only `cli/` prints it. */
export interface Message {
  /** The id of the rule, or of the sort of fault where something can't be read (`reading.ts`). */
  readonly rule: string;
  readonly severity: Severity;
  /** What was found, and what was expected. One sentence without its full stop; names stand in backticks. */
  readonly text: string;
  /** Where; absent only where no file is at fault. */
  readonly place?: Place;
  /** How to mend it: one sentence, in the imperative. */
  readonly remedy?: string;
  /** Other places that matter, e.g. the first of two equal ids. */
  readonly related?: readonly Related[];
  /** Of what is wrong in a PDF, where in it: the text says it too. */
  readonly inPdf?: PdfPlace;
  /** Where an editor has excused it: a message for information then. */
  readonly excused?: Excused;
  /** Of what is wrong with one row of a table alone, which row: the others can do without it. */
  readonly row?: RowOf;
}

/** Why something stays as it is. */
export interface Excused {
  readonly reason: string;
  /** Where that is written. */
  readonly place: Place;
}

/** A row of a table of data. */
export interface RowOf {
  readonly table: string;
  /** Empty where it has none that could be read. */
  readonly key: string;
}

export interface Related {
  readonly place: Place;
  /** What stands there, e.g. `first used here`. */
  readonly text: string;
}

/** Takes a message as it is found. */
export type Say = (message: Message) => void;

/** A result together with what was found on the way; the value is usable only while there is no error. */
export interface Told<T> {
  readonly value: T;
  readonly messages: readonly Message[];
}

type Rest = Pick<Message, 'remedy' | 'related' | 'inPdf' | 'row'>;

/** An error of reading at a place. */
export const error = (rule: ReadingId, place: Place, text: string, rest: Rest = {}): Message => ({
  rule,
  severity: 'error',
  place,
  text,
  ...rest,
});

/** A warning of reading at a place. */
export const warning = (rule: ReadingId, place: Place, text: string, rest: Rest = {}): Message => ({
  rule,
  severity: 'warning',
  place,
  text,
  ...rest,
});

/** Where a message ends with the document that it shows in: `…, in bill/mp`. */
const IN_DOCUMENT = /, in ([\p{L}\p{N}-]+\/[\p{L}\p{N}-]+)$/u;

/**
 * The same fault once, where several stages or documents found it: the other places that they name are put together, and of
 * the documents the first is named with the number of the others.
 */
export const once = (messages: readonly Message[]): readonly Message[] => {
  const found = new Map<string, Message[]>();
  for (const message of messages) {
    const key = JSON.stringify({ ...message, text: message.text.replace(IN_DOCUMENT, ''), related: null });
    const before = found.get(key);
    if (before) before.push(message);
    else found.set(key, [message]);
  }
  return [...found.values()].flatMap(([first, ...others]) => (first ? [together(first, others)] : []));
};

const together = (first: Message, others: readonly Message[]): Message => {
  const all = [first, ...others];
  const documents = new Set(all.flatMap(({ text }) => IN_DOCUMENT.exec(text)?.[1] ?? []));
  const related = new Map(
    all.flatMap((one) => (one.related ?? []).map((each) => [JSON.stringify(each), each])),
  );
  return {
    ...first,
    text: first.text + (documents.size > 1 ? ` and ${documents.size - 1} more` : ''),
    ...(related.size && { related: [...related.values()] }),
  };
};

/** Messages of a rule that say the same of several places as one, at the first of them. */
export const gathered = (messages: readonly Message[], rule: string): readonly Message[] => {
  const found = new Map<Message | string, Message[]>();
  for (const message of messages) {
    const key = message.rule === rule ? message.text : message;
    found.set(key, [...(found.get(key) ?? []), message]);
  }
  return [...found.values()].flatMap(([first, ...others]) =>
    first ? [together(first, others.map(asRelated))] : [],
  );
};

const asRelated = (message: Message): Message => {
  const { place, related = [] } = message;
  return { ...message, related: [...(place ? [{ place, text: 'here too' }] : []), ...related] };
};

/** How many messages of one rule are shown: whoever mends these will see what the others are about. */
export const MOST_OF_A_KIND = 100;

/** The first messages of each rule, in their order; of a rule that has more, the number of the others at the end. */
export const firstOfEach = (messages: readonly Message[]): readonly Message[] => {
  const kinds = new Map<string, Message[]>();
  for (const message of messages) {
    const kind = `${message.severity} ${message.rule}`;
    const before = kinds.get(kind);
    if (before) before.push(message);
    else kinds.set(kind, [message]);
  }
  const shown = new Set([...kinds.values()].flatMap((kind) => kind.slice(0, MOST_OF_A_KIND)));
  const counts = [...kinds.values()].flatMap(([first, ...others]): Message[] => {
    const more = others.length + 1 - MOST_OF_A_KIND;
    if (!first || more <= 0) return [];
    const text = `${more.toLocaleString('en-GB')} more of this kind are not shown`;
    return [
      { rule: first.rule, severity: first.severity, text, remedy: 'Mend those above and run it again.' },
    ];
  });
  return [...messages.filter((message) => shown.has(message)), ...counts];
};

export const hasErrors = (messages: readonly Message[]): boolean =>
  messages.some((message) => message.severity === 'error');

/** Whether these messages stop a command. */
export const stops = (messages: readonly Message[], strict: boolean): boolean =>
  hasErrors(messages) || (strict && messages.some((message) => message.severity === 'warning'));
