/** Compose → render, of a document as it is planned: with all that was selected, or with what it was fitted to. */

import { annexOf } from '../compose/annex.ts';
import { compose, type DocumentParts } from '../compose/compose.ts';
import { hasErrors, type Message, type Told } from '../diagnostics/message.ts';
import type { Document } from '../model/document.ts';
import type { Layout } from '../model/fit.ts';
import { ALL_FORMATS, type Format } from '../model/formats.ts';
import { documentDate } from '../model/release.ts';
import type { Variant } from '../model/variant.ts';
import type { Judge } from '../rules/judge.ts';
import type { PreparedProject } from './prepare.ts';
import type { Rendered, Renderer } from '../render/render.ts';
import { checkAll } from '../rules/check.ts';
import type { OpenPlan, Plan } from './plan.ts';

/** A document up to its page. */
export interface Composed extends OpenPlan {
  readonly formats: Formats;
  readonly document: Document;
  readonly rendered: Rendered;
}

/** The formats in which a document is made. */
export interface Formats {
  readonly made: readonly Format[];
  /** Those in which there will be one of a variant, made now or earlier: pages name them. */
  readonly there: (variant: Variant) => readonly Format[];
}

export const EVERY: Formats = { made: ALL_FORMATS, there: () => ALL_FORMATS };

/** The formats beside the page of each variant of a document's edition: pages name them. */
export const namedFormats = (
  { forms }: Pick<Plan, 'forms'>,
  { there }: Formats,
): readonly (readonly Format[])[] =>
  forms.map(({ variant, template }) =>
    template.formats.filter((format) => format !== 'html' && there(variant).includes(format)),
  );

/** Whether the page of a document names all formats that it could. */
export const isWhole = (plan: Plan, formats: Formats): boolean =>
  JSON.stringify(namedFormats(plan, formats)) === JSON.stringify(namedFormats(plan, EVERY));

/** What a document is to hold, and how large it is set: as its template says, unless it has been fitted. */
export interface Choice extends DocumentParts {
  readonly layout?: Layout;
}

/** What is wrong with the document of one recipient alone is that of its row. */
export const ofRow = (messages: readonly Message[], { row }: Plan): readonly Message[] =>
  row ? messages.map((message) => ({ ...message, row })) : messages;

export class Composer {
  readonly #renderer: Renderer;
  readonly #judge: Judge;
  readonly #marked: boolean;

  /** `marked` is whether web pages say of each block which passage it is of. */
  constructor({ renderer, judge }: Pick<PreparedProject, 'renderer' | 'judge'>, marked = false) {
    this.#renderer = renderer;
    this.#judge = judge;
    this.#marked = marked;
  }

  /** Composes and renders a document, with all that was selected unless another choice is given; in every format unless some are. */
  async compose(
    plan: OpenPlan,
    formats: Formats = EVERY,
    { slots, dropped, layout }: Choice = { slots: plan.selection.slots, dropped: [] },
  ): Promise<Told<Composed | null>> {
    const { project, pack, edition, key } = plan;
    const date = documentDate(pack, edition);
    const said = compose(project, pack, edition, { slots, dropped }, date, key.recipient);
    const found = ofRow(this.#judge(checkAll('document', { project, pack, edition, document: said })), plan);
    if (hasErrors(found)) return { value: null, messages: found };
    const document = plan.evidence ? annexOf(said, project, plan.evidence) : said;
    const { value, messages } = await this.#render(plan, formats, document, layout);
    return { value, messages: [...found, ...messages] };
  }

  /** Renders it in other formats, as composed. */
  async inFormats(composed: Composed, formats: Formats): Promise<Told<Composed | null>> {
    return this.#render(composed, formats, composed.document);
  }

  /** Renders it anew in a setting, as composed. */
  async set(composed: Composed, layout: Layout): Promise<Told<Composed | null>> {
    return this.#render(composed, composed.formats, composed.document, layout);
  }

  async #render(
    plan: OpenPlan,
    formats: Formats,
    document: Document,
    layout?: Layout,
  ): Promise<Told<Composed | null>> {
    const { template, key, project } = plan;
    const look = {
      variant: key.variant,
      template,
      formats: formats.made,
      there: formats.there,
      layout,
      marked: this.#marked,
    };
    const { value: rendered, messages } = await this.#renderer.render(project, document, look);
    return {
      value: rendered && { ...plan, formats, document, rendered },
      messages: ofRow(this.#judge(messages), plan),
    };
  }
}
