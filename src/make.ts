/** The stages that make files of a prepared document: print → pdf, and the checks on what was printed. */

import { checkContract } from './check/page-contract.ts';
import { sha256 } from './model/hash.ts';
import type { Message, Told } from './model/message.ts';
import type { Project } from './model/project.ts';
import type { Printed, Printer, World } from './model/world.ts';
import { finishPdf } from './pdf/finish.ts';
import type { PdfProperties } from './pdf/properties.ts';
import { fontNames, strangeFonts } from './pdf/fonts.ts';
import { readPdf } from './pdf/read.ts';
import type { Draft } from './prepare.ts';
import type { Made } from './publish/publish.ts';
import { FORMATS } from './render/document-view.ts';

/** Makes all files of these documents; opens a printer only where one of them has a PDF. */
export const make = async (
  world: Pick<World, 'openPrinter' | 'progress'>,
  project: Project,
  drafts: readonly Draft[],
): Promise<Told<readonly Made[]>> => {
  const messages: Message[] = [];
  const made: Made[] = [];
  let printer: Printer | null = null;
  try {
    for (const draft of drafts) {
      world.progress(made.length, drafts.length, draft.name);
      const { path, print, assets } = draft.rendered;
      if (print) printer ??= await world.openPrinter();
      const printed = print && printer ? await printer.print({ path, html: print, assets }) : null;
      const pdf = printed && (await finish(project, draft, printed));
      messages.push(...(pdf?.messages ?? []));
      made.push(filesOf(project, draft, pdf?.value ?? null));
    }
    return { value: made, messages };
  } finally {
    await printer?.close();
  }
};

interface Pdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** Finishes a printed page and holds it against its template's contract. */
const finish = async (project: Project, draft: Draft, printed: Printed): Promise<Told<Pdf>> => {
  const { rendered, template, name } = draft;
  const bytes = await finishPdf(printed.bytes, propertiesOf(project, draft));
  const facts = await readPdf(bytes);
  const messages = checkContract(template, {
    name,
    place: draft.edition.place,
    pages: facts.pages.length,
    measures: printed.measures,
    refused: printed.refused,
    strangeFonts: strangeFonts(facts, await fontNames(rendered.fonts)).map((font) => font.name),
  });
  return { value: { bytes, pages: facts.pages.length }, messages };
};

/** What a PDF says of itself. */
const propertiesOf = (project: Project, { document, rendered, pack }: Draft): PdfProperties => ({
  title: rendered.title,
  author: document.organisation.name,
  subject: document.organisation.notice ?? document.title,
  keywords: pack.topics.map((topic) => project.vocabulary.topics.get(topic)?.name ?? topic),
  headings: rendered.headings,
  language: document.organisation.language,
  date: document.date,
});

/**
 * The hash of all that a document is made of: of its page in print and on the web, its properties, and the contract
 * that it is held against. Where it is another today, the document is out of date.
 */
export const inputsOf = (project: Project, draft: Draft): string => {
  const { template, rendered, document } = draft;
  const { pages, type } = template;
  const contract = [
    pages.min,
    pages.max,
    pages.multiple,
    type.min,
    type.notes,
    template.id,
    document.audience,
  ];
  const parts = [rendered.html, rendered.print, rendered.text, propertiesOf(project, draft), contract];
  return sha256(JSON.stringify(parts));
};

/** A document's files and its entry in the manifest. */
const filesOf = (project: Project, draft: Draft, pdf: Pdf | null): Made => {
  const { document, edition, pack, rendered } = draft;
  const stem = rendered.path.slice(0, -FORMATS.html.ending.length);
  const encode = (text: string) => new TextEncoder().encode(text);
  const files = new Map<string, Uint8Array>([[rendered.path, encode(rendered.html)]]);
  const pdfPath = pdf && `${stem}${FORMATS.pdf.ending}`;
  const textPath = rendered.text === null ? null : `${stem}${FORMATS.text.ending}`;
  if (pdf && pdfPath) files.set(pdfPath, pdf.bytes);
  if (textPath) files.set(textPath, encode(rendered.text ?? ''));
  const { embargo } = document;
  return {
    entry: {
      pack: pack.id,
      edition: edition.id,
      variant: 'standard',
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
      },
      pages: pdf?.pages ?? null,
      passages: [...document.passages],
      sources: [...document.sources],
      inputs: inputsOf(project, draft),
    },
    files,
    assets: rendered.assets,
  };
};
