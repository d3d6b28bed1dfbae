/** Takes drafts through the stages that make files of them: fit, print → pdf, and the copies. */

import { fitDocument, isFitted, layAlike, layAsFitted } from './fit-document.ts';
import { filesOf, inputsIn, type Copies, type Final } from './made-files.ts';
import { makeCopies } from './print-copies.ts';
import { printAndFinish, type Pdf } from './print-and-finish.ts';
import { sideBySide } from './side-by-side.ts';
import type { Fit } from '../model/fit.ts';
import type { Told } from '../diagnostics/message.ts';
import type { Project } from '../model/project.ts';
import type { Printer, World } from '../world/world.ts';
import type { Draft, Formats, Laid } from './draft.ts';
import { inputsOf, type Inputs } from './inputs.ts';
import type { Memory } from './memory.ts';
import type { Entry } from '../model/manifest.ts';
import type { Made } from '../model/made.ts';

/** How documents were fitted in the last build, by name. */
export type Remembered = ReadonlyMap<string, NonNullable<Entry['fit']>>;

/** What is to be made of documents, and what is known of them. */
export interface Order {
  /** Despatch's own, for the manifest. */
  readonly version?: string;
  /** All where none is given. */
  readonly formats?: (draft: Draft) => Formats;
  readonly remembered?: Remembered;
  /** Where documents are taken from that were made before; all are made where there is none. */
  readonly memory?: Memory;
}

/**
 * Makes the files of these documents, side by side; opens a printer only where one of them has a PDF that the store does
 * not have.
 */
export const produce = async (
  world: Pick<World, 'openPrinter' | 'browsers' | 'progress'>,
  project: Project,
  drafts: readonly Draft[],
  order: Order = {},
): Promise<Told<readonly Made[]>> => {
  const { openPrinter, closePrinter } = whenNeeded(world);
  let begun = 0;
  const makeFamily = async (family: readonly Draft[]): Promise<readonly Told<Made | null>[]> => {
    const fits = new Map<string, Fit>();
    const made: Told<Made | null>[] = [];
    for (const draft of family) {
      world.progress(begun, drafts.length, draft.name);
      begun += 1;
      made.push(await recallOrMake(draft, { project, order, fits, openPrinter }));
    }
    return made;
  };
  try {
    // One more than is printed at once: a PDF is finished and checked while others are printed.
    const made = (await sideBySide(familiesOf(drafts), world.browsers + 1, makeFamily)).flat();
    return {
      value: made.flatMap(({ value }) => value ?? []),
      messages: made.flatMap(({ messages }) => messages),
    };
  } finally {
    await closePrinter();
  }
};

/** A printer that is opened for the first who asks for it. */
const whenNeeded = (world: Pick<World, 'openPrinter'>) => {
  let opening: Promise<Printer> | null = null;
  return {
    openPrinter: (): Promise<Printer> => (opening ??= world.openPrinter()),
    closePrinter: async (): Promise<void> => {
      // Where it does not open, whoever asked for it has been told.
      const printer = await opening?.catch(() => null);
      await printer?.close();
    },
  };
};

/** Documents with those that follow them: these have to wait for the fit of the first, and for nothing else. */
const familiesOf = (drafts: readonly Draft[]): readonly (readonly Draft[])[] => {
  const families = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const { name } = draft.follows ?? draft;
    families.set(name, [...(families.get(name) ?? []), draft]);
  }
  return [...families.values()];
};

/** What a document is made with. */
interface Making {
  readonly project: Project;
  readonly order: Order;
  /** To what those before it in its family were fitted, by name; gets its own. */
  readonly fits: Map<string, Fit>;
  readonly openPrinter: () => Promise<Printer>;
}

/** A document in all its files: from the store where that has it. */
const recallOrMake = async (draft: Draft, making: Making): Promise<Told<Made | null>> => {
  const { project, fits, openPrinter } = making;
  const { version = '', formats, remembered = new Map(), memory } = making.order;
  const { value: own, messages: narrowed } = await inFormats(draft, formats);
  const { value: ready, messages: followed } = await following(own, fits);
  const messages = [...narrowed, ...followed];
  if (!own || !ready) return { value: null, messages };
  const inputs = await inputsOf(project, draft, version);
  const make = async (): Promise<Told<Made | null>> => {
    const printer = ready.rendered.print === null ? null : await openPrinter();
    return makeFiles(project, draft, { inputs, own, ready, fits }, { printer, remembered });
  };
  const from = [inputs.all, fits.get(draft.follows?.name ?? '')];
  const { value, messages: found } = memory ? await memory.recall(ready, from, make) : await make();
  if (value?.entry.fit) fits.set(draft.name, value.entry.fit);
  return { value, messages: [...messages, ...found] };
};

/** A document in the formats that are made now, before and after it takes the passages of one that it follows. */
interface Stages {
  readonly inputs: Inputs;
  readonly own: Draft;
  readonly ready: Draft;
  /** To what the documents before it were fitted, by name. */
  readonly fits: ReadonlyMap<string, Fit>;
}

/** Makes all files of one document. */
const makeFiles = async (
  project: Project,
  draft: Draft,
  { inputs, own, ready, fits }: Stages,
  means: { readonly printer: Printer | null; readonly remembered: Remembered },
): Promise<Told<Made | null>> => {
  const { value, messages } = await makeOne(project, inputs, ready, means);
  if (!value) return { value, messages };
  const copies = await copiesOf(project, draft, value, means.printer);
  const known = value.fit ? new Map([...fits, [draft.name, value.fit]]) : fits;
  const made = filesOf(draft, {
    ...value,
    copies: copies.value,
    fittedFrom: inputs.fitted,
    inputs: inputsIn(inputs.all, draft, own, known),
  });
  return { value: made, messages: [...messages, ...copies.messages] };
};

/** A document in the formats that are asked for; what there is to tell of it in all of them has been told. */
const inFormats = async (draft: Draft, formats: Order['formats']): Promise<Told<Draft | null>> => {
  if (!formats) return { value: draft, messages: [] };
  const narrowed = await draft.narrow(formats(draft));
  return narrowed.value ? { ...narrowed, messages: [] } : narrowed;
};

/** A variant with the passages that the standard document was fitted to, so that both say the same. */
const following = async (
  draft: Draft | null,
  fits: ReadonlyMap<string, Fit>,
): Promise<Told<Draft | null>> => {
  const fit = draft?.follows && fits.get(draft.follows.name);
  if (!fit) return { value: draft, messages: [] };
  const { value, messages } = await layAlike(draft, fit);
  return { value: value && { ...draft, ...value }, messages };
};

/** The copies for print; none where there is no PDF. */
const copiesOf = async (
  { organisation }: Project,
  draft: Draft,
  { document, rendered, pdf }: Final,
  printer: Printer | null,
): Promise<Told<Copies>> =>
  pdf && printer
    ? makeCopies(organisation, { ...draft, document, rendered, pdf }, printer)
    : { value: new Map(), messages: [] };

/** Fits a document and prints it, or makes it without a PDF: as it was fitted before, where that is known. */
const makeOne = async (
  project: Project,
  { fitted }: Inputs,
  draft: Draft,
  { printer, remembered }: { readonly printer: Printer | null; readonly remembered: Remembered },
): Promise<Told<Final | null>> => {
  if (draft.rendered.print === null || !printer) return makeUnprinted(draft, fitted, remembered);
  const print = (laid: Laid): Promise<Pdf> => printAndFinish(project, { ...draft, ...laid }, printer);
  if (!isFitted(draft.template)) {
    const pdf = await print(draft);
    return { value: { ...draft, pdf, fit: null }, messages: pdf.messages };
  }
  const { value, messages } = await fitDocument(project, draft, { printer, print });
  return { value, messages: [...messages, ...(value?.pdf.messages ?? [])] };
};

const makeUnprinted = async (
  draft: Draft,
  fitted: string | null,
  remembered: Remembered,
): Promise<Told<Final | null>> => {
  const known = isFitted(draft.template) ? remembered.get(draft.name) : undefined;
  if (!known || known.inputs !== fitted) return { value: { ...draft, pdf: null, fit: null }, messages: [] };
  const { value, messages } = await layAsFitted(draft, known);
  return { value: value && { ...value, pdf: null, fit: known }, messages };
};
