/** What is wrong with one value of a YAML text that does not parse. */

import { shortened, type Line, type YamlMistake } from './yaml-lines.ts';

/** Where a value in quotation marks ends, and whether it does. */
export const quotedValue = (value: string): { readonly closed: boolean; readonly end: number } => {
  const whole = value.startsWith('"') ? /^"(?:[^"\\]|\\.)*"/u : /^'(?:[^']|'')*'/u;
  const found = whole.exec(value)?.[0];
  return { closed: found !== undefined, end: found?.length ?? value.length };
};

/** Signs that mean something to YAML where a value begins. */
const SIGNS = /^(?:[@`%,\]}&*!]|[|>](?![-+\d]*$)|[-?](?=\s|$))/u;

/** The first mistake of a line's value; null where there is none that is known by sight. */
export const valueMistake = (line: Line): YamlMistake | null => {
  const { value, valueStart } = line;
  const mistake = (index: number, text: string, remedy: string): YamlMistake => ({
    offset: valueStart + index,
    text,
    remedy,
  });
  const sign = SIGNS.exec(value)?.[0];
  if (sign) return mistake(0, beginsWith(sign), sign === '-' ? ITEMS : quoted(line));
  if (/^["']/u.test(value)) return goesOn(line, quotedValue(value), mistake);
  if (/^[[{]/u.test(value)) {
    const end = closingOf(value);
    const rest = value.slice(end);
    if (/^[\]}]+$/u.test(rest)) return mistake(end, `\`${rest}\` closes nothing`, 'Take it out.');
    return end < value.length ? mistake(end, `Text stands behind \`${value[end - 1]}\``, quoted(line)) : null;
  }
  const colon = value.search(/:(?:\s|$)/u);
  if (colon < 0) return null;
  return /^[“”„‘«]/u.test(value)
    ? mistake(0, CURLY, 'Write it in straight quotation marks: `"…"`.')
    : mistake(colon, 'A second `: ` stands on this line', asKey(line) + quoted(line));
};

const ITEMS =
  'Put each item of a list on a line of its own below the key, or write `[one, two]`; a text that begins with a hyphen stands in quotation marks.';

/** What YAML would read as something else than the beginning of a text. */
export const beginsWith = (sign: string): string =>
  `A value can’t begin with ${sign === '`' ? 'a backtick' : `\`${sign}\``}`;

/** How to write a value that may be a key with its own: `press: embargo: 2025-01-20`. */
const asKey = ({ key, value }: Line): string =>
  key !== null && /^[a-z-]+:\s/u.test(value)
    ? `If a key stands behind \`${key}\`, put it on the next line, two spaces deeper. If not: `
    : '';

const CURLY = 'The value stands in curly quotation marks, which YAML reads as part of it';

type Make = (index: number, text: string, remedy: string) => YamlMistake;

/** A value that goes on behind its closing mark, most often since the mark was meant as part of it. */
const goesOn = (
  { value }: Line,
  { closed, end }: ReturnType<typeof quotedValue>,
  mistake: Make,
): YamlMistake | null => {
  const rest = value.slice(end).trimEnd();
  if (!closed || !rest || /^\s+#/u.test(rest)) return null;
  const isApostrophe =
    value.startsWith("'") && /\p{L}$/u.test(value.slice(0, end - 1)) && /^\p{L}/u.test(rest);
  return isApostrophe
    ? mistake(
        end - 1,
        "This apostrophe ends the value, since `'` stands before it",
        'Write `’`, or put the value in `"…"`.',
      )
    : mistake(
        end - 1,
        'This mark ends the value, and text stands behind it',
        `Put the whole value between \`'…'\`, with \`"\` or \`“ ”\` within it; or write \`“ ”\` and none around it.`,
      );
};

/** e.g. ``Put it in quotation marks: `title: "The Bill: a guide"` ``. */
const quoted = ({ key, value }: Line): string => {
  const mark = value.includes('"') ? "'" : '"';
  return `Put the value in quotation marks: \`${key === null ? '- ' : `${key}: `}${mark}${shortened(value)}${mark}\`.`;
};

/** The index behind the bracket that closes the first one; the value's length where none does. */
const closingOf = (value: string): number => {
  let depth = 0;
  for (const { 0: part, index } of value.matchAll(/"(?:[^"\\]|\\.)*"|'[^']*'|[[\]{}]/gu)) {
    if (part === '[' || part === '{') depth += 1;
    else if (part === ']' || part === '}') depth -= 1;
    if (depth === 0 && /[\]}]/u.test(part)) return index + part.length;
  }
  return value.length;
};
