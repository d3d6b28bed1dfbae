/**
 * The stages that need no browser — load → select → compose → render — for every document of a project, so that all
 * errors are found together and before anything is printed.
 */

import { checkCharacters } from './characters.ts';
import { checkLibrary } from './check/library.ts';
import { checkReviews } from './check/review.ts';
import { addressOf, compose, type Parts } from './compose/compose.ts';
import { load } from './load/load.ts';
import type { Document } from './model/document.ts';
import type { Layout } from './model/fit.ts';
import { templateFor } from './model/large-print.ts';
import { hasErrors, once, type Message, type Told } from './model/message.ts';
import type { Edition, Format, Pack, Project, Template } from './model/project.ts';
import type { Selection } from './model/selection.ts';
import type { Day } from './model/time.ts';
import { documentName, type Variant } from './model/variant.ts';
import type { World } from './model/world.ts';
import { prepareDesk, type FillDesk } from './render/desk.ts';
import { prepareRenderer, type Rendered, type Renderer } from './render/render.ts';
import { documentDate, select } from './select/select.ts';

/** A document before it is printed. */
export interface Draft {
  /** `pack/edition`, with the variant behind it: `pack/edition-large-print`. */
  readonly name: string;
  readonly pack: Pack;
  readonly edition: Edition;
  readonly variant: Variant;
  /** As this variant is held to it. */
  readonly template: Template;
  /** The standard document whose passages a variant of it holds, as that one was fitted; null where there is none. */
  readonly follows: Draft | null;
  readonly selection: Selection;
  readonly document: Document;
  readonly rendered: Rendered;
  /** Composes and renders it anew: with other passages, in another setting. */
  readonly lay: (choice: Choice) => Promise<Told<Laid | null>>;
  /** Renders it anew in a setting, as composed. */
  readonly set: (laid: Laid, layout: Layout) => Promise<Told<Laid | null>>;
}

/** A document up to its page. */
export type Laid = Pick<Draft, 'document' | 'rendered'>;

/** What a document is to hold, and how large it is set: as its template says, unless it has been fitted. */
export interface Choice extends Parts {
  readonly layout?: Layout;
  /** The formats; those that were asked for, where none are given. */
  readonly formats?: readonly Format[];
}

export interface Prepared {
  readonly project: Project;
  /** Every document, in the order of packs, their editions and the variants of those: one comes after what it follows. */
  readonly drafts: readonly Draft[];
  readonly desk: FillDesk;
}

/** Takes every document of a project up to its page, in the formats that `formatsOf` gives; null where there is an error. */
export const prepare = async (
  { files, packages }: Pick<World, 'files' | 'packages'>,
  formatsOf: (pack: Pack, edition: Edition) => readonly Format[],
  today: Day,
): Promise<Told<Prepared | null>> => {
  const { value: project, messages: loaded } = await load(files);
  const { value: renderer, messages: templates } = await prepareRenderer(files, packages, project);
  const { value: desk, messages: site } = await prepareDesk(files, packages, project.organisation.colours);
  const messages: Message[] = [...loaded, ...templates, ...site];
  if (hasErrors(messages) || !renderer || !desk) return { value: null, messages };
  const drafts: Draft[] = [];
  for (const { pack, edition, template } of editionsOf(project)) {
    const selected = select(project, pack, edition);
    messages.push(...selected.messages);
    if (hasErrors(selected.messages)) continue;
    const laid = await draftsOf(project, renderer, { pack, edition, template }, selected.value, formatsOf);
    messages.push(...laid.messages);
    drafts.push(...laid.value);
  }
  messages.push(...(await checkCharacters(files, project, drafts)), ...checkLibrary(project));
  const used = new Set(drafts.flatMap(({ document }) => document.passages));
  messages.push(
    ...checkReviews(
      [...project.passages.values()].filter(({ id }) => used.has(id)),
      today,
    ),
  );
  return { value: hasErrors(messages) ? null : { project, drafts, desk }, messages: once(messages) };
};

/** The documents of an edition: one of each variant. */
const draftsOf = async (
  project: Project,
  renderer: Renderer,
  { pack, edition, template: whole }: Pick<Draft, 'pack' | 'edition' | 'template'>,
  selection: Selection,
  formatsOf: (pack: Pack, edition: Edition) => readonly Format[],
): Promise<Told<readonly Draft[]>> => {
  const drafts: Draft[] = [];
  const messages: Message[] = [];
  for (const variant of edition.variants) {
    const template = templateFor(whole, variant, {
      notice: project.organisation.notice,
      title: pack.title,
      address: addressOf(project.organisation, pack),
    });
    const form = { pack, edition, variant, template };
    const layers = layer(project, renderer, form, formatsOf(pack, edition));
    const laid = await layers.lay({ slots: selection.slots, dropped: [] });
    messages.push(...laid.messages);
    if (!laid.value) continue;
    const name = documentName(pack.id, edition.id, variant);
    const follows = drafts.find((draft) => draft.variant === 'standard') ?? null;
    drafts.push({ ...form, name, follows, selection, ...layers, ...laid.value });
  }
  return { value: drafts, messages };
};

const layer = (
  project: Project,
  renderer: Renderer,
  { pack, edition, variant, template }: Pick<Draft, 'pack' | 'edition' | 'variant' | 'template'>,
  wanted: readonly Format[],
): Pick<Draft, 'lay' | 'set'> => {
  const render = async (
    document: Document,
    formats: readonly Format[],
    layout?: Layout,
  ): Promise<Told<Laid | null>> => {
    const { value: rendered, messages } = await renderer.render(document, {
      variant,
      template,
      formats,
      layout,
    });
    return { value: rendered && { document, rendered }, messages };
  };
  return {
    lay: async ({ slots, dropped, layout, formats = wanted }) => {
      const composed = compose(project, pack, edition, { slots, dropped }, documentDate(pack, edition));
      if (hasErrors(composed.messages)) return { value: null, messages: composed.messages };
      const { value, messages } = await render(composed.value, formats, layout);
      return { value, messages: [...composed.messages, ...messages] };
    },
    set: ({ document }, layout) => render(document, wanted, layout),
  };
};

const editionsOf = (project: Project) =>
  [...project.packs.values()].flatMap((pack) =>
    pack.editions.flatMap((edition) => {
      const template = project.templates.get(edition.template);
      return template ? [{ pack, edition, template }] : [];
    }),
  );
