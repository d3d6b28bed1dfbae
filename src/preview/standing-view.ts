/** Why each passage stands in the document that is shown, or does not; and what is known of one. */

import { toString } from 'mdast-util-to-string';
import { citationOf } from '../compose/citation-of.ts';
import type { Place } from '../diagnostics/place.ts';
import { findEdition } from '../model/find-edition.ts';
import type { Fit } from '../model/fit.ts';
import { HEADLINE, SUMMARY } from '../model/mark.ts';
import { shownAttributes, wordingFor, type Passage } from '../model/passage.ts';
import type { Project } from '../model/project.ts';
import type { Reason } from '../model/selection.ts';
import { recipientsFor } from '../produce/localised.ts';
import type { OpenPlan } from '../produce/plan.ts';
import { fittedSelection } from '../produce/fitted-selection.ts';
import { Catalogue } from '../select/catalogue.ts';
import { reasonsFor } from '../select/reasons.ts';
import type { Editor } from './editor.ts';
import type { PassageCard, PlaceCard, TextCard } from './interface.ts';

/** The document that is shown, the whole project as it is read in the document's language, and how it was fitted. */
export interface ShownDocument {
  readonly project: Project;
  readonly plan: OpenPlan;
  readonly fit: Fit | null;
}

/** One for each passage of the library, as the document is fitted. */
export const reasonsOf = ({ project, plan, fit }: ShownDocument): readonly Reason[] => {
  const found = findEdition(project, plan.key);
  if (!found) return [];
  const { pack, edition } = found;
  const { recipient } = plan.key;
  const localised = recipient
    ? (recipientsFor(project, edition)
        .find(({ addressee }) => addressee.id === recipient.id)
        ?.localise() ?? null)
    : null;
  const { slots } = plan.selection;
  const reasons = reasonsFor(new Catalogue(project), pack, edition, plan.selection, localised);
  return fit ? fittedSelection({ slots, reasons }, fit).reasons : reasons;
};

/** What there is to say of a passage, the headline or the summary; null where there is none of that name. */
export const cardOf = (shown: ShownDocument, id: string, editor: Editor): PassageCard | TextCard | null => {
  const { project, plan } = shown;
  if (id === HEADLINE || id === SUMMARY)
    return textCard(plan, id === HEADLINE ? 'headline' : 'summary', editor);
  const passage = project.passages.get(id);
  const reason = reasonsOf(shown).find((one) => one.passage === id);
  const source = project.sources.get(passage?.source ?? '');
  if (!passage || !reason || !source) return null;
  return {
    id,
    kind: project.vocabulary.kinds.get(passage.kind)?.name ?? passage.kind,
    place: at(passage.place, editor),
    source: {
      id: source.id,
      citation: toString({ type: 'paragraph', children: [...citationOf(project, passage, 'full')] }),
      place: at(source.place, editor),
    },
    text: toString(wordingFor(passage, plan.edition.audience)),
    wordings: passage.wordings.flatMap(({ audiences }) => audiences),
    attributes: attributesOf(passage),
    topics: passage.topics.map((topic) => project.vocabulary.topics.get(topic)?.name ?? topic),
    slot: reason.slot,
    why: reason.why,
  };
};

const textCard = ({ edition, pack }: OpenPlan, name: TextCard['name'], editor: Editor): TextCard => {
  const own = edition[name] ?? (name === 'summary' ? pack.summary : null);
  return {
    name,
    text: own ? toString(own.text) : pack.title,
    place: at(own?.place ?? (name === 'headline' ? pack.place : edition.place), editor),
  };
};

const attributesOf = (passage: Passage): Readonly<Record<string, string>> => {
  const { priority, status, only, embargo, expires, review } = passage;
  const others = {
    ...(only ? { only: only.join(' ') } : {}),
    ...(embargo ? { embargo: [embargo.day, embargo.time].filter(Boolean).join('T') } : {}),
    ...(expires ? { expires } : {}),
    ...(review ? { review } : {}),
  };
  return { ...shownAttributes(passage), priority: String(priority), status, ...others };
};

const at = (place: Place, editor: Editor): PlaceCard => ({ ...place, href: editor.href(place) });
