/** Who is to blame for what a partial reads and does not get: those who call it, or the partial itself. */

import { error, type Message, type Related } from '../diagnostics/message.ts';
import { oneOf } from '../diagnostics/nearest.ts';
import { showPlace, type Place } from '../diagnostics/place.ts';

/** One call of a partial; `outer` is the call of the partial that it stands in, null in a page. */
export interface Call {
  readonly partial: string;
  readonly place: Place;
  /** The names that it gives. */
  readonly gives: readonly string[];
  readonly outer: Call | null;
}

/** What is wrong with a template. */
export interface TemplateFault {
  readonly message: Message;
  /** What it reads and does not get, e.g. `slot`; null for what is wrong however it is called. */
  readonly reads: string | null;
  /** Whether it is read of something within what the partial gets, and not of that itself. */
  readonly isWithin: boolean;
  /** The call of the partial that it is in; null in a page. */
  readonly call: Call | null;
}

/** What the check of one template found. */
export interface Walked {
  readonly faults: readonly TemplateFault[];
  readonly calls: readonly Call[];
}

/** A fault in a partial, with the calls in which it shows. */
interface ShownFault {
  readonly fault: TemplateFault;
  readonly in: Map<string, Call>;
}

const keyOf = ({ file, line, column }: Place): string => `${file}:${line}:${column}`;

/** A call with all calls round it. */
const chainOf = (call: Call): string => keyOf(call.place) + (call.outer ? ` in ${chainOf(call.outer)}` : '');

/**
 * The messages of all templates together. A fault that shows in some calls of a partial alone is theirs: each is told once,
 * with all that it lacks. One that shows in all of them is the partial's.
 */
export const blame = (walked: readonly Walked[]): readonly Message[] => {
  const calls = new Map(walked.flatMap((one) => one.calls.map((call) => [chainOf(call), call])));
  const messages: Message[] = [];
  const shown = new Map<string, ShownFault>();
  for (const fault of walked.flatMap(({ faults }) => faults)) {
    const { message, reads, call } = fault;
    if (!call || reads === null) messages.push(message);
    else {
      const key = JSON.stringify([message.place, message.text]);
      const known = shown.get(key) ?? { fault, in: new Map<string, Call>() };
      shown.set(key, known);
      known.in.set(chainOf(call), call);
    }
  }
  const lacking = new Map<string, { call: Call; faults: TemplateFault[] }>();
  for (const { fault, in: failing } of shown.values()) {
    const all = [...calls].filter(([, { partial }]) => partial === fault.call?.partial);
    const sound = all.flatMap(([chain, call]) => (failing.has(chain) ? [] : [call]));
    if (!sound.length && isPartials(fault, all.length)) messages.push(atPartial(fault, failing.values()));
    else
      for (const failed of failing.values()) {
        const call = causeOf(failed, sound);
        const known = lacking.get(keyOf(call.place)) ?? { call, faults: [] };
        lacking.set(keyOf(call.place), known);
        known.faults.push(fault);
      }
  }
  return [...messages, ...[...lacking.values()].map((one) => atCall(one, [...calls.values()]))];
};

/** Whether what shows in every call is the partial's own: several would make the same mistake, or no call could give it. */
const isPartials = ({ message, isWithin }: TemplateFault, calls: number): boolean =>
  calls > 1 || isWithin || (message.remedy?.startsWith('Did you mean') ?? false);

/** The call that makes the difference: the innermost that is not sound elsewhere. */
const causeOf = (call: Call, sound: readonly Call[]): Call => {
  const isSound = sound.some(({ place }) => keyOf(place) === keyOf(call.place));
  return isSound && call.outer
    ? causeOf(
        call.outer,
        sound.flatMap(({ outer }) => outer ?? []),
      )
    : call;
};

/** The calls that are shown beside a partial's fault. */
const MOST_CALLS = 3;

const atPartial = ({ message }: TemplateFault, calls: Iterable<Call>): Message => ({
  ...message,
  related: [...calls].slice(0, MOST_CALLS).map(({ place }) => ({ place, text: 'called here' })),
});

const atCall = (
  { call, faults }: { call: Call; faults: readonly TemplateFault[] },
  calls: readonly Call[],
): Message => {
  const names = [...new Set(faults.flatMap(({ reads }) => reads ?? []))];
  const related = faults.flatMap(({ message, reads }): readonly Related[] =>
    message.place ? [{ place: message.place, text: `reads \`${reads}\` here` }] : [],
  );
  const outer = call.outer ? [{ place: call.outer.place, text: 'called here' }] : [];
  const given = calls.filter(({ partial }) => partial === call.partial).flatMap(({ gives }) => gives);
  const other = new Set(given.filter((name) => !call.gives.includes(name)));
  const elsewhere = calls.find(
    ({ partial, place }) => partial === call.partial && keyOf(place) !== keyOf(call.place),
  );
  const first = names[0]?.split('.')[0];
  const remedy = other.size
    ? `Other calls of it give ${oneOf(other).replace(' or ', ' and ')}: write \`{{> ${call.partial} ${[...other].map((name) => `${name}=…`).join(' ')}}}\`.`
    : elsewhere
      ? `Give it what its other calls give, e.g. at ${showPlace(elsewhere.place)}.`
      : `Give it what it reads: \`{{> ${call.partial} ${first}=…}}\`, or ask for it in the partial by \`{{#if ${first}}}\`.`;
  const text = `The partial \`${call.partial}\` does not get ${oneOf(names).replace(' or ', ' and ')} from this call`;
  return error('partial-call', call.place, text, { remedy, related: [...outer, ...related] });
};
