/** Makes the copies for print that a template or an edition asks for, of a document as it goes out. */

import { posix } from 'node:path';
import { checkAll } from '../rules/check.ts';
import type { Copy, CopyName, PrinterCopy, PrinterProfile } from '../model/copies.ts';
import type { Message, Told } from '../diagnostics/message.ts';
import type { Organisation } from '../model/organisation.ts';
import { sheetOf, sheetOfTwo } from '../model/sheet.ts';
import type { Printed, Printer } from '../world/world.ts';
import type { Composed } from './composer.ts';
import type { OpenPlan } from './plan.ts';
import { bookletCopy, type CopyProperties, laidOtherwise, officeCopy, printerCopy } from '../pdf/index.ts';

/** A document in its final layout, with its PDF. */
export interface Original extends Composed {
  readonly pdf: {
    /** Finished. */
    readonly bytes: Uint8Array;
    /** As the browser gave it, with the page numbers that it shows. */
    readonly printed: Pick<Printed, 'bytes' | 'pageNumbers'>;
  };
}

/** A copy with all that it is made by. */
type CopySettings = { readonly name: 'office' | 'booklet' } | ({ readonly name: 'printer' } & PrinterProfile);

/** The copies that a document is to have: a variant of its own layout has none, since its sheets are others. */
export const copiesWanted = ({
  edition,
  template,
  key: { variant },
}: Pick<OpenPlan, 'edition' | 'template' | 'key'>): readonly Copy[] =>
  variant === 'standard' ? (edition.copies ?? template.copies) : [];

/** By what settings a document's copies are made. */
const copySettings = (plan: OpenPlan): readonly CopySettings[] =>
  copiesWanted(plan).map((copy) =>
    copy.name === 'printer'
      ? { name: copy.name, ...profileOf(plan.project.organisation, copy) }
      : { name: copy.name },
  );

const profileOf = ({ printers }: Organisation, { profile, bleed }: PrinterCopy): PrinterProfile => {
  const found = printers.get(profile);
  if (!found) throw new Error(`the printer ${profile} was not loaded`);
  return { ...found, bleed: bleed ?? found.bleed };
};

/** The path of a copy, given that of the document's page, e.g. `pack/conference-printer.pdf`. */
export const copyPath = (page: string, name: CopyName): string =>
  `${page.slice(0, -posix.extname(page).length)}-${name}.pdf`;

/** Makes all copies of a document, by name. */
export const makeCopies = async (
  original: Original,
  printer: Pick<Printer, 'print'>,
): Promise<Told<ReadonlyMap<CopyName, Uint8Array>>> => {
  const { template, pdf } = original;
  const properties = propertiesOf(original);
  const { size, orientation } = template.page;
  const made = new Map<CopyName, Uint8Array>();
  const messages: Message[] = [];
  for (const settings of copySettings(original)) {
    if (settings.name === 'printer') {
      const { value, messages: found } = await forPrintShop(original, settings, printer);
      messages.push(...found);
      made.set(settings.name, value);
    } else if (size !== 'A3') {
      const sheet = sheetOfTwo(size, orientation);
      const make = settings.name === 'office' ? officeCopy : bookletCopy;
      made.set(settings.name, await make(pdf.bytes, { sheet }, properties));
    }
  }
  return { value: made, messages };
};

/** Prints the page on larger paper, and holds what stands on it against the document itself. */
const forPrintShop = async (
  original: Original,
  settings: PrinterProfile,
  printer: Pick<Printer, 'print'>,
): Promise<Told<Uint8Array>> => {
  const { rendered, edition, template, name, pdf } = original;
  const { path, print, assets } = rendered;
  const { bytes, pageNumbers } = pdf.printed;
  const job = { path, html: print ?? '', assets, pageNumbers };
  const printed = await printer.print({ ...job, bleed: settings.bleed });
  const otherwise = await laidOtherwise(bytes, printed.bytes, printed.bleed);
  const place = placeOf(copiesWanted(original)) ?? edition.place;
  const properties = propertiesOf(original);
  return {
    value: await printerCopy(
      printed.bytes,
      { ...settings, paper: printed.bleed, page: sheetOf(template.page) },
      properties,
    ),
    messages: checkAll('copy', { name, place, otherwise }),
  };
};

const placeOf = (copies: readonly Copy[]) => copies.find(({ name }) => name === 'printer')?.place;

const propertiesOf = ({ document, rendered, edition: { id } }: Original): CopyProperties => ({
  title: rendered.title,
  author: document.organisation.name,
  accessible: `${id}.pdf`,
  date: document.date,
});
