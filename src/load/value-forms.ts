import type { FenceLine } from './fence-line.ts';
import { readQuoted } from './quoted-value.ts';
import { asWritten } from './written-form.ts';

/** A value as it is meant, the index at which it begins, and whether no marks stand round it. */
export interface WrittenValue {
  readonly value: string;
  readonly from: number;
  readonly isBare: boolean;
}

/** Reads what stands behind the `=` of an attribute; says a value that is not written as one should be. */
export const readValue = (line: FenceLine, name: string): WrittenValue => {
  const from = line.at;
  const quote = line.take(/["']/y);
  const within = (value: string): WrittenValue => ({ value, from: from + 1, isBare: false });
  if (quote) return within(readQuoted(line, name, quote, from));
  const curly = line.take(/[“”‘’„‚«»][^“”‘’«»"'}]*[“”‘’«»"']?/y);
  if (curly) {
    const text = `The value of \`${name}\` stands in curly quotation marks`;
    line.fault('curly-quotes', from, text, asWritten(name, curly));
    return within(curly.replace(/^.|[“”‘’«»"']$/g, ''));
  }
  const braced = line.take(/\{[^{}]*\}/y);
  if (braced) {
    const text = `Braces stand round the value of \`${name}\``;
    line.fault('attribute-quotes', from, text, asWritten(name, braced));
    return within(braced.slice(1, -1));
  }
  return { value: readBare(line, name, from), from, isBare: true };
};

const LISTS = 'Members of a list are separated by spaces.';

const readBare = (line: FenceLine, name: string, from: number): string => {
  const value = line.take(/[^\s}]*/y);
  if (/[,;]/.test(value))
    line.fault(
      'attribute-comma',
      from + value.search(/[,;]/),
      `A comma stands in the value of \`${name}\``,
      `Take it out, or put the value in quotation marks. ${LISTS}`,
    );
  else if (/["'“”‘’=<>`]/.test(value))
    line.fault(
      'attribute-quotes',
      from,
      `The value of \`${name}\` is not in quotation marks`,
      asWritten(name, value),
    );
  return value;
};
