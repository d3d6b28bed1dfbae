/** Applies rules. */

import type { Message } from '../diagnostics/message.ts';
import type { Rule, RuleScope } from './rule.ts';
import { RULES } from './rules.ts';
import type { Subjects } from './subjects.ts';

/** What the rules of a scope, or some of them, find wrong with a subject, rule by rule in the order of the table. */
export const checkAll = <S extends RuleScope>(
  scope: S,
  subject: Subjects[S],
  isAsked: (rule: Rule<S>) => boolean = () => true,
): readonly Message[] => RULES[scope].filter(isAsked).flatMap((rule) => breachesOf(rule, subject));

const breachesOf = <S extends RuleScope>({ id, level, check }: Rule<S>, subject: Subjects[S]): Message[] =>
  [...check(subject)].map(({ condition = '', ...said }) => ({
    rule: id.replace('*', condition),
    severity: level,
    ...said,
  }));
