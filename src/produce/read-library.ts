/** A project as it is read in one language, and what documents are made of it. */

import type { EvidenceById } from '../compose/annex.ts';
import { addressOf } from '../compose/compose.ts';
import type { Message } from '../diagnostics/message.ts';
import { evidenceIn, type EvidenceFor } from '../evidence/evidence.ts';
import { lazy } from '../model/memo.ts';
import type { Edition, Pack } from '../model/pack.ts';
import type { Passage } from '../model/passage.ts';
import type { Project } from '../model/project.ts';
import { releaseOf } from '../model/release.ts';
import type { Selection } from '../model/selection.ts';
import { templateFor } from '../model/template-for.ts';
import type { Template } from '../model/template.ts';
import type { Variant } from '../model/variant.ts';
import { Catalogue } from '../select/catalogue.ts';
import { whyWithheld } from '../select/eligible.ts';
import { select } from '../select/select.ts';
import { Excerpts, type Excerpt } from './excerpt.ts';
import type { Localised } from './localised.ts';
import type { Form, PlanContents } from './plan.ts';

/** What documents are planned of. */
export interface PlannedEdition {
  readonly pack: Pack;
  readonly edition: Edition;
  readonly template: Template;
}

/** An edition as one reads it for whom it is made, with what was selected for that one. */
export interface ReadEdition extends PlannedEdition {
  readonly selection: Selection;
  /** What its texts lack. */
  readonly messages: readonly Message[];
}

export class ReadLibrary {
  readonly project: Project;
  readonly #catalogue: Catalogue;
  readonly #excerpts: Excerpts;
  /** Asked for where there is an annex. */
  readonly #evidence: () => EvidenceFor;

  constructor(project: Project) {
    this.project = project;
    this.#catalogue = new Catalogue(project);
    this.#excerpts = new Excerpts(project);
    this.#evidence = lazy(() => evidenceIn(project));
  }

  /** Reads an edition; one for many recipients as one of them does. */
  read({ pack, edition, template }: PlannedEdition, localised: Localised | null): ReadEdition {
    const selection = select(this.#catalogue, pack, edition, localised);
    const own = localised?.texts(pack, template) ?? { pack, edition, template, messages: [] };
    return { ...own, selection };
  }

  /** All that the documents of an edition can be made of. */
  excerptOf({ pack, edition, template, selection }: ReadEdition, localised: Localised | null): Excerpt {
    return this.#excerpts.of(pack, edition, template, selection, localised);
  }

  /** What of it is a variant's. */
  contentsFor(variant: Variant, excerpt: Excerpt): PlanContents {
    const template = this.#held(excerpt.template, excerpt.pack, variant);
    return { ...excerpt, template, evidence: variant === 'annex' ? this.#evidenceFor(excerpt) : null };
  }

  formsOf({ pack, edition, template }: PlannedEdition): readonly Form[] {
    return edition.variants.map((variant) => ({ variant, template: this.#held(template, pack, variant) }));
  }

  #held(template: Template, pack: Pack, variant: Variant): Template {
    const { organisation } = this.project;
    const address = addressOf(organisation, pack);
    return templateFor(template, variant, { notice: organisation.notice, title: pack.title, address });
  }

  /** What stands behind each passage that an annex may hold. */
  #evidenceFor({ project, pack, edition, selection: { date } }: Excerpt): EvidenceById {
    const { audience } = edition;
    const reader = { audience, date, released: releaseOf(pack, edition) };
    const maySee = (passage: Passage): boolean => whyWithheld(passage, reader) === null;
    const found = [...project.passages.keys()].flatMap((id) => this.project.passages.get(id) ?? []);
    const evidence = this.#evidence();
    return new Map(found.map((passage) => [passage.id, evidence(passage, { audience, date, maySee })]));
  }
}
