/** Print → pdf of one page, and the checks on what was printed. */

import { checkAll } from '../rules/check.ts';
import type { PrintedPage } from '../rules/subjects.ts';
import type { Message } from '../diagnostics/message.ts';
import { imprintOf } from '../model/imprint.ts';
import { passageNames } from '../model/mark.ts';
import type { PdfText } from '../model/pdf-text.ts';
import {
  finishPdf,
  inspectPdf,
  type PdfFacts,
  type PdfLink,
  type PdfProperties,
  strangeFonts,
} from '../pdf/index.ts';
import type { Printed, Printer } from '../world/world.ts';
import type { Composed } from './composer.ts';
import type { Fonts } from './fonts.ts';
import { copiesWanted } from './print-copies.ts';
import { printedDocument } from './printed-document.ts';

/** A PDF as it goes out. */
export interface Pdf {
  readonly bytes: Uint8Array;
  /** As the browser gave it. */
  readonly printed: Printed;
  readonly pages: number;
  /** All its words. */
  readonly texts: readonly PdfText[];
  /** What the checks say of it. */
  readonly messages: readonly Message[];
}

/** Prints a page, finishes it, and holds it against its template's contract and the standards of accessible PDFs. */
export const printAndFinish = async (
  draft: Composed,
  printer: Pick<Printer, 'print'>,
  fonts: Pick<Fonts, 'namesOf'>,
): Promise<Pdf> => {
  const { rendered } = draft;
  const { path, print, assets } = rendered;
  const job = { path, html: print ?? '', assets };
  const finished = async (pageNumbers?: Printed['pageNumbers']) => {
    const printed = await printer.print({ ...job, ...(pageNumbers ? { pageNumbers } : {}) });
    const bytes = await finishPdf(printed.bytes, propertiesOf(draft), printed.marks);
    const { facts, verdict, texts } = await inspectPdf(bytes);
    return { printed, bytes, facts, verdict, texts, numbers: facts && numbersOf(printed, facts) };
  };
  let last = await finished();
  // What was foretold of the contents is nearly always true; where it is not, the PDF has the numbers.
  if (last.numbers) last = await finished(last.numbers);
  const { printed, bytes, facts, verdict, texts } = last;
  const of = printedDocument(draft);
  const names = passageNames(printed.marks.elements);
  const pdf = checkAll('pdf', { of, verdict, overlaps: facts?.overlaps ?? [], names });
  if (!facts) return { bytes, printed, pages: 0, texts, messages: pdf };
  const page = checkAll('page', {
    ...of,
    pages: facts.pages.length,
    over: null,
    measures: printed.measures,
    refused: printed.refused,
    strangeFonts: strangeFonts(facts, fonts.namesOf(rendered.fonts)).map((font) => font.name),
    ...promisedIn(draft, texts),
    copies: copiesWanted(draft).length > 0,
  });
  const messages = [...page, ...pdf];
  return { bytes, printed, pages: facts.pages.length, texts, messages };
};

/** What a document has to say somewhere, with what each page of its PDF says. */
const promisedIn = (
  { pack, document }: Composed,
  said: readonly PdfText[],
): Pick<PrintedPage, 'imprint' | 'licences'> => {
  const text = imprintOf(pack, document);
  const texts = document.licences.map((licence) => licence.text);
  const pages = said.filter(({ where }) => /^page \d+$/u.test(where)).map((page) => page.text);
  return {
    imprint: text === null ? null : { text, pages },
    licences: texts.length ? { texts, pages } : null,
  };
};

/** What a PDF says of itself. */
export const propertiesOf = ({ project, document, rendered, pack }: Composed): PdfProperties => ({
  title: rendered.title,
  author: document.organisation.name,
  subject: document.organisation.notice ?? document.title,
  keywords: pack.topics.map((topic) => project.vocabulary.topics.get(topic)?.name ?? topic),
  language: document.organisation.language,
  date: document.date,
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
