import { error, type Say } from '../diagnostics/message.ts';
import type { ReadingId } from '../diagnostics/reading.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Place } from '../diagnostics/place.ts';
import { sayInvisible, withSpaces } from './invisible.ts';
import { readAttributes, type Attributes } from './attributes.ts';
import type { Lines } from './lines.ts';

/** The line that opens a passage or a wording, as it was meant. */
export interface Opening {
  /** Kind of passage, or `wording`; as written, so perhaps unknown. */
  readonly name: string;
  /** Where the first colon stands. */
  readonly place: Place;
  readonly namePlace: Place;
  readonly line: number;
  /** The number of colons. */
  readonly length: number;
  readonly attributes: Attributes;
  /** Whether the line is written as it should be, its attributes apart. */
  readonly wellFormed: boolean;
}

/** What was meant as a fence: colons, or what a word processor made of them, then a name. */
const MEANT =
  /^(?<before>[\s>*+-]*)(?<marks>[:：∶]{2,})(?<space>\s*)(?<name>\p{L}[\p{L}\p{N}_-]*)(?<rest>.*)$/u;
/** A fence that other words stand before. */
const BEHIND = /^(?<before>.*?[^:])(?<marks>:{3,})(?<space>)(?<name>\p{L}[\p{L}\p{N}_-]*)(?<rest>\{.*)$/u;
/** A fence that lost its colons, or all but one. */
const BARE =
  /^(?<before>\s*)(?<marks>[:;.：∶]?)(?<space>\s*)(?<name>[a-z-]+)(?<rest>\s*\{\s*(?:#|(?:for|when)\s*=).*)$/iu;

const form = (name: string): string =>
  `Write it as \`${name === 'wording' ? ':::wording{for="…"}' : '::::kind{#id name="value"}'}\`, from the first column of the line.`;

/**
 * Reads a line as the opening of a passage or a wording. Null where it is not meant as one; a line that is meant as
 * one and wrongly written is said, and read as meant, so that what follows it is not said to be wrong too.
 */
export const readOpening = (
  lines: Lines,
  line: number,
  kinds: ReadonlySet<string>,
  say: Say,
): Opening | null => {
  const text = withSpaces(lines.line(line));
  if (!/[{:：∶]/.test(text)) return null;
  const found = meant(text, kinds);
  if (!found) return null;
  sayInvisible(lines.line(line), 'values', (offset) => lines.at(line, offset + 1), say);
  const { before, marks, space, name, rest } = found;
  const at = before.length + marks.length + space.length;
  const brace = text.indexOf('{', at + name.length);
  const label = /^\s*[[(]/.test(rest);
  const messages: Parameters<Say>[0][] = [];
  const attributes = readAttributes(lines, line, brace < 0 ? text.length : brace + 1, (message) =>
    messages.push(message),
  );
  const fault = formFault(found, brace < 0 ? null : attributes, text);
  if (fault)
    say(
      error(fault.rule, lines.at(line, fault.index + 1), fault.text, { remedy: fault.remedy ?? form(name) }),
    );
  // A label in place of the braces makes nonsense of what is read from within it.
  if (!(label && brace < 0)) messages.forEach(say);
  return {
    name,
    place: lines.at(line, before.length + 1),
    namePlace: lines.at(line, at + 1),
    line,
    length: Math.max(3, marks.length),
    attributes,
    wellFormed: !fault,
  };
};

type Parts = Record<'before' | 'marks' | 'space' | 'name' | 'rest', string>;

const meant = (text: string, kinds: ReadonlySet<string>): Parts | null => {
  const full = MEANT.exec(text)?.groups as Parts | undefined;
  // A name that stands off its colons is text behind a closing fence, unless a brace follows it.
  if (full) return full.space && !/^\s*\{/.test(full.rest) ? null : full;
  const other = (BEHIND.exec(text) ?? BARE.exec(text))?.groups as Parts | undefined;
  return other && nearest(other.name, kinds) ? other : null;
};

interface Fault {
  readonly rule: ReadingId;
  readonly index: number;
  readonly text: string;
  readonly remedy?: string;
}

/** The first thing wrong with the form of an opening line; null where it is right. */
const formFault = (parts: Parts, attributes: Attributes | null, text: string): Fault | null => {
  const { before, marks, space, name } = parts;
  const next = before.length + marks.length + space.length + name.length;
  const fault = (rule: ReadingId, index: number, text: string): Fault => ({ rule, index, text });
  if (before)
    return fault('fence-place', before.length, 'This fence does not stand at the start of its line');
  if (!/^:{3,}$/.test(marks)) return fault('fence-colons', 0, COLONS);
  if (space) return fault('fence-space', marks.length, 'A space stands between the colons and the name');
  return nameFault(parts, next) ?? (attributes && endFault(attributes, text));
};

const COLONS =
  'This is not how a fence begins: a passage opens with four colons `::::`, a wording with three';

/** What is wrong with what follows the name. */
const nameFault = ({ name, rest }: Parts, index: number): Fault | null => {
  if (/^\s*[[(]/.test(rest))
    return { rule: 'fence-label', index, text: 'Attributes stand in braces `{…}`, and a fence has no label' };
  if (/^\s+\{/.test(rest))
    return { rule: 'fence-space', index, text: `A space stands between \`${name}\` and \`{\`` };
  return rest.trim() && !rest.startsWith('{')
    ? { rule: 'fence-brace', index, text: `No brace \`{\` follows \`${name}\`` }
    : null;
};

/** What is wrong with the end of the line. */
const endFault = ({ end, sound }: Attributes, line: string): Fault | null => {
  const missing = 'The brace `}` is missing: the attributes of a fence stand on one line';
  if (end === null) return sound ? { rule: 'fence-brace', index: line.length, text: missing } : null;
  const behind = line.slice(end + 1);
  if (!behind.trim()) return null;
  const remedy = 'Begin the text on the next line.';
  const index = end + 1 + behind.search(/\S/);
  return { rule: 'fence-text', index, text: 'Text stands behind the brace of a fence', remedy };
};
