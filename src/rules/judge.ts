/** What a project makes of the rules: the levels that it has set, and what it has excused. */

import type { Message, Told } from '../diagnostics/message.ts';
import { suggest } from '../diagnostics/nearest.ts';
import { showPlace, type Place } from '../diagnostics/place.ts';
import { groupBy } from '../model/group.ts';
import { speaksOf, type Excuse } from '../model/excuse.ts';
import type { Project } from '../model/project.ts';
import { RULES } from './rules.ts';

/** Gives what rules say the level that the project has set, and takes for excused what it has excused. */
export type Judge = (messages: readonly Message[]) => readonly Message[];

const ALL = Object.values(RULES).flat();

/** The rule of this id; of one with conditions the id of any of them will do. */
export const ruleCalled = (id: string) =>
  ALL.find((rule) => rule.id === id || (rule.id.endsWith('*') && id.startsWith(rule.id.slice(0, -1))));

/** How a project judges, and what is wrong with the levels that it sets and with its excuses. */
export const judgeOf = ({
  organisation,
  excuses,
}: Pick<Project, 'organisation' | 'excuses'>): Told<Judge> => {
  const levels = new Map(organisation.levels.map(({ rule, level }) => [rule, level]));
  const byFile = groupBy(excuses, ({ place }) => place.file);
  const judge = (message: Message): Message => {
    const { place } = message;
    const rule = ruleCalled(message.rule);
    if (!rule || rule.isFixed) return message;
    const excuse =
      place && byFile.get(place.file)?.find((one) => one.rule === message.rule && speaksOf(one, place));
    if (excuse)
      return { ...message, severity: 'information', excused: { reason: excuse.reason, place: excuse.place } };
    const level = levels.get(message.rule);
    return level ? { ...message, severity: level } : message;
  };
  const named = [...organisation.levels, ...excuses];
  return { value: (messages) => messages.map(judge), messages: named.flatMap(faultsOf) };
};

/** What is wrong with the naming of a rule. */
const faultsOf = ({ rule, place }: { readonly rule: string; readonly place: Place }): readonly Message[] => {
  const found = ruleCalled(rule);
  const fault = { severity: 'error', place } as const;
  if (!found) {
    const remedy = suggest(
      rule,
      ALL.map(({ id }) => id),
    );
    return [{ ...fault, rule: 'unknown-rule', text: `There is no rule \`${rule}\``, remedy }];
  }
  if (!found.isFixed) return [];
  const text = `\`${rule}\` holds in every project, and everywhere in it`;
  return [{ ...fault, rule: 'fixed-rule', text, remedy: 'Mend what it finds, and take this out.' }];
};

/** Those excuses for which there is nothing to excuse any more, of what rules have said of the whole project. */
export const idleExcuses = (excuses: readonly Excuse[], said: readonly Message[]): readonly Message[] => {
  const used = new Set(said.flatMap(({ excused }) => (excused ? [showPlace(excused.place)] : [])));
  return excuses
    .filter(({ rule, place }) => isSaidOfAll(rule) && !used.has(showPlace(place)))
    .map(({ rule, place }) => ({
      rule: 'idle-excuse',
      severity: 'warning',
      place,
      text: `\`${rule}\` finds nothing here that this would excuse`,
      remedy: 'Take it out.',
    }));
};

/** What rules say of documents is known of those alone that have just been made. */
const isSaidOfAll = (rule: string): boolean => {
  const scope = ruleCalled(rule)?.scope;
  return scope === 'library' || scope === 'pack';
};
