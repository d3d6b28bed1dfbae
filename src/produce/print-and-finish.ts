/** Print → pdf of one page, and the checks on what was printed. */

import { documentMessages } from '../check/accessibility.ts';
import { checkLayout } from '../check/layout.ts';
import { checkContract } from '../check/page-contract.ts';
import { checkPictures } from '../check/pictures.ts';
import type { Texts } from '../check/texts.ts';
import type { Message } from '../diagnostics/message.ts';
import { passageNames } from '../model/mark.ts';
import type { Project } from '../model/project.ts';
import { finishPdf, fontNames, inspectPdf, type PdfFacts, type PdfLink, strangeFonts } from '../pdf/index.ts';
import type { Printed, Printer } from '../world/world.ts';
import type { Draft } from './draft.ts';
import { propertiesOf } from './inputs.ts';
import { copiesWanted } from './print-copies.ts';

/** A PDF as it goes out. */
export interface Pdf {
  readonly bytes: Uint8Array;
  /** As the browser gave it. */
  readonly printed: Printed;
  readonly pages: number;
  /** What the checks say of it. */
  readonly messages: readonly Message[];
}

/** Prints a page, finishes it, and holds it against its template's contract and the standards of accessible PDFs. */
export const printAndFinish = async (
  project: Project,
  draft: Draft,
  printer: Pick<Printer, 'print'>,
): Promise<Pdf> => {
  const { rendered, template, name } = draft;
  const { path, print, assets } = rendered;
  const job = { path, html: print ?? '', assets };
  const finished = async (pageNumbers?: Printed['pageNumbers']) => {
    const printed = await printer.print({ ...job, ...(pageNumbers ? { pageNumbers } : {}) });
    const bytes = await finishPdf(printed.bytes, propertiesOf(project, draft), printed.marks);
    const { facts, verdict } = await inspectPdf(bytes);
    return { printed, bytes, facts, verdict, numbers: facts && numbersOf(printed, facts) };
  };
  let last = await finished();
  // What was foretold of the contents is nearly always true; where it is not, the PDF has the numbers.
  if (last.numbers) last = await finished(last.numbers);
  const { printed, bytes, facts, verdict } = last;
  const names = passageNames(printed.marks.elements);
  const texts = textsOf(project, draft);
  const faults = documentMessages(verdict, { name, template, texts, names });
  if (!facts) return { bytes, printed, pages: 0, messages: faults };
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
  const layout = checkLayout(template, { name, texts, names, measures, overlaps: facts.overlaps });
  const pictures = checkPictures(template, { name, place, measures, copies });
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
