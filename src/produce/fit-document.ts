/**
 * Takes a document round compose → render → measure until it keeps its page contract, then print → pdf, which has to
 * say the same. Each round something more has gone, or the type is smaller, than in the one before: so it ends.
 */

import { linksOf } from '../compose/text.ts';
import { fit, grow, settle, type Outcome, type Over, type Settled, type State } from '../fit/fit.ts';
import { Keeping, type Candidate, type Kept, type Stock } from '../fit/keeping.ts';
import { allowedNear, bindsPages } from '../fit/target.ts';
import type { Enquiry, Fit, Setting } from '../model/fit.ts';
import { sha256 } from '../model/hash.ts';
import type { Message, Told } from '../diagnostics/message.ts';
import type { Passage, Project, Template } from '../model/project.ts';
import type { Printer } from '../world/world.ts';
import { checkAll } from '../rules/check.ts';
import { UNMEASURED } from '../rules/subjects.ts';
import type { Choice, Draft, Laid } from './draft.ts';
import { printedDocument } from './printed-document.ts';

/** A document that keeps its page contract. */
export interface Fitted<Pdf> extends Laid {
  readonly fit: Fit;
  readonly pdf: Pdf;
}

/** A PDF, and what its checks say of it. */
interface Checked {
  readonly pages: number;
  readonly messages: readonly Message[];
}

/** What fitting needs of the outside. */
export interface Press<Pdf> {
  readonly printer: Pick<Printer, 'layOut'>;
  /** Prints and finishes a page. */
  readonly print: (laid: Laid) => Promise<Pdf>;
}

/** Whether a document is to be fitted where it is printed: where its template binds the number of pages. */
export const isFitted = ({ formats, pages }: Template): boolean =>
  formats.includes('pdf') && bindsPages(pages);

/** Fits a document and prints it; null, with the reasons, where it can't keep its contract. */
export const fitDocument = async <Pdf extends Checked>(
  project: Project,
  draft: Draft,
  press: Press<Pdf>,
): Promise<Told<Fitted<Pdf> | null>> => {
  const keeping = new Keeping(stockOf(project, draft));
  const rounds = new Rounds(draft, keeping, press.printer);
  let next = await rounds.settle(await rounds.begin());
  for (let tries = 0; next.value; tries += 1) {
    const { page, outcome } = next.value;
    if (outcome.is === 'over') {
      // What reaches beyond the side of a page looks as if it stood on the next: then that is the fault.
      const wide = (await press.print(page)).messages.filter(({ rule }) => rule === 'overflow');
      return { value: null, messages: wide.length ? wide : tooMuch(project, draft, outcome, keeping) };
    }
    const { setting, step, pages, kept } = outcome;
    const { value: final, messages: rendering } = await draft.set(page, setting);
    const messages = [...next.messages, ...rendering];
    if (!final) return { value: null, messages };
    const pdf = await press.print(final);
    if (pdf.pages <= pages) {
      const fitted = { ...givenBy(keeping, kept), ...setting, scale: scaleOf(setting, draft.template) };
      const full = await fillUp(draft, page, setting, { pages, printed: { ...final, pdf } }, press);
      return {
        value: full.value && { ...full.value, fit: fitted },
        messages: [...messages, ...full.messages],
      };
    }
    // What the browser prints has the last word: a step tighter then, two, four.
    next = await rounds.settle(await rounds.tighter(page, outcome, step + 2 ** tries));
  }
  return { value: null, messages: next.messages };
};

/** Where so few pages are not allowed, pages for notes make up the number that was aimed at. */
const fillUp = async <Pdf extends Checked>(
  draft: Draft,
  page: Laid,
  setting: Setting,
  { pages, printed }: { readonly pages: number; readonly printed: Laid & { readonly pdf: Pdf } },
  press: Press<Pdf>,
): Promise<Told<(Laid & { readonly pdf: Pdf }) | null>> => {
  const missing = pages - printed.pdf.pages;
  if (allowedNear(draft.template.pages, printed.pdf.pages).exact) return { value: printed, messages: [] };
  const { value: final, messages } = await draft.set(page, { ...setting, notesPages: missing });
  return { value: final && { ...final, pdf: await press.print(final) }, messages };
};

/** The page that was asked last, and what that came to. */
interface Asked<O extends Outcome = Outcome> {
  readonly page: Laid;
  readonly outcome: O;
}

/** The rounds of one document. */
class Rounds {
  readonly #draft: Draft;
  readonly #keeping: Keeping;
  readonly #printer: Pick<Printer, 'layOut'>;

  constructor(draft: Draft, keeping: Keeping, printer: Pick<Printer, 'layOut'>) {
    this.#draft = draft;
    this.#keeping = keeping;
    this.#printer = printer;
  }

  /** Asks the page that holds what was selected. */
  begin(least?: number): Promise<Asked> {
    return this.#ask(this.#draft, () => fit(this.#draft.template, this.#keeping, least));
  }

  /** Asks a page again, though it has settled: only for tighter settings. */
  tighter(page: Laid, state: State, from: number): Promise<Asked> {
    return this.#ask(page, () => settle(this.#draft.template, this.#keeping, state, from));
  }

  /** Composes anew and asks, until nothing is open; null where what is left can't be composed. */
  async settle({ page, outcome }: Asked): Promise<Told<Asked<Settled | Over> | null>> {
    const { template } = this.#draft;
    if (outcome.is === 'over' && outcome.next !== null) return this.settle(await this.begin(outcome.next));
    if (outcome.is === 'over' || outcome.is === 'settled') return { value: { page, outcome }, messages: [] };
    const isRoom = outcome.is === 'room';
    const reserve = isRoom ? this.#keeping.reserve : [];
    const { value, messages } = await this.#lay(new Set([...outcome.kept, ...reserve]));
    if (!value) return { value, messages };
    const asked = await this.#ask(value, () =>
      isRoom ? grow(template, this.#keeping, outcome) : settle(template, this.#keeping, outcome),
    );
    // The whole reserve has gone: then the page without it is the one that has settled.
    if (isRoom && asked.outcome.kept.size === outcome.kept.size)
      return this.settle({ page, outcome: asked.outcome });
    const settled = await this.settle(asked);
    // What is told of a page that is not the last one is told of no document.
    return asked.page === settled.value?.page ? { ...settled, messages } : settled;
  }

  async #lay(kept: Kept): Promise<Told<Laid | null>> {
    const given = givenBy(this.#keeping, kept);
    if (!given.dropped.length && !given.added.length) return { value: this.#draft, messages: [] };
    return this.#draft.lay(choiceOf(this.#draft, given));
  }

  async #ask(page: Laid, enquire: () => Enquiry<Outcome>): Promise<Asked> {
    const { path, print, assets } = page.rendered;
    const passages = page.document.sections.flatMap(({ items }) => items.map(({ passage }) => passage));
    const outcome = await this.#printer.layOut({ path, html: print ?? '', assets, passages }, enquire);
    return { page, outcome };
  }
}

/** Makes a document as it was fitted before. */
export const layAsFitted = (draft: Draft, fitted: Fit): Promise<Told<Laid | null>> => {
  const { size, spacing } = fitted;
  return draft.lay({ ...choiceOf(draft, fitted), layout: { size, spacing } });
};

/** Makes a document with what another of the same selection was fitted to, in its own type. */
export const layAlike = (draft: Draft, { dropped, added }: Given): Promise<Told<Laid | null>> =>
  draft.lay(choiceOf(draft, { dropped, added }));

/** The hash of all that the outcome of fitting depends on, the browser apart. */
export const fitInputs = async (project: Project, draft: Draft): Promise<string> => {
  const stock = stockOf(project, draft);
  const { value: whole } = await layWhole(draft, stock);
  const { min, max, multiple } = draft.template.pages;
  const { size, min: least, max: most } = draft.template.type;
  const parts = [whole?.rendered.print, stock, [...stock.minima], min, max, multiple, size, least, most];
  return sha256(JSON.stringify(parts));
};

/** The document with everything in it, the reserve too. */
const layWhole = async (draft: Draft, stock: Stock): Promise<Told<Laid | null>> => {
  const added = new Keeping(stock).reserve;
  return added.length ? draft.lay(choiceOf(draft, { dropped: [], added })) : { value: draft, messages: [] };
};

type Given = Pick<Fit, 'dropped' | 'added'>;

const givenBy = ({ heavy, light, reserve }: Keeping, kept: Kept): Given => ({
  dropped: [...heavy, ...light].filter((id) => !kept.has(id)).toReversed(),
  added: reserve.filter((id) => kept.has(id)),
});

/** What a document holds that has dropped and added passages. */
const choiceOf = ({ selection }: Draft, { dropped, added }: Given): Choice => ({
  slots: selection.slots.map(({ slot, passages, reserve }) => ({
    slot,
    passages: [
      ...passages.filter(({ id }) => !dropped.includes(id)),
      ...reserve.filter(({ id }) => added.includes(id)),
    ],
  })),
  dropped: selection.slots.flatMap(({ passages }) => passages.filter(({ id }) => dropped.includes(id))),
});

const stockOf = (project: Project, { selection, edition }: Draft): Stock => {
  const ids = selection.slots.flatMap(({ passages, reserve }) =>
    [...passages, ...reserve].map(({ id }) => id),
  );
  const rankOf = (id: string) => selection.rank.get(id) ?? selection.rank.size;
  // Only their order among themselves is the document's: what else the library holds changes nothing of it.
  const order = new Map(ids.toSorted((a, b) => rankOf(a) - rankOf(b)).map((id, index) => [id, index]));
  const leads = new Set([...edition.slots.values()].map(({ lead }) => lead));
  const candidate = (passage: Passage, slot: string, named: boolean): Candidate => {
    const answered = project.passages.get(passage.attributes['against'] ?? '');
    const texts = [passage, ...(answered ? [answered] : [])];
    return {
      id: passage.id,
      slot,
      priority: leads.has(passage.id) ? 1 : passage.priority,
      named,
      rank: order.get(passage.id) ?? order.size,
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
  project: Project,
  draft: Draft,
  { pages, kept, over, heights }: Over,
  keeping: Keeping,
): readonly Message[] =>
  checkAll('page', {
    ...printedDocument(project, draft),
    pages,
    over: {
      height: over,
      dropped: givenBy(keeping, kept).dropped,
      passages: Object.entries(heights).flatMap(([id, height]) => {
        const passage = project.passages.get(id);
        return passage ? [{ passage, height }] : [];
      }),
    },
    measures: UNMEASURED,
    refused: [],
    strangeFonts: [],
    copies: false,
  });
