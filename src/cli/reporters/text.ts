/** For people at a terminal: each message with the line that it is about, a mark below what is meant, and the remedy. */

import { styleText } from 'node:util';
import type { Message, Severity } from '../../diagnostics/message.ts';
import { fromHere } from '../located.ts';
import { onOneLine } from '../printable.ts';
import { frameOf } from './frame.ts';
import type { ReportOptions } from './report-options.ts';

const COLOURS: Readonly<Record<Severity, Paint>> = { error: 'red', warning: 'yellow', information: 'blue' };

type Paint = Parameters<typeof styleText>[0];

/** How many of the other places are shown that a message names. */
const MOST_RELATED = 10;

export const asText = (messages: readonly Message[], options: ReportOptions): string =>
  messages.map((message) => `${block(message, options)}\n`).join('');

const block = (message: Message, options: ReportOptions): string => {
  const { severity, rule, related = [], place, remedy } = message;
  const paint = (style: Paint, words: string): string =>
    options.colour ? styleText(style, words, { validateStream: false }) : words;
  const shown = (file: string, line: number, column: number): string =>
    `${onOneLine(fromHere(options.root, file))}:${line}:${column}`;
  const where = place ? `${paint('bold', shown(place.file, place.line, place.column))}: ` : '';
  const frame = place && severity !== 'information' ? frameOf(place, options.read) : null;
  const others = related
    .slice(0, MOST_RELATED)
    .map(({ place: { file, line, column }, text }) => `  ${shown(file, line, column)}: ${onOneLine(text)}`);
  return [
    `${where}${paint(COLOURS[severity], severity)}: ${onOneLine(message.text)} ${paint('dim', linked(rule, options))}`,
    ...(frame ? [paint('dim', `  ${frame.line}`), `  ${paint(COLOURS[severity], frame.mark)}`] : []),
    ...others,
    ...(related.length > MOST_RELATED ? [`  and ${related.length - MOST_RELATED} places more`] : []),
    ...(remedy ? [`  ${onOneLine(remedy)}`] : []),
  ].join('\n');
};

/** The rule’s id; a terminal that shows colours is told where it is explained too (OSC 8). */
const linked = (rule: string, { colour, pageOf }: ReportOptions): string => {
  const page = colour ? pageOf(rule) : null;
  return page ? `\u001b]8;;${page}\u001b\\[${rule}]\u001b]8;;\u001b\\` : `[${rule}]`;
};
