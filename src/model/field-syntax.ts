/** How merge fields are written: `:field[name]`, `:field[vacancy_rate]{of=region period=2023}`. */

import { nearest, oneOf } from '../diagnostics/nearest.ts';
import type { FieldRequest } from './field.ts';

/** What is wrong with how a field is written. */
export interface FieldMistake {
  /** Offset in the field, from 0. */
  readonly index: number;
  readonly text: string;
  readonly remedy: string;
}

/** A merge field as it stands in a text, however wrong what it asks for. */
const FIELD = /:field\[([^[\]{}\r\n]*)\](?:\{([^{}\r\n]*)\})?/u;
const FIELDS = new RegExp(String.raw`(?<!\\)${FIELD.source}`, 'gu');

/** A line with a letter in place of each sign of its merge fields, so that every column stays. */
export const withoutFields = (line: string): string =>
  line.replace(FIELDS, (field) => 'x'.repeat(field.length));

/** The merge fields in a text that is no Markdown, with their offsets. */
export const fieldsInLine = (line: string): readonly { readonly written: string; readonly index: number }[] =>
  // Most have none, and are asked for each recipient.
  line.includes(':field[')
    ? Array.from(line.matchAll(FIELDS), ({ 0: written, index }) => ({ written, index }))
    : [];

const NAME = '[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*';
/** A column's name, perhaps with that of a join before it. */
const FULL_NAME = new RegExp(String.raw`^${NAME}(?:\.${NAME})?$`, 'u');

const WORDS = ['period', 'of', 'compare', 'change'] as const;

const FORM = 'Write it as `:field[name]`, or with what it asks for besides: `:field[name]{of=england}`.';

/** What a field asks for; or what is wrong with how it is written. */
export const readField = (written: string): FieldRequest | FieldMistake => {
  const [, name = '', braces = ''] = FIELD.exec(written) ?? [];
  const mistake = (index: number, text: string, remedy: string): FieldMistake => ({
    index,
    text,
    remedy,
  });
  if (!FULL_NAME.test(name)) return mistake(0, `\`${name}\` is no name of a field`, FORM);
  const asked = new Map<string, string>();
  const start = written.length - braces.length - 1;
  for (const { 0: word, 1: key = '', 2: quoted, 3: bare = '', index } of braces.matchAll(WORD)) {
    const value = quoted ?? bare;
    const known = WORDS.find((each) => each === key);
    if (!known || !value) {
      const near = nearest(key, WORDS);
      const remedy =
        near && value ? `Did you mean \`${near}\`?` : `Write ${oneOf(WORDS.map((each) => `${each}=…`))}.`;
      return mistake(start + index, `\`${word}\` is nothing that a field can be asked`, remedy);
    }
    if (asked.has(key)) return mistake(start + index, `\`${key}\` is given twice`, 'Keep one of them.');
    asked.set(key, value);
  }
  if (asked.has('compare') && (asked.has('of') || asked.has('change'))) {
    const other = asked.has('of') ? 'of' : 'change';
    return mistake(start, `\`compare\` and \`${other}\` exclude each other`, 'Write a field for each.');
  }
  const get = (word: (typeof WORDS)[number]) => asked.get(word) ?? null;
  return { name, period: get('period'), of: get('of'), compare: get('compare'), change: get('change') };
};

/** `of=region`, `period="2023-24"`; anything else is a word by itself. */
const WORD = /([^\s="]*)=(?:"([^"]*)"|([^\s"]*))|\S+/gu;

/** What the merge fields in a text that is no Markdown ask for; those that are faulty are said by its reader. */
export const requestsIn = (line: string): readonly FieldRequest[] =>
  fieldsInLine(line).flatMap(({ written }) => {
    const read = readField(written);
    return 'remedy' in read ? [] : [read];
  });
