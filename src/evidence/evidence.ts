/**
 * Evidence takes a project and gives, for each passage that a document shows, what stands behind it besides its citation:
 * the originals that were archived, and the checks that it has passed.
 *
 * Of what rules tell, excuses and levels change nothing here: a passage that is excused from a rule has not passed it.
 */

import { posix } from 'node:path';
import type { PassageEvidence, KeptOriginal, OriginalForm } from '../model/evidence.ts';
import { groupBy } from '../model/group.ts';
import { lazy } from '../model/memo.ts';
import type { Passage } from '../model/passage.ts';
import type { Project } from '../model/project.ts';
import { firstDay, type Day } from '../model/time.ts';
import { checkAll } from '../rules/check.ts';
import { uncontradicted } from '../rules/measures/measured.ts';
import { originalsOf } from '../rules/verbatim/held.ts';
import { CHECKS, isVerbatim, type Examined, type EvidenceContext } from './checks.ts';
import { toldOf } from './told.ts';

/** Gives the evidence of a passage of the library. */
export type EvidenceFor = (passage: Passage, context: EvidenceContext) => PassageEvidence;

/** Nothing is looked at before the first passage is asked for. */
export const evidenceIn = (project: Project): EvidenceFor => {
  const told = lazy(() => toldOf(project, checkAll('library', { project, ...UNASKED }, isAsked)));
  const agreed = lazy(() => uncontradicted(project.passages.values()));
  const examined: Examined = {
    project,
    isClear: ({ id }, rules) => !rules.some((rule) => told().get(id)?.has(rule)),
    isUncontradicted: ({ id }) => agreed().has(id),
    isSuperseded: supersededIn(project),
  };
  return (passage, context) => ({
    originals: keptOf(passage, project),
    restsOn: passage.restsOn,
    isUncompared:
      (isVerbatim(passage, project) || passage.restsOn.length > 0) && !originalsOf(passage, project).length,
    passed: CHECKS.flatMap(({ rules, of }) => {
      const passed = examined.isClear(passage, rules) ? of(passage, examined, context) : null;
      return passed ? [passed] : [];
    }),
  });
};

/** What the rules of the checks ask of a library besides its project: nothing. */
const UNASKED = {
  used: new Set<string>(),
  today: '',
  thorough: false,
  unprintable: [],
  prose: new Map(),
  misspelt: [],
  corrections: [],
};

const RULES_OF_CHECKS = new Set(CHECKS.flatMap(({ rules }) => rules));
const isAsked = ({ id }: { readonly id: string }): boolean => RULES_OF_CHECKS.has(id);

const keptOf = (passage: Passage, project: Project): readonly KeptOriginal[] => {
  const kept = originalsOf(passage, project).map(({ source, file, original: { pages, sha256 } }) => ({
    source: source.id,
    form: FORMS[posix.extname(file).slice(1).toLowerCase()] ?? 'text',
    pages: pages.length || null,
    sha256,
  }));
  return [...new Map(kept.map((one) => [one.source, one])).values()];
};

/** By the ending of a file's name. */
const FORMS: Readonly<Record<string, OriginalForm>> = { pdf: 'pdf', docx: 'docx', html: 'html', htm: 'html' };

/** Whether a passage that might be published by a day supersedes one, whoever may read it. */
const supersededIn = ({ passages, sources }: Project) => {
  const later = lazy(() => {
    const all = [...passages.values()].filter(({ status }) => status === 'approved');
    const pairs = all.flatMap((passage) => passage.supersedes.map((id) => [id, passage] as const));
    return groupBy(pairs, ([id]) => id);
  });
  return ({ id }: Passage, date: Day): boolean =>
    (later().get(id) ?? []).some(([, { source, embargo }]) => {
      const issued = sources.get(source)?.issued;
      return issued !== undefined && firstDay(issued) <= date && (embargo?.day ?? '') <= date;
    });
};
