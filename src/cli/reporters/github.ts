/**
 * For GitHub Actions: commands that put each message beside its line in a pull request
 * (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
 */

import type { Message, Severity } from '../../diagnostics/message.ts';
import { fromHere } from '../located.ts';
import type { ReportOptions } from './report-options.ts';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
};

export const asGithub = (messages: readonly Message[], { root }: ReportOptions): string =>
  messages
    .map(({ severity, rule, text, remedy, place }) => {
      const where = place
        ? [`file=${property(fromHere(root, place.file))}`, `line=${place.line}`, `col=${place.column}`]
        : [];
      const properties = [...where, `title=${property(rule)}`].join(',');
      return `::${COMMANDS[severity]} ${properties}::${value(remedy ? `${text}\n${remedy}` : text)}\n`;
    })
    .join('');

/** What would end the command, or a line of a log, is written as its number. */
const value = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const property = (text: string): string => value(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
