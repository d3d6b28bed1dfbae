/** Holds documents that went out against what their passages say today. */

import { findEdition } from '../model/find-edition.ts';
import { issuedName, type IssuedDocument, type IssuedPassage } from '../model/issued.ts';
import { ENGLISH } from '../model/languages/en.ts';
import { showDate } from '../model/languages/languages.ts';
import { inLanguage, languageFor } from '../model/read-in.ts';
import { fieldsFor, shownText, type Passage } from '../model/passage.ts';
import type { Project } from '../model/project.ts';
import type { Day } from '../model/time.ts';
import type { Correction } from '../rules/subjects.ts';
import { whyWithheld } from '../select/eligible.ts';
import type { OpenPlan, Plan } from './plan.ts';

/** What of documents that went out is no longer what it was; those that were corrected apart. */
export const correctionsOf = (
  { project, plans }: { readonly project: Project; readonly plans: readonly Plan[] },
  today: Day,
): readonly Correction[] => {
  const open = project.issued.filter(({ corrected }) => corrected === null);
  if (!open.length) return [];
  const known = new Map(plans.map((plan) => [plan.name, plan]));
  const former = new Map(
    [...project.passages.values()].flatMap((passage) => passage.formerly.map((id) => [id, passage] as const)),
  );
  return open.flatMap((issued) => {
    const plan = known.get(issuedName(issued))?.open() ?? null;
    return issued.passages.flatMap((said) => {
      const passage = project.passages.get(said.id) ?? former.get(said.id) ?? null;
      const found = compare({ issued, said, passage, plan, project }, today);
      return found ? [{ issued, passage: said, place: passage?.place ?? null, ...found }] : [];
    });
  });
};

/** A passage then and now. */
interface ThenAndNow {
  readonly issued: IssuedDocument;
  readonly said: IssuedPassage;
  readonly passage: Passage | null;
  readonly plan: OpenPlan | null;
  readonly project: Project;
}

/** What has become of it; null where it is as it was. */
const compare = (
  { issued, said, passage, plan, project }: ThenAndNow,
  today: Day,
): Pick<Correction, 'why' | 'today'> | null => {
  if (!passage) return { why: 'is gone', today: null };
  const why = withdrawn(passage, issued, today);
  if (why) return { why, today: null };
  // What asks for a recipient's values is known as that one reads it alone.
  const edition = findEdition(project, issued)?.edition;
  const audience = edition?.audience ?? issued.audience;
  const read = edition ? inLanguage(project, languageFor(project, edition)) : project;
  const own = plan?.project.passages.get(passage.id);
  const standing = own ?? read.passages.get(passage.id) ?? passage;
  if (!own && fieldsFor(standing, audience).length) return null;
  const now = shownText(standing, audience);
  return now === said.text ? null : { why: 'was changed', today: now };
};

/** Whether those who have it should have it no more; an embargo that came later takes nothing back. */
const withdrawn = (
  { expires, ...passage }: Passage,
  { audience, on }: IssuedDocument,
  today: Day,
): string | null => {
  if (expires && expires < today && expires >= on) return `expired on ${showDate(expires, ENGLISH)}`;
  const why = whyWithheld(
    { ...passage, expires: null, embargo: null },
    { audience, date: today, released: 0 },
  );
  if (why === null) return null;
  if (passage.status === 'withdrawn') return 'was withdrawn';
  return `may not be shown to them any more (${why})`;
};
