/** Puts messages into words for a terminal, a log or a program. */

import { firstOfEach, type Message } from '../diagnostics/message.ts';
import { byPlace } from '../diagnostics/order.ts';
import { groupBy } from '../model/group.ts';
import { located } from './located.ts';
import { printable } from './printable.ts';
import { asGithub } from './reporters/github.ts';
import type { ReportOptions } from './reporters/report-options.ts';
import { asText } from './reporters/text.ts';

export const REPORTERS = ['text', 'json', 'github', 'sarif'] as const;

export type Reporter = (typeof REPORTERS)[number];

/** Messages by place, the first of each kind with the number of the others; what is excused for programs alone. */
export const report = async (
  messages: readonly Message[],
  reporter: Reporter,
  options: ReportOptions,
): Promise<string> => {
  const isForPrograms = reporter === 'json' || reporter === 'sarif';
  const told = isForPrograms ? messages : messages.filter(({ excused }) => !excused);
  const sorted = firstOfEach(told.toSorted(byPlace)).map((message) => located(message, options.root));
  if (reporter === 'json') return `${printable(JSON.stringify(sorted, null, 2))}\n`;
  if (reporter === 'github') return printable(asGithub(sorted, options));
  if (reporter === 'text') return asText(sorted, options);
  // What is known of all rules takes a while to load.
  const { asSarif } = await import('./reporters/sarif.ts');
  return printable(asSarif(sorted, options));
};

/** e.g. `2 errors, 1 warning and 3 for information; 1 excused`, and how many of each rule; empty where there are none. */
export const tally = (all: readonly Message[]): string => {
  const messages = all.filter(({ excused }) => !excused);
  const excused = all.length - messages.length;
  const counts = countsOf(messages);
  const sums = [listed(counts), ...(excused ? [`${excused} excused`] : [])].filter(Boolean).join('; ');
  const byRule = [...groupBy(messages, ({ rule }) => rule)]
    .toSorted(([, one], [, other]) => other.length - one.length)
    .map(([rule, of]) => `${rule} ${of.length}`);
  return byRule.length > 1 && messages.length > byRule.length ? `${sums} (${byRule.join(', ')})` : sums;
};

const countsOf = (messages: readonly Message[]): readonly string[] => {
  const count = (severity: Message['severity']) => messages.filter((one) => one.severity === severity).length;
  const plural = (number: number, word: string) =>
    number ? [`${number} ${word}${number === 1 ? '' : 's'}`] : [];
  const information = count('information');
  return [
    ...plural(count('error'), 'error'),
    ...plural(count('warning'), 'warning'),
    ...(information ? [`${information} for information`] : []),
  ];
};

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
