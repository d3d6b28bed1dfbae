/** Puts messages into words for a terminal, a log or a program. */

import { relative, resolve } from 'node:path';
import { styleText } from 'node:util';
import { firstOfEach, type Message } from '../diagnostics/message.ts';
import { byPlace } from '../diagnostics/order.ts';
import type { Place } from '../diagnostics/place.ts';
import { located, slashed } from './located.ts';
import { onOneLine, printable } from './printable.ts';

export type Reporter = 'text' | 'json';

/** How messages are shown. */
export interface Manner {
  readonly reporter: Reporter;
  readonly colour: boolean;
  /** The project's root: places are shown from the folder where the command runs, so that editors can follow them. */
  readonly root: string;
}

/** Messages by place, the first of each kind with the number of the others, as lines; a JSON array for programs. */
export const report = (messages: readonly Message[], manner: Manner): string => {
  const sorted = firstOfEach(messages.toSorted(byPlace)).map((message) => located(message, manner.root));
  if (manner.reporter === 'json') return `${printable(JSON.stringify(sorted, null, 2))}\n`;
  return sorted.map((message) => `${block(message, manner)}\n`).join('');
};

/** e.g. `2 errors, 1 warning and 3 for information`; empty where there are none. */
export const tally = (messages: readonly Message[]): string => {
  const count = (severity: Message['severity']) => messages.filter((one) => one.severity === severity).length;
  const plural = (number: number, word: string) =>
    number ? [`${number} ${word}${number === 1 ? '' : 's'}`] : [];
  const information = count('information');
  const counts = [
    ...plural(count('error'), 'error'),
    ...plural(count('warning'), 'warning'),
    ...(information ? [`${information} for information`] : []),
  ];
  return counts.length < 2 ? counts.join('') : `${counts.slice(0, -1).join(', ')} and ${counts.at(-1)}`;
};

const COLOURS = { error: 'red', warning: 'yellow', information: 'blue' } as const;

/** How many of the other places are shown that a message names. */
const MOST_RELATED = 10;

const block = (message: Message, manner: Manner): string => {
  const { severity, rule, related = [], place } = message;
  const [text, remedy] = [onOneLine(message.text), message.remedy && onOneLine(message.remedy)];
  const paint = (format: Parameters<typeof styleText>[0], words: string) =>
    manner.colour ? styleText(format, words, { validateStream: false }) : words;
  const where = place ? `${paint('bold', shown(place, manner))}: ` : '';
  const first = `${where}${paint(COLOURS[severity], severity)}: ${text} ${paint('dim', `[${rule}]`)}`;
  const more = related
    .slice(0, MOST_RELATED)
    .map((one) => `  ${shown(one.place, manner)}: ${onOneLine(one.text)}`);
  if (related.length > MOST_RELATED) more.push(`  and ${related.length - MOST_RELATED} places more`);
  return [first, ...more, ...(remedy ? [`  ${remedy}`] : [])].join('\n');
};

const shown = ({ file, line, column }: Place, { root }: Manner): string =>
  `${onOneLine(slashed(relative('.', resolve(root, file))))}:${line}:${column}`;
