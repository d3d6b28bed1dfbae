/** For code scanning: SARIF 2.1.0 (OASIS, 2020), with what there is to know of each rule and what is excused. */

import type { Message, Severity } from '../../diagnostics/message.ts';
import type { Place } from '../../diagnostics/place.ts';
import { ruleCalled } from '../../commands/rules.ts';
import { fromHere } from '../located.ts';
import type { ReportOptions } from './report-options.ts';

const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
};

export const asSarif = (messages: readonly Message[], { root, version }: ReportOptions): string => {
  const ids = [...new Set(messages.map(({ rule }) => rule))];
  const located = ({ file, line, column }: Place) => ({
    artifactLocation: {
      uri: fromHere(root, file).split('/').map(encodeURIComponent).join('/'),
    },
    region: { startLine: line, startColumn: column },
  });
  const result = ({ rule, severity, text, remedy, place, related = [], excused }: Message) => ({
    ruleId: rule,
    ruleIndex: ids.indexOf(rule),
    level: LEVELS[severity],
    message: { text: remedy ? `${text}. ${remedy}` : text },
    locations: place ? [{ physicalLocation: located(place) }] : [],
    ...(related.length
      ? {
          relatedLocations: related.map((one, id) => ({
            id,
            physicalLocation: located(one.place),
            message: { text: one.text },
          })),
        }
      : {}),
    ...(excused ? { suppressions: [{ kind: 'inSource', justification: excused.reason }] } : {}),
  });
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'despatch', version, rules: ids.map(described) } },
        columnKind: 'utf16CodeUnits',
        results: messages.map(result),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

/** What can’t be read has no rule, and no more to say than its message. */
const described = (id: string) => {
  const rule = ruleCalled(id);
  if (!rule) return { id };
  return {
    id,
    shortDescription: { text: `${rule.finds}.` },
    fullDescription: { text: rule.why },
    defaultConfiguration: { level: LEVELS[rule.level] },
  };
};
