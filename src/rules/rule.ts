/** What a rule is: one judgement about a project that reads well, with why it is made and examples that test it. */

import type { Message, Severity } from '../diagnostics/message.ts';
import type { Subjects } from './subjects.ts';

/** What rules judge: the library, an edition's selection, a composed document, its web page, its pages in print, a PDF, a copy for print, a file of the output. */
export type RuleScope = keyof Subjects;

export interface Rule<S extends RuleScope> {
  /**
   * Unique, in lower case, words joined by hyphens; messages bear it. In the place of a `*` they bear the condition of
   * the rule that is broken.
   */
  readonly id: string;
  readonly level: Severity;
  readonly scope: S;
  /** Whether no project can lower its level or excuse what it finds: the group’s word depends on it, or the next stage does. */
  readonly isFixed?: true;
  /** A noun with what is wrong with it, without a full stop. */
  readonly finds: string;
  /** Why that matters: a sentence or two, with the guidance, law or standard behind it and the date of that. */
  readonly why: string;
  readonly examples: Examples<S>;
  readonly check: (subject: Subjects[S]) => Iterable<Breach>;
}

/** Tests of a rule: no rule at all is broken by the first, this one alone and once by each of the second. */
export interface Examples<S extends RuleScope> {
  readonly ok: readonly Example<S>[];
  readonly notOk: readonly Example<S>[];
}

/**
 * What stands in a project that is without fault otherwise: files, by path from its root; of what is printed, that by
 * which it differs from a good page, PDF or copy.
 */
export type Example<S extends RuleScope> = S extends 'library' | 'pack' | 'document'
  ? Readonly<Record<string, string>>
  : Partial<Subjects[S]>;

/** One way in which a rule is broken: its message, without what the rule says of all of them. */
export interface Breach extends Omit<Message, 'rule' | 'severity'> {
  /** What is put in the place of the `*` in the rule's id. */
  readonly condition?: string;
}
