/**
 * Makes the copies of a PDF that are for print shops and copiers alone. They lose tags, links and outline, and name
 * the accessible document that they are copies of. The same PDF and properties give the same bytes.
 */

import type { CopyProperties, PrinterSettings, SheetSettings } from './settings.ts';

/**
 * A printer's copy of a PDF that was printed on pages larger on each side: with trim box and bleed box, and crop marks and
 * black as they are asked for. Black is for operators of page, forms and patterns; images and
 * gradients stay in red, green and blue.
 */
export const printerCopy = async (
  bytes: Uint8Array,
  settings: PrinterSettings,
  properties: CopyProperties,
): Promise<Uint8Array> => (await making()).makePrinterCopy(bytes, settings, properties);

/**
 * The first page, from 1, on which the text of a PDF that was printed on larger paper stands elsewhere than in the
 * document itself, as the browser gave both; null where both are laid out alike. `paper` is in millimetres.
 */
export const laidOtherwise = async (
  document: Uint8Array,
  larger: Uint8Array,
  paper: number,
): Promise<number | null> => (await making()).findOtherwise(document, larger, paper);

/**
 * Each page two times on a sheet, to be printed on both sides and cut once; all but images in grey, as light as the
 * colours were.
 */
export const officeCopy = async (
  bytes: Uint8Array,
  settings: SheetSettings,
  properties: CopyProperties,
): Promise<Uint8Array> => (await making()).makeOfficeCopy(bytes, settings, properties);

/** The pages on sheets that are folded in one another and stitched through the fold. */
export const bookletCopy = async (
  bytes: Uint8Array,
  settings: SheetSettings,
  properties: CopyProperties,
): Promise<Uint8Array> => (await making()).makeBookletCopy(bytes, settings, properties);

// The library takes 0.2 s to load: only a build that makes copies needs it.
const making = () => import('./making.ts');
