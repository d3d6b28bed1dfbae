/**
 * Makes the files of documents as they are planned: from the store where that has them, else compose → render → fit,
 * print → pdf, and the copies. Each goes out as soon as it is made, so that memory does not grow with their number.
 */

import { setImmediate as turn } from 'node:timers/promises';
import { hasErrors, type Told } from '../diagnostics/message.ts';
import { tolerated } from '../diagnostics/tolerated.ts';
import { Alike } from '../model/alike.ts';
import type { Fit } from '../model/fit.ts';
import { arePrinted } from '../model/formats.ts';
import type { Made } from '../model/made.ts';
import type { Entry } from '../model/manifest.ts';
import { loadFinishing } from '../pdf/index.ts';
import type { Judge } from '../rules/judge.ts';
import type { Printer, Stored, World } from '../world/world.ts';
import { EVERY, ofRow, type Composed, type Composer, type Formats } from './composer.ts';
import type { Drafts } from './drafts.ts';
import { asFollowed, asFitted, fitDocument, isFitted } from './fit-document.ts';
import type { Fonts } from './fonts.ts';
import { filesOf, type Copies } from './made-files.ts';
import { followedBy, storeKeyParts, rememberedOf, type StoreKeyParts, type Remembered } from './store-key.ts';
import type { Memory } from './memory.ts';
import type { Plan } from './plan.ts';
import type { Press } from './press.ts';
import { makeCopies } from './print-copies.ts';
import { printAndFinish, type Pdf } from './print-and-finish.ts';
import { familiesOf } from './shard.ts';
import { sideBySide } from './side-by-side.ts';

/** What is to be made of documents, and what is known of them. */
export interface Order {
  readonly composer: Composer;
  readonly judge: Judge;
  readonly fonts: Fonts;
  /** Drafts that wait for it. */
  readonly drafts: Drafts;
  /** The names of documents of which all that there is to tell before they are fitted has been told. */
  readonly told: ReadonlySet<string>;
  readonly memory: Memory;
  /** Opened for the first document that has to be printed; whoever ordered it closes it. */
  readonly press: Press;
  /** Where documents go. */
  readonly sink: Sink;
  /** All where none is given. */
  readonly formats?: (plan: Plan) => Formats;
  readonly remembered?: Remembered;
  /** Whether what is wrong with one recipient's document costs that one alone. */
  readonly keepGoing?: boolean;
}

/** Takes documents as soon as they are made. */
export interface Sink {
  add(made: Made): Promise<void>;
  /** Takes one from the store; false where that has lost a file of it. */
  restore(stored: Stored): Promise<boolean>;
}

/**
 * Makes the files of these documents, side by side, and gives their entries. Those without a PDF are made first; where one
 * of them has an error, none is printed.
 */
export const produce = async (
  world: Pick<World, 'browsers' | 'progress'>,
  plans: readonly Plan[],
  order: Order,
): Promise<Told<readonly Entry[]>> => {
  let begun = 0;
  const alike = new Alike();
  const makeFamily = async (family: readonly Plan[]): Promise<readonly Told<Entry | null>[]> => {
    const fits = new Map<string, Fit>();
    const made: Told<Entry | null>[] = [];
    for (const plan of family) {
      world.progress(begun, plans.length, plan.name);
      begun += 1;
      // Signals are heard in between, and garbage is cleared away in time.
      await turn();
      made.push(await recallOrMake(plan, { ...order, fits, alike }));
    }
    return made;
  };
  const made: Told<Entry | null>[] = [];
  for (const families of inTurn(plans, order)) {
    const found = made.flatMap(({ messages }) => messages);
    if (hasErrors(tolerated(found, order.keepGoing ?? false))) break;
    // Those that follow wait for the fit of the first, and for nothing else. One more family than is printed at once: a PDF
    // is finished and checked while others are printed.
    made.push(...(await sideBySide(families, world.browsers + 1, makeFamily)).flat());
  }
  return {
    value: made.flatMap(({ value }) => value ?? []),
    messages: tolerated(
      made.flatMap(({ messages }) => messages),
      order.keepGoing ?? false,
    ),
  };
};

/** Whether a browser has to print a document in the formats in which it is made. */
export const isPrinted = (plan: Plan, { formats = () => EVERY }: Pick<Order, 'formats'>): boolean =>
  arePrinted(plan.template.formats.filter((format) => formats(plan).made.includes(format)));

/** Families without a PDF, then those with one. */
const inTurn = (plans: readonly Plan[], order: Order) => {
  const families = familiesOf(plans);
  const hasPdf = (family: readonly Plan[]) => family.some((plan) => isPrinted(plan, order));
  return [families.filter((family) => !hasPdf(family)), families.filter(hasPdf)];
};

/** What a document is made with. */
interface Making extends Order {
  /** To what those before it in its family were fitted, by name; gets its own. */
  readonly fits: Map<string, Fit>;
  /** What is said of one document after another. */
  readonly alike: Alike;
}

/** A document in all its files: from the store where that has it. */
const recallOrMake = async (plan: Plan, making: Making): Promise<Told<Entry | null>> => {
  const { fits, memory, sink, remembered = new Map() } = making;
  const formats = making.formats?.(plan) ?? EVERY;
  const keyParts = storeKeyParts(plan, formats, { fits, remembered });
  const stored = await memory.find(keyParts);
  const isRestored = stored !== null && (await sink.restore(stored));
  const { value, messages } = isRestored
    ? { value: stored.entry, messages: [] }
    : await make(plan, formats, keyParts, making);
  if (value?.fit) fits.set(plan.name, value.fit);
  return { value, messages };
};

/** Makes all files of a document, and hands them on. */
const make = async (
  plan: Plan,
  formats: Formats,
  keyParts: StoreKeyParts,
  making: Making,
): Promise<Told<Entry | null>> => {
  const { fits, memory, sink, alike } = making;
  const { value: page, messages: composing } = await pageOf(plan, formats, making);
  if (!page) return { value: null, messages: composing };
  const printer = page.rendered.print === null ? null : await openFor(making);
  const final = printer ? await print(page, printer, making) : await leaveUnprinted(page, making);
  const { value, messages: finishing } = final;
  const messages = [...composing, ...making.judge(finishing)];
  if (!value) return { value, messages: ofRow(messages, plan) };
  const copies = await copiesOf(value, printer);
  const known = value.fit ? new Map([...fits, [plan.name, value.fit]]) : fits;
  const made = filesOf({ ...value, copies: copies.value }, known, alike);
  const all = ofRow([...messages, ...making.judge(copies.messages)], plan);
  // Where it does not stop the others, a document with an error does not go out.
  if (plan.row && hasErrors(all)) return { value: null, messages: all };
  await sink.add(made);
  if (!all.length) await memory.keep(keyParts, made);
  return { value: made.entry, messages: all };
};

/** The printer. What finishes its PDFs is loaded while it opens and prints the first. */
const openFor = ({ press }: Making): Promise<Printer> => {
  // Whoever finishes a PDF waits for it, and is told why it can't be.
  loadFinishing().catch(() => {});
  return press.open();
};

/**
 * A document's page before it is fitted: as it was drafted, where it has what was selected; what there is to tell of that
 * was told then. A variant takes the passages that the standard document was fitted to, so that both say the same.
 */
const pageOf = async (
  plan: Plan,
  formats: Formats,
  { composer, drafts, told, fits }: Making,
): Promise<Told<Composed | null>> => {
  const draft = drafts.get(plan.name);
  drafts.delete(plan.name);
  const followed = followedBy(plan, { fits });
  if (followed) {
    const open = plan.open();
    return composer.compose(open, formats, asFollowed(open, followed));
  }
  if (draft && formats === EVERY) return { value: draft, messages: [] };
  const composed = draft
    ? await composer.inFormats(draft, formats)
    : await composer.compose(plan.open(), formats);
  return composed.value && told.has(plan.name) ? { ...composed, messages: [] } : composed;
};

/** A document up to its PDF. */
interface Finished extends Composed {
  readonly pdf: Pdf | null;
  readonly fit: Fit | null;
}

const print = async (
  page: Composed,
  printer: Printer,
  { composer, fonts }: Making,
): Promise<Told<Finished | null>> => {
  const finish = (one: Composed): Promise<Pdf> => printAndFinish(one, printer, fonts);
  if (!isFitted(page.template)) {
    const pdf = await finish(page);
    return { value: { ...page, pdf, fit: null }, messages: pdf.messages };
  }
  const { value, messages } = await fitDocument(page, { composer, printer, print: finish });
  return { value, messages: [...messages, ...(value?.pdf.messages ?? [])] };
};

/** A document without a PDF: as it was fitted before, where that is known. */
const leaveUnprinted = async (
  page: Composed,
  { composer, remembered = new Map() }: Making,
): Promise<Told<Finished | null>> => {
  const known = rememberedOf(page, { remembered });
  if (!known) return { value: { ...page, pdf: null, fit: null }, messages: [] };
  const { value, messages } = await composer.compose(page, page.formats, asFitted(page, known));
  return { value: value && { ...value, pdf: null, fit: known }, messages };
};

/** The copies for print; none where there is no PDF. */
const copiesOf = async (final: Finished, printer: Printer | null): Promise<Told<Copies>> =>
  final.pdf && printer
    ? makeCopies({ ...final, pdf: final.pdf }, printer)
    : { value: new Map(), messages: [] };
