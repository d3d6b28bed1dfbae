import type { Page } from 'puppeteer';
import type { Overlap } from '../src/model/overlap.ts';
import { readPdf } from './pdf/read-pdf.ts';

/** As high as Chrome prints: most web pages stand on one sheet. */
const HEIGHT = '199in';

/** A sheet without margins, and with nothing in them. */
const SHEET = `@page {
  size: auto !important;
  margin: 0 !important;
  ${['top-left', 'top-center', 'top-right', 'bottom-left', 'bottom-center', 'bottom-right']
    .map((box) => `@${box} { content: none !important }`)
    .join(' ')}
}`;

/** The texts that lie upon each other in the web page that is open, so many pixels wide, as a screen shows it. */
export const webOverlaps = async (page: Page, width: number): Promise<readonly Overlap[]> => {
  await page.emulateMediaType('screen');
  // In a way that the page's policy allows.
  await page.evaluate(`(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(${JSON.stringify(SHEET)});
    document.adoptedStyleSheets = [sheet];
  })()`);
  const bytes = await page.pdf({ width: `${width}px`, height: HEIGHT, printBackground: true, tagged: true });
  return (await readPdf(new Uint8Array(bytes))).overlaps;
};
