/** The checks of evidence: what has to be so for a passage to have passed each, in the order in which they are told. */

import { fieldsOf } from '../model/field.ts';
import { requestsIn } from '../model/field-syntax.ts';
import type { PassedCheck } from '../model/evidence.ts';
import { pageAt } from '../model/original.ts';
import { wordingFor, type Passage } from '../model/passage.ts';
import type { Project } from '../model/project.ts';
import type { Day } from '../model/time.ts';
import { says } from '../rules/measures/agrees.ts';
import { findParts } from '../rules/verbatim/find.ts';
import { originalsOf, plain } from '../rules/verbatim/held.ts';
import { readQuotation } from '../rules/verbatim/quotation.ts';
import { sumShown } from './sum-shown.ts';

/** For whom and as at when evidence is given. */
export interface EvidenceContext {
  readonly audience: string;
  /** The document's date. */
  readonly date: Day;
  /** Whether its readers may see what a passage says. */
  readonly maySee: (passage: Passage) => boolean;
}

/** What is known of a library for its checks. */
export interface Examined {
  readonly project: Project;
  /** Whether none of these rules tells anything of a passage, excused or not. */
  readonly isClear: (passage: Passage, rules: readonly string[]) => boolean;
  readonly isUncontradicted: (passage: Passage) => boolean;
  /** Whether anything had taken its place by a day. */
  readonly isSuperseded: (passage: Passage, date: Day) => boolean;
}

interface EvidenceCheck {
  /** By what these rules tell, a passage has failed it. */
  readonly rules: readonly string[];
  /** What there is to say of one that has passed; null where there is nothing to check. */
  readonly of: (passage: Passage, examined: Examined, context: EvidenceContext) => PassedCheck | null;
}

export const CHECKS: readonly EvidenceCheck[] = [
  {
    rules: ['drifted-quotation'],
    of: (passage, { project }, { audience }) =>
      isVerbatim(passage, project)
        ? stands('quotation', [plain(wordingFor(passage, audience))], passage, project)
        : null,
  },
  {
    rules: ['cut-quotation'],
    of: (passage, { project }) =>
      isVerbatim(passage, project) && originalsOf(passage, project).length ? { is: 'whole' } : null,
  },
  {
    rules: ['drifted-quotation'],
    of: (passage, { project }) =>
      passage.restsOn.length ? stands('rests-on', passage.restsOn, passage, project) : null,
  },
  {
    rules: [],
    of: (passage, { project }) => {
      const originals = originalsOf(passage, project);
      const arePinned = originals.every(
        ({ source, original }) => source.original?.sha256 === original.sha256,
      );
      return originals.length && arePinned ? { is: 'pinned' } : null;
    },
  },
  {
    rules: ['other-number'],
    of: (passage, _, { audience }) => {
      const { text, wordings, attributes } = passage;
      const { value, unit } = attributes;
      const areCompared = ![text, ...wordings.map((wording) => wording.text)].some(
        (one) => fieldsOf(one).length,
      );
      const isSaid = value && unit && says(plain(wordingFor(passage, audience)), { value, unit });
      return areCompared && isSaid ? { is: 'number', several: wordings.length > 0 } : null;
    },
  },
  {
    rules: ['stray-figure', 'figure-unit', 'other-number'],
    of: ({ attributes: { figure = '' } }) =>
      /\d/u.test(figure) || requestsIn(figure).length ? { is: 'figure' } : null,
  },
  {
    rules: [],
    of: (passage, { isUncontradicted }) => (isUncontradicted(passage) ? { is: 'measure' } : null),
  },
  {
    rules: ['wrong-sum'],
    of: (passage, { project: { passages } }, { maySee }) =>
      passage.attributes['derived'] ? { is: 'sum', sum: sumShown(passage, passages, maySee) } : null,
  },
  {
    rules: [],
    of: ({ review }, _, { date }) => (review && review > date ? { is: 'reviewed', until: review } : null),
  },
  {
    rules: [],
    of: ({ expires }, _, { date }) => (expires && expires >= date ? { is: 'holds', until: expires } : null),
  },
  {
    rules: [],
    of: (passage, { isSuperseded }, { date }) =>
      passage.status === 'approved' && !isSuperseded(passage, date) ? { is: 'standing', on: date } : null,
  },
];

export const isVerbatim = ({ kind }: Passage, { vocabulary }: Project): boolean =>
  vocabulary.kinds.get(kind)?.verbatim ?? false;

/** Words that stand in the original of a passage's own source, or else in that of the one that it is quoted from; on one page of it, or on several. */
const stands = (
  is: 'quotation' | 'rests-on',
  all: readonly string[],
  passage: Passage,
  project: Project,
): PassedCheck | null => {
  const [held] = originalsOf(passage, project);
  if (!held) return null;
  const pages = new Set(
    all.map((words) => {
      const place = findParts(held.original, readQuotation(words).parts);
      return place && pageAt(held.original, place.start);
    }),
  );
  const [page = null] = pages.size === 1 ? pages : [];
  return { is, page };
};
