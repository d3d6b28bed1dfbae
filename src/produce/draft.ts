/**
 * The stages that need no browser — load → select → compose → render — for every document of a project, so that all
 * errors are found together and before anything is printed.
 */

import { unprintableIn } from './characters.ts';
import { checkAll } from '../rules/check.ts';
import { addressOf, compose, type Parts } from '../compose/compose.ts';
import { load } from '../load/load.ts';
import type { Document } from '../model/document.ts';
import type { Layout } from '../model/fit.ts';
import { templateFor } from '../model/large-print.ts';
import { gathered, hasErrors, once, type Message, type Told } from '../diagnostics/message.ts';
import type { Edition, Format, Pack, Project, Template } from '../model/project.ts';
import type { Selection } from '../model/selection.ts';
import type { Day } from '../model/time.ts';
import { documentName, type Variant } from '../model/variant.ts';
import type { World } from '../world/world.ts';
import { prepareDesk, type FillDesk } from '../render/desk.ts';
import { prepareRenderer, type Rendered, type Renderer } from '../render/render.ts';
import { Catalogue, documentDate } from '../select/catalogue.ts';
import { select } from '../select/select.ts';

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
  /** The same in some formats alone, with what was selected in it. */
  readonly narrow: (formats: Formats) => Promise<Told<Draft | null>>;
}

/** The formats in which a document is made. */
export interface Formats {
  readonly made: readonly Format[];
  /** Those in which there will be one of a variant, made now or earlier: pages name them. */
  readonly there: (variant: Variant) => readonly Format[];
}

/** Every format that a template may have. */
export const ALL_FORMATS: readonly Format[] = ['html', 'pdf', 'text'];

const EVERY: Formats = { made: ALL_FORMATS, there: () => ALL_FORMATS };

/** A document up to its page. */
export type Laid = Pick<Draft, 'document' | 'rendered'>;

/** What a document is to hold, and how large it is set: as its template says, unless it has been fitted. */
export interface Choice extends Parts {
  readonly layout?: Layout;
}

export interface Drafts {
  readonly project: Project;
  /** Every document, in the order of packs, their editions and the variants of those: one comes after what it follows. */
  readonly drafts: readonly Draft[];
  readonly desk: FillDesk;
}

/** Takes every document of a project up to its page, in every format that it may have; null where there is an error. */
export const draftAll = async (
  { files, packages }: Pick<World, 'files' | 'packages'>,
  today: Day,
): Promise<Told<Drafts | null>> => {
  const { value: project, messages: loaded } = await load(files);
  const { value: renderer, messages: templates } = await prepareRenderer(files, packages, project);
  const { value: desk, messages: site } = await prepareDesk(files, packages, project.organisation.colours);
  const messages: Message[] = [...loaded, ...templates, ...site];
  if (hasErrors(messages) || !renderer || !desk) return { value: null, messages };
  const drafts: Draft[] = [];
  const catalogue = new Catalogue(project);
  for (const { pack, edition, template } of editionsOf(project)) {
    const selection = select(catalogue, pack, edition);
    const selected = checkAll('pack', { project, pack, edition, selection });
    messages.push(...selected);
    if (hasErrors(selected)) continue;
    const laid = await draftsOf(project, renderer, { pack, edition, template }, selection);
    messages.push(...laid.messages);
    drafts.push(...laid.value);
  }
  const unprintable = await unprintableIn(files, project, drafts);
  const used = new Set(drafts.flatMap(({ document }) => document.passages));
  messages.push(...checkAll('library', { project, used, today, unprintable }));
  return {
    value: hasErrors(messages) ? null : { project, drafts, desk },
    messages: once(gathered(messages, 'named-passage')),
  };
};

/** The documents of an edition: one of each variant. */
const draftsOf = async (
  project: Project,
  renderer: Renderer,
  { pack, edition, template: whole }: Pick<Draft, 'pack' | 'edition' | 'template'>,
  selection: Selection,
): Promise<Told<readonly Draft[]>> => {
  const drafts: Draft[] = [];
  const messages: Message[] = [];
  for (const variant of edition.variants) {
    const template = templateFor(whole, variant, {
      notice: project.organisation.notice,
      title: pack.title,
      address: addressOf(project.organisation, pack),
    });
    const name = documentName(pack.id, edition.id, variant);
    const follows = drafts.find((draft) => draft.variant === 'standard') ?? null;
    const form = { pack, edition, variant, template, name, follows, selection };
    const draft = await draftIn(project, renderer, form, EVERY);
    messages.push(...draft.messages);
    if (draft.value) drafts.push(draft.value);
  }
  return { value: drafts, messages };
};

/** All of a draft that is the same in all formats. */
type Form = Omit<Draft, keyof Laid | 'lay' | 'set' | 'narrow'>;

const draftIn = async (
  project: Project,
  renderer: Renderer,
  form: Form,
  formats: Formats,
): Promise<Told<Draft | null>> => {
  const layers = layer(project, renderer, form, formats);
  const { value, messages } = await layers.lay({ slots: form.selection.slots, dropped: [] });
  const narrow: Draft['narrow'] = (fewer) => draftIn(project, renderer, form, fewer);
  return { value: value && { ...form, ...layers, narrow, ...value }, messages };
};

const layer = (
  project: Project,
  renderer: Renderer,
  { pack, edition, variant, template }: Form,
  { made, there }: Formats,
): Pick<Draft, 'lay' | 'set'> => {
  const render = async (document: Document, layout?: Layout): Promise<Told<Laid | null>> => {
    const look = { variant, template, formats: made, there, layout };
    const { value: rendered, messages } = await renderer.render(document, look);
    return { value: rendered && { document, rendered }, messages };
  };
  return {
    lay: async ({ slots, dropped, layout }) => {
      const document = compose(project, pack, edition, { slots, dropped }, documentDate(pack, edition));
      const composed = checkAll('document', { project, pack, edition, document });
      if (hasErrors(composed)) return { value: null, messages: composed };
      const { value, messages } = await render(document, layout);
      return { value, messages: [...composed, ...messages] };
    },
    set: ({ document }, layout) => render(document, layout),
  };
};

const editionsOf = (project: Project) =>
  [...project.packs.values()].flatMap((pack) =>
    pack.editions.flatMap((edition) => {
      const template = project.templates.get(edition.template);
      return template ? [{ pack, edition, template }] : [];
    }),
  );
