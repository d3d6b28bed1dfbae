/** What there is to know of rules, by the names that messages bear. */

import type { Message } from '../diagnostics/message.ts';
import { suggest } from '../diagnostics/nearest.ts';
import { READING } from '../diagnostics/reading.ts';
import { UsageError } from '../diagnostics/usage.ts';
import { ruleCalled } from '../rules/judge.ts';
import { RULES } from '../rules/rules.ts';
import { shownRule } from '../rules/shown.ts';

export { ruleCalled };

/** A rule as the guide tells it. */
export const ruleNamed = (name: string): string => {
  const rule = ruleCalled(name);
  if (rule) return shownRule(rule);
  if ((READING as readonly string[]).includes(name))
    throw new UsageError(
      `\`${name}\` is no rule: it says that something can’t be read`,
      'Its message tells what was found and how to mend it.',
    );
  throw unknown(name);
};

/** What these rules say of a project, with what can’t be read: of that nobody knows what rules would say. */
export const onlyOf = (messages: readonly Message[], names: readonly string[]): readonly Message[] => {
  const wanted = new Set(names.map((name) => ruleCalled(name) ?? raise(unknown(name))));
  return messages.filter(({ rule, severity }) => {
    const found = ruleCalled(rule);
    return found ? wanted.has(found) : severity === 'error';
  });
};

const unknown = (name: string): UsageError =>
  new UsageError(
    `There is no rule \`${name}\``,
    suggest(
      name,
      Object.values(RULES)
        .flat()
        .map(({ id }) => id),
    ),
  );

const raise = (fault: Error): never => {
  throw fault;
};
