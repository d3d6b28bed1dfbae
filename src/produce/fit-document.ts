/**
 * Takes a document round compose → render → measure until it keeps its page contract, then print → pdf, which has to
 * say the same. Each round something more has gone, or the type is smaller, than in the one before: so it ends.
 */

import { arePrinted } from '../model/formats.ts';
import { linksOf } from '../compose/text.ts';
import { fit, grow, settle, type Outcome, type Over, type Settled } from '../fit/fit.ts';
import { Keeping, type Candidate, type Kept, type Stock } from '../fit/keeping.ts';
import { allowedNear, bindsPages } from '../fit/target.ts';
import type { Enquiry, Fit, Setting } from '../model/fit.ts';
import type { Message, Told } from '../diagnostics/message.ts';
import type { Passage } from '../model/passage.ts';
import type { Template } from '../model/template.ts';
import type { Printer } from '../world/world.ts';
import { checkAll } from '../rules/check.ts';
import { UNMEASURED } from '../rules/subjects.ts';
import type { Choice, Composed, Composer } from './composer.ts';
import type { OpenPlan } from './plan.ts';
import { printedDocument } from './printed-document.ts';

/** A document that keeps its page contract. */
export interface Fitted<Pdf> extends Composed {
  readonly fit: Fit;
  readonly pdf: Pdf;
}

/** A PDF, and what its checks say of it. */
interface JudgedPdf {
  readonly pages: number;
  readonly messages: readonly Message[];
}

/** What fitting needs of the outside. */
export interface FittingPress<Pdf> {
  readonly composer: Pick<Composer, 'compose' | 'set'>;
  readonly printer: Pick<Printer, 'layOut'>;
  /** Prints and finishes a page. */
  readonly print: (page: Composed) => Promise<Pdf>;
}

/** Whether a document is to be fitted where it is printed: where its template binds the number of pages. */
export const isFitted = ({ formats, pages }: Template): boolean => arePrinted(formats) && bindsPages(pages);

/** Fits a document and prints it; null, with the reasons, where it can't keep its contract. */
export const fitDocument = async <Pdf extends JudgedPdf>(
  draft: Composed,
  press: FittingPress<Pdf>,
): Promise<Told<Fitted<Pdf> | null>> => {
  const keeping = new Keeping(stockOf(draft));
  const rounds = new Rounds(draft, keeping, press);
  let next = await rounds.settle(await rounds.begin());
  for (let tries = 0; next.value; tries += 1) {
    const { page, outcome } = next.value;
    if (outcome.is === 'over') {
      // What reaches beyond the side of a page looks as if it stood on the next: then that is the fault.
      const wide = (await press.print(page)).messages.filter(({ rule }) => rule === 'overflow');
      return { value: null, messages: wide.length ? wide : tooMuch(draft, outcome, keeping) };
    }
    const { setting, step, pages, kept } = outcome;
    const { value: final, messages: rendering } = await press.composer.set(page, setting);
    const messages = [...next.messages, ...rendering];
    if (!final) return { value: null, messages };
    const pdf = await press.print(final);
    if (pdf.pages <= pages) {
      const fitted = { ...givenBy(keeping, kept), ...setting, scale: scaleOf(setting, draft.template) };
      const full = await fillUp(page, setting, { pages, printed: { ...final, pdf } }, press);
      return {
        value: full.value && { ...full.value, fit: fitted },
        messages: [...messages, ...full.messages],
      };
    }
    // What the browser prints has the last word: a step tighter then, two, four.
    next = await rounds.settle(await rounds.tighter({ ...next.value, outcome }, step + 2 ** tries));
  }
  return { value: null, messages: next.messages };
};

/** Where so few pages are not allowed, pages for notes make up the number that was aimed at. */
const fillUp = async <Pdf extends JudgedPdf>(
  page: Composed,
  setting: Setting,
  { pages, printed }: { readonly pages: number; readonly printed: Composed & { readonly pdf: Pdf } },
  press: FittingPress<Pdf>,
): Promise<Told<(Composed & { readonly pdf: Pdf }) | null>> => {
  const missing = pages - printed.pdf.pages;
  if (allowedNear(page.template.pages, printed.pdf.pages).exact) return { value: printed, messages: [] };
  const { value: final, messages } = await press.composer.set(page, { ...setting, notesPages: missing });
  return { value: final && { ...final, pdf: await press.print(final) }, messages };
};

/** The page that was asked last, and what that came to. */
interface AskedPage<O extends Outcome = Outcome> {
  readonly page: Composed;
  /** What there was to tell of it when it was composed; nothing of the draft, of which that was told before. */
  readonly told: readonly Message[];
  readonly outcome: O;
}

/** The rounds of one document. */
class Rounds {
  readonly #draft: Composed;
  readonly #keeping: Keeping;
  readonly #press: Pick<FittingPress<never>, 'composer' | 'printer'>;

  constructor(draft: Composed, keeping: Keeping, press: Pick<FittingPress<never>, 'composer' | 'printer'>) {
    this.#draft = draft;
    this.#keeping = keeping;
    this.#press = press;
  }

  /** Asks the page that holds what was selected. */
  begin(least?: number): Promise<AskedPage> {
    return this.#ask({ page: this.#draft, told: [] }, () => fit(this.#draft.template, this.#keeping, least));
  }

  /** Asks a page again, though it has settled: only for tighter settings. */
  tighter(asked: AskedPage<Settled>, from: number): Promise<AskedPage> {
    return this.#ask(asked, () => settle(this.#draft.template, this.#keeping, asked.outcome, from));
  }

  /** Composes anew and asks, until nothing is open; null where what is left can't be composed. */
  async settle({ page, told, outcome }: AskedPage): Promise<Told<AskedPage<Settled | Over> | null>> {
    const { template } = this.#draft;
    if (outcome.is === 'over' && outcome.next !== null) return this.settle(await this.begin(outcome.next));
    if (outcome.is === 'over' || outcome.is === 'settled')
      return { value: { page, told, outcome }, messages: told };
    const isRoom = outcome.is === 'room';
    const reserve = isRoom ? this.#keeping.reserve : [];
    const { value, messages } = await this.#lay(new Set([...outcome.kept, ...reserve]));
    if (!value) return { value, messages };
    const asked = await this.#ask({ page: value, told: messages }, () =>
      isRoom ? grow(template, this.#keeping, outcome) : settle(template, this.#keeping, outcome),
    );
    // The whole reserve has gone: then the page without it is the one that has settled.
    if (isRoom && asked.outcome.kept.size === outcome.kept.size)
      return this.settle({ page, told, outcome: asked.outcome });
    return this.settle(asked);
  }

  async #lay(kept: Kept): Promise<Told<Composed | null>> {
    const given = givenBy(this.#keeping, kept);
    if (!given.dropped.length && !given.added.length) return { value: this.#draft, messages: [] };
    return this.#press.composer.compose(this.#draft, this.#draft.formats, choiceOf(this.#draft, given));
  }

  async #ask(
    { page, told }: Pick<AskedPage, 'page' | 'told'>,
    enquire: () => Enquiry<Outcome>,
  ): Promise<AskedPage> {
    const { path, print, assets } = page.rendered;
    const passages = page.document.sections.flatMap(({ items }) => items.map(({ passage }) => passage));
    const outcome = await this.#press.printer.layOut({ path, html: print ?? '', assets, passages }, enquire);
    return { page, told, outcome };
  }
}

/** What a document holds that was fitted before, and how large it is set. */
export const asFitted = (plan: OpenPlan, fitted: Fit): Choice => {
  const { size, spacing } = fitted;
  return { ...choiceOf(plan, fitted), layout: { size, spacing } };
};

/** What a document holds that says the same as another of its selection, which was fitted. */
export const asFollowed = (plan: OpenPlan, { dropped, added }: Given): Choice =>
  choiceOf(plan, { dropped, added });

type Given = Pick<Fit, 'dropped' | 'added'>;

const givenBy = ({ heavy, light, reserve }: Keeping, kept: Kept): Given => ({
  dropped: [...heavy, ...light].filter((id) => !kept.has(id)).toReversed(),
  added: reserve.filter((id) => kept.has(id)),
});

/** What a document holds that has dropped and added passages. */
const choiceOf = ({ selection }: OpenPlan, { dropped, added }: Given): Choice => ({
  slots: selection.slots.map(({ slot, passages, reserve }) => ({
    slot,
    passages: [
      ...passages.filter(({ id }) => !dropped.includes(id)),
      ...reserve.filter(({ id }) => added.includes(id)),
    ],
  })),
  dropped: selection.slots.flatMap(({ passages }) => passages.filter(({ id }) => dropped.includes(id))),
});

const stockOf = ({ project, selection, edition }: OpenPlan): Stock => {
  const leads = new Set([...edition.slots.values()].map(({ lead }) => lead));
  const candidate = (passage: Passage, slot: string, named: boolean): Candidate => {
    const answered = project.passages.get(passage.attributes['against'] ?? '');
    const texts = [passage, ...(answered ? [answered] : [])];
    return {
      id: passage.id,
      slot,
      priority: leads.has(passage.id) ? 1 : passage.priority,
      named,
      rank: selection.rank.get(passage.id) ?? selection.rank.size,
      brings: answered ? [answered.id] : [],
      links: texts.flatMap((text) => linksOf(text, edition.audience)),
    };
  };
  return {
    chosen: selection.slots.flatMap(({ slot, passages, named }) =>
      passages.map((passage, index) => candidate(passage, slot.id, index < named)),
    ),
    reserve: selection.slots.flatMap(({ slot, reserve }) =>
      reserve.map((passage) => candidate(passage, slot.id, false)),
    ),
    minima: new Map(selection.slots.map(({ slot }) => [slot.id, slot.min])),
  };
};

const scaleOf = ({ size }: Setting, { type }: Template): number =>
  Math.round((size / type.size) * 10_000) / 10_000;

const tooMuch = (
  draft: Composed,
  { pages, kept, over, heights }: Over,
  keeping: Keeping,
): readonly Message[] =>
  checkAll('page', {
    ...printedDocument(draft),
    pages,
    over: {
      height: over,
      dropped: givenBy(keeping, kept).dropped,
      passages: Object.entries(heights).flatMap(([id, height]) => {
        const passage = draft.project.passages.get(id);
        return passage ? [{ passage, height }] : [];
      }),
    },
    measures: UNMEASURED,
    refused: [],
    strangeFonts: [],
    imprint: null,
    licences: null,
    copies: false,
  });
