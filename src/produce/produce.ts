/** The stages that make files of a prepared document: fit, print → pdf, and the checks on what was printed. */

import { documentMessages } from '../check/accessibility.ts';
import { checkLayout } from '../check/layout.ts';
import { checkContract } from '../check/page-contract.ts';
import { checkPictures } from '../check/pictures.ts';
import type { Texts } from '../check/texts.ts';
import { fitDocument, fitInputs, isFitted, layAlike, layAsFitted } from './fit-document.ts';
import { copiesWanted, copyPath, makeCopies } from './print-copies.ts';
import { sideBySide } from './side-by-side.ts';
import type { CopyName } from '../model/copies.ts';
import type { Fit } from '../model/fit.ts';
import { passageNames } from '../model/mark.ts';
import { sha256 } from '../model/hash.ts';
import type { Message, Told } from '../diagnostics/message.ts';
import type { Project } from '../model/project.ts';
import type { Printed, Printer, World } from '../world/world.ts';
import type { Draft, Formats, Laid } from './draft.ts';
import { fittedFrom, inputsOf, propertiesOf } from './inputs.ts';
import type { Memory } from './memory.ts';
import type { Entry } from '../model/manifest.ts';
import type { Made } from '../model/made.ts';
import { FORMATS } from '../render/document-view.ts';
import {
  checkPdf,
  finishPdf,
  fontNames,
  type PdfFacts,
  type PdfLink,
  readPdf,
  strangeFonts,
} from '../pdf/index.ts';

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
  const from = [inputs, fits.get(draft.follows?.name ?? '')];
  const { value, messages: found } = memory ? await memory.recall(ready, from, make) : await make();
  if (value?.entry.fit) fits.set(draft.name, value.entry.fit);
  return { value, messages: [...messages, ...found] };
};

/** A document in the formats that are made now, before and after it takes the passages of one that it follows. */
interface Stages {
  /** The hash of all that it is made of. */
  readonly inputs: string;
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
  const { value, messages } = await makeOne(project, draft, ready, means);
  if (!value) return { value, messages };
  const copies = await copiesOf(project, draft, value, means.printer);
  const known = value.fit ? new Map([...fits, [draft.name, value.fit]]) : fits;
  const made = await filesOf(project, draft, {
    ...value,
    copies: copies.value,
    inputs: inputsIn(inputs, draft, own, known),
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

/** A document as it goes out. */
interface Final extends Laid {
  readonly pdf: Pdf | null;
  readonly fit: Fit | null;
}

type Copies = ReadonlyMap<CopyName, Uint8Array>;

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
  whole: Draft,
  draft: Draft,
  { printer, remembered }: { readonly printer: Printer | null; readonly remembered: Remembered },
): Promise<Told<Final | null>> => {
  if (draft.rendered.print === null || !printer) return makeUnprinted(project, whole, draft, remembered);
  const print = (laid: Laid): Promise<Pdf> => printAndFinish(project, { ...draft, ...laid }, printer);
  if (!isFitted(draft.template)) {
    const pdf = await print(draft);
    return { value: { ...draft, pdf, fit: null }, messages: pdf.messages };
  }
  const { value, messages } = await fitDocument(project, draft, { printer, print });
  return { value, messages: [...messages, ...(value?.pdf.messages ?? [])] };
};

const makeUnprinted = async (
  project: Project,
  whole: Draft,
  draft: Draft,
  remembered: Remembered,
): Promise<Told<Final | null>> => {
  const known = isFitted(draft.template) ? remembered.get(draft.name) : undefined;
  if (!known || known.inputs !== (await fitInputs(project, whole)))
    return { value: { ...draft, pdf: null, fit: null }, messages: [] };
  const { value, messages } = await layAsFitted(draft, known);
  return { value: value && { ...value, pdf: null, fit: known }, messages };
};

interface Pdf {
  readonly bytes: Uint8Array;
  /** As the browser gave it. */
  readonly printed: Printed;
  readonly pages: number;
  /** What the checks say of it. */
  readonly messages: readonly Message[];
}

/** Prints a page, finishes it, and holds it against its template's contract and the standards of accessible PDFs. */
const printAndFinish = async (project: Project, draft: Draft, printer: Printer): Promise<Pdf> => {
  const { rendered, template, name } = draft;
  const { path, print, assets } = rendered;
  const job = { path, html: print ?? '', assets };
  const finished = async (pageNumbers?: Printed['pageNumbers']) => {
    const printed = await printer.print({ ...job, ...(pageNumbers ? { pageNumbers } : {}) });
    const bytes = await finishPdf(printed.bytes, propertiesOf(project, draft), printed.marks);
    const facts = await readPdf(bytes);
    return { printed, bytes, facts, numbers: numbersOf(printed, facts) };
  };
  let last = await finished();
  // What was foretold of the contents is nearly always true; where it is not, the PDF has the numbers.
  if (last.numbers) last = await finished(last.numbers);
  const { printed, bytes, facts } = last;
  const { place } = draft.edition;
  const { measures } = printed;
  const copies = copiesWanted(draft).length > 0;
  const contract = checkContract(template, {
    name,
    place,
    pages: facts.pages.length,
    measures,
    refused: printed.refused,
    strangeFonts: strangeFonts(facts, await fontNames(rendered.fonts)).map((font) => font.name),
  });
  const names = passageNames(printed.marks.elements);
  const texts = textsOf(project, draft);
  const layout = checkLayout(template, { name, texts, names, measures, overlaps: facts.overlaps });
  const pictures = checkPictures(template, { name, place, measures, copies });
  const verdict = await checkPdf(bytes, { isForArchive: true });
  const faults = documentMessages(verdict, {
    name,
    template,
    texts,
    names,
  });
  const messages = [...contract, ...layout, ...pictures, ...faults];
  return { bytes, printed, pages: facts.pages.length, messages };
};

/** Where the texts of a document were written. */
const textsOf = ({ passages }: Project, { pack, edition, document }: Draft): Texts => ({
  passages,
  headline: edition.headline?.place ?? pack.place,
  summary: (edition.summary ?? pack.summary)?.place ?? pack.place,
  figures: document.sections.flatMap(({ items }) =>
    items.flatMap(({ passage, attributes: { figure } }) => (figure ? [[figure, passage] as const] : [])),
  ),
});

/** The page numbers that a printed page should show, where it shows others; null where it is right. */
const numbersOf = ({ pageNumbers, marks }: Printed, { pages }: PdfFacts): Printed['pageNumbers'] | null => {
  const links = pages.flatMap((page) => page.links);
  const names = passageNames(marks.elements);
  const placeOf = (link: PdfLink) => ('place' in link ? (names.get(link.place ?? '') ?? link.place) : null);
  const right = Object.fromEntries(
    Object.entries(pageNumbers).map(([id, number]) => {
      const link = links.find((one) => placeOf(one) === id);
      return [id, (link && 'page' in link ? link.page : null) ?? number];
    }),
  );
  return Object.entries(right).every(([id, number]) => pageNumbers[id] === number) ? null : right;
};

/**
 * The hash of what a document is made of, for each format that is made. A page that names fewer formats than there could be, or holds what was not
 * fitted, is none that a whole build would make: it is out of date from the first.
 */
const inputsIn = (
  made: string,
  draft: Draft,
  { rendered }: Draft,
  fits: ReadonlyMap<string, Fit>,
): Entry['inputs'] => {
  const inPart = sha256(`${made} in part`);
  const standard = draft.follows ?? draft;
  const fitted = !isFitted(standard.template) || fits.has(standard.name);
  return {
    html: fitted && rendered.html === draft.rendered.html ? made : inPart,
    ...(rendered.print === null ? {} : { pdf: made }),
    ...(rendered.text === null ? {} : { text: fitted ? made : inPart }),
  };
};

/** A document's files and its entry in the manifest. */
const filesOf = async (
  project: Project,
  draft: Draft,
  {
    document,
    rendered,
    pdf,
    fit,
    copies,
    inputs,
  }: Final & {
    readonly copies: Copies;
    readonly inputs: Entry['inputs'];
  },
): Promise<Made> => {
  const { edition, pack, variant } = draft;
  const fitted = fit && (await fittedFrom(project, draft));
  const stem = rendered.path.slice(0, -FORMATS.html.ending.length);
  const encode = (text: string) => new TextEncoder().encode(text);
  const files = new Map<string, Uint8Array>([[rendered.path, encode(rendered.html)]]);
  const pdfPath = pdf && `${stem}${FORMATS.pdf.ending}`;
  const textPath = rendered.text === null ? null : `${stem}${FORMATS.text.ending}`;
  if (pdf && pdfPath) files.set(pdfPath, pdf.bytes);
  if (textPath) files.set(textPath, encode(rendered.text ?? ''));
  const copyPaths = new Map([...copies.keys()].map((name) => [name, copyPath(rendered.path, name)]));
  for (const [name, path] of copyPaths) files.set(path, copies.get(name) ?? new Uint8Array());
  const { embargo } = document;
  return {
    entry: {
      pack: pack.id,
      edition: edition.id,
      variant,
      audience: document.audience,
      template: document.template,
      title: rendered.headline,
      date: document.date,
      ...(embargo ? { embargo: embargo.time ? `${embargo.day}T${embargo.time}` : embargo.day } : {}),
      ...(document.draft ? { draft: true } : {}),
      files: {
        html: rendered.path,
        ...(pdfPath ? { pdf: pdfPath } : {}),
        ...(textPath ? { text: textPath } : {}),
        ...(copyPaths.size ? { copies: Object.fromEntries(copyPaths) } : {}),
      },
      pages: pdf?.pages ?? null,
      ...(fit && fitted ? { fit: { ...fit, inputs: fitted } } : {}),
      passages: [...document.passages],
      sources: [...document.sources],
      inputs,
    },
    files,
    assets: rendered.assets,
  };
};
