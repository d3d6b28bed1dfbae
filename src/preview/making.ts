/** Makes the one document that is shown: plan, compose → render, and fit, print → pdf. */

import type { Told } from '../diagnostics/message.ts';
import { documentName, type DocumentKey } from '../model/document-key.ts';
import type { Fit } from '../model/fit.ts';
import { Composer, EVERY, type Choice, type Composed } from '../produce/composer.ts';
import { asFollowed, asFitted, fitDocument, isFitted } from '../produce/fit-document.ts';
import { readFonts } from '../produce/fonts.ts';
import type { OpenPlan } from '../produce/plan.ts';
import { planEdition } from '../produce/planner.ts';
import type { PreparedProject } from '../produce/prepare.ts';
import { printAndFinish, type Pdf } from '../produce/print-and-finish.ts';
import { FRESH } from '../world/readings.ts';
import type { Printer, World } from '../world/world.ts';

/** A document up to its page, and with what it is made further. */
export interface PreviewPage extends Composed {
  readonly composer: Composer;
  /** Whether it holds all that was selected for it. */
  readonly isWhole: boolean;
}

/** How documents were fitted when they were printed last, by name: the next page is shown like that at first. */
export type LastFits = Map<string, Fit>;

/** The page of a document, as it was fitted last; null where there is an error. */
export const makePage = async (
  world: Pick<World, 'files' | 'engine'>,
  prepared: PreparedProject,
  key: DocumentKey,
  fits: LastFits,
): Promise<Told<PreviewPage | null>> => {
  const { value: plans, messages: planning } = await planEdition(world, prepared, key);
  const plan = plans.find(({ name }) => name === documentName(key))?.open();
  if (!plan) return { value: null, messages: planning };
  const composer = new Composer(prepared, true);
  const choice = choiceFor(plan, fits);
  const { value, messages } = await composer.compose(plan, EVERY, choice);
  return { value: value && { ...value, composer, isWhole: !choice }, messages: [...planning, ...messages] };
};

/** What a document holds as it was fitted last, or as the standard one was that it follows. */
const choiceFor = (plan: OpenPlan, fits: LastFits): Choice | undefined => {
  const standard = plan.follows && fits.get(plan.follows.name);
  if (standard) return asFollowed(plan, standard);
  const own = fits.get(plan.name);
  return own && isFitted(plan.template) ? asFitted(plan, own) : undefined;
};

/** A document on paper. */
export interface Paper {
  readonly page: Composed;
  readonly pdf: Pdf;
  /** Null where its template binds no number of pages. */
  readonly fit: Fit | null;
}

/** Fits and prints a document; null where its template makes no PDF, or where it can't keep its contract. */
export const makePaper = async (
  shown: PreviewPage,
  printer: Printer,
  fits: LastFits,
): Promise<Told<Paper | null>> => {
  if (shown.rendered.print === null) return { value: null, messages: [] };
  const { composer } = shown;
  const page = await unfitted(shown, printer, fits);
  if (!page.value) return { value: null, messages: page.messages };
  const fonts = await readFonts(shown.rendered.fonts, FRESH);
  const print = (one: Composed): Promise<Pdf> => printAndFinish(one, printer, fonts);
  if (!isFitted(page.value.template)) {
    const pdf = await print(page.value);
    return { value: { page: page.value, pdf, fit: null }, messages: pdf.messages };
  }
  const { value, messages } = await fitDocument(page.value, { composer, printer, print });
  if (value) fits.set(value.name, value.fit);
  return {
    value: value && { page: value, pdf: value.pdf, fit: value.fit },
    messages: [...messages, ...(value?.pdf.messages ?? [])],
  };
};

/** A document with all that was selected for it; one that follows another with what that was fitted to. */
const unfitted = async (
  page: PreviewPage,
  printer: Printer,
  fits: LastFits,
): Promise<Told<Composed | null>> => {
  const { follows, composer } = page;
  if (follows && isFitted(follows.template)) {
    const standard = await composer.compose(follows.open());
    if (!standard.value) return standard;
    const { messages } = await makePaper({ ...standard.value, composer, isWhole: true }, printer, fits);
    const fit = fits.get(follows.name);
    return fit ? composer.compose(page, EVERY, asFollowed(page, fit)) : { value: null, messages };
  }
  return page.isWhole ? { value: page, messages: [] } : composer.compose(page);
};
