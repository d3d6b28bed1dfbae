import type { FenceLine } from './fence-line.ts';
import { asWritten } from './written-form.ts';

const BETWEEN = 'Put one space, and nothing else, between attributes.';

/** Reads the value behind a quotation mark that stands at `from`, with the mark that closes it; says what is wrong with it. */
export const readQuoted = (line: FenceLine, name: string, quote: string, from: number): string => {
  const value = line.take(quote === '"' ? /[^"]*/y : /[^']*/y);
  const closed = line.take(/["']/y) !== '';
  if (!closed) unpaired(line, name, from);
  else if (/[^\s}]/.test(line.text[line.at] ?? ' ')) closeBehind(line, name, value, from);
  else inspect(line, name, value, from + 1);
  return value;
};

/** Something follows the closing mark at once: a comma, or the next attribute, or the mark was the next one's. */
const closeBehind = (line: FenceLine, name: string, value: string, from: number): void => {
  if (/=\s*$/.test(value)) return unpaired(line, name, from);
  const comma = line.take(/[,;]+/y);
  const at = line.at - comma.length;
  if (comma) return line.fault('attribute-comma', at, `A comma follows the value of \`${name}\``, BETWEEN);
  if (/^[a-z-]+=/.test(line.text.slice(at)))
    return line.fault('attribute-quotes', at, `No space follows the value of \`${name}\``, BETWEEN);
  endsWithin(line, name, value, from);
  line.passOver();
};

/** The mark that ends a value was meant as part of it: `role="chair of the "Big Six""`, `area='King's Lynn'`. */
const endsWithin = (line: FenceLine, name: string, value: string, from: number): void => {
  const mark = line.text.charAt(from);
  const text = `This quotation mark ends the value of \`${name}\`, and more follows`;
  const isApostrophe = mark === "'" && /\p{L}$/u.test(value);
  const remedy = isApostrophe
    ? `Write the value in \`"…"\`: an apostrophe may stand within them.`
    : "Write marks within a value as “ ”, or put the value in `'…'`.";
  line.fault('attribute-quotes', line.at - 1, text, remedy);
};

const unpaired = (line: FenceLine, name: string, from: number): void => {
  const text = `The quotation mark before the value of \`${name}\` has no partner`;
  const [value = ''] = line.text.slice(from).split(/\s[a-z-]+=|\}/u);
  line.fault('attribute-quotes', from, text, asWritten(name, value));
  line.passOver();
};

/** What is no slip of the pen within quotation marks, and yet no part of a value. */
const inspect = (line: FenceLine, name: string, value: string, from: number): void => {
  const swallowed = /\s[a-z-]+=/.exec(value);
  const alone = value.search(/[“„](?![^“”„]*”)|(?<![“„][^“”„]*)”/u);
  if (swallowed)
    line.fault(
      'attribute-quotes',
      from + swallowed.index + 1,
      `Another attribute stands within the value of \`${name}\``,
      'Close the quotation marks before it, with a straight one.',
    );
  else if (alone >= 0)
    line.fault(
      'curly-quotes',
      from + alone,
      `A curly quotation mark in the value of \`${name}\` has no partner`,
      'Write its partner, or take it out; straight ones stand around a value.',
    );
  else if (/^[“„][^“”„]*”$/u.test(value))
    line.fault(
      'curly-quotes',
      from,
      `The value of \`${name}\` stands in curly quotation marks within straight ones`,
      `Take the curly ones out. ${asWritten(name, value)}`,
    );
  else if (/[,;]\s*$/.test(value))
    line.fault(
      'attribute-comma',
      from + value.search(/[,;]\s*$/),
      `The value of \`${name}\` ends with a comma`,
      'Take it out.',
    );
};
