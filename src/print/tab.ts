/** Prints pages in one sealed tab: load, wait for fonts, measure, mark, print. Or lays them out and asks them what fits. */

import { setTimeout } from 'node:timers/promises';
import type { Enquiry } from '../model/fit.ts';
import type { LayoutJob, Measures, PrintJob, Printed, SmallText, Spot } from '../world/world.ts';
import type { Columns, InPage, PageNumbers } from './in-page/interface.ts';
import type { Tab } from './open-tab.ts';
import { addressOf } from './block-network.ts';

/** Chrome shrinks a document whose content is too wide to this share at most. */
const MOST_SHRUNK = 1.5;

/** Prints one page. */
export const printInTab = async (tab: Tab, job: PrintJob): Promise<Printed> => {
  await write(tab, job);
  const measures = await measure(tab, job);
  const pageNumbers = await number(tab, job);
  const marks = await ask(tab, 'markPage');
  const bleed = job.bleed ? await ask(tab, 'growPages', job.bleed) : 0;
  const bytes = await print(tab);
  return { bytes, bleed, marks, measures, pageNumbers, refused: tab.network.refused() };
};

/** Lays one page out and answers what is asked of it. */
export const layOutInTab = async <T>(tab: Tab, job: LayoutJob, enquiry: Enquiry<T>): Promise<T> => {
  await write(tab, job);
  const sheet = { ...(await sheetOf(tab, job)), passages: job.passages };
  let step = enquiry.next();
  while (!step.done) {
    const answer = await ask(tab, 'answer', step.value, sheet);
    step = enquiry.next(answer);
  }
  return step.value;
};

/** The content of a page without a name, in CSS pixels; the tab is made as wide. */
const sheetOf = async (tab: Tab, job: PrintJob): Promise<Columns> => {
  const [size] = await ask(tab, 'pageSizes');
  if (!size) throw new Error('every page has a size');
  const width = Math.ceil(size.width);
  await widen(tab, job, width);
  return { width, height: size.height };
};

/**
 * Writes the page into the document that is there, which takes a quarter of the time of going to a new one, and gives
 * that its address. What the document has loaded stays at hand: a new one is needed where it must not.
 */
const write = async (tab: Tab, job: PrintJob): Promise<void> => {
  const { page, session, frameId, network, traffic, renew } = tab;
  if (!network.fits(job)) await renew();
  network.open(job);
  const address = addressOf(job.path);
  if (page.url() !== address)
    await page.evaluate(`history.replaceState(null, '', ${JSON.stringify(address)})`);
  const loaded = new Promise((resolve) => void session.once('Page.loadEventFired', resolve));
  await session.send('Page.setDocumentContent', { frameId, html: job.html });
  await loaded;
  traffic.mark();
};

/** Lays the page out anew. A picture of several files is chosen when it loads, by a width that must be its own. */
const widen = async (tab: Tab, job: PrintJob, width: number): Promise<void> => {
  if (tab.page.viewport()?.width !== width) await tab.page.setViewport({ width, height: 1100 });
  if (job.html.includes('srcset')) await write(tab, job);
};

/** Asks the page when its fonts are there: they are asked for by being laid out, and each time when one has come. */
const ask = async <Name extends keyof InPage>(
  { session }: Tab,
  name: Name,
  ...given: Parameters<InPage[Name]>
): Promise<ReturnType<InPage[Name]>> => {
  const call = `despatch.${name}(...${JSON.stringify(given)})`;
  const expression = `document.body.offsetHeight, document.fonts.status === 'loading' ? [] : [${call}]`;
  for (;;) {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    const answers = result.value as [] | [ReturnType<InPage[Name]>];
    if (answers.length) return answers[0];
    await setTimeout(1);
  }
};

const measure = async (tab: Tab, job: PrintJob): Promise<Measures> => {
  const sizes = await ask(tab, 'pageSizes');
  const found: ReturnType<InPage['measure']>[] = [];
  for (const { name, width, height } of sizes) {
    // Chrome lays out a printed page in whole pixels, rounded up.
    const whole = Math.ceil(width);
    await widen(tab, job, whole);
    found.push(await ask(tab, 'measure', { name, width: whole, height }));
  }
  const shrunk = Math.min(MOST_SHRUNK, Math.max(1, ...found.map(({ reach }) => reach)));
  return {
    smallest: least(
      found.map(({ smallest }) => smallest),
      shrunk,
    ),
    smallestNote: least(
      found.map(({ smallestNote }) => smallestNote),
      shrunk,
    ),
    overflowing: once(found.flatMap(({ overflowing }) => overflowing)),
    cut: once(found.flatMap(({ cut }) => cut)),
    wide: once(found.flatMap(({ wide }) => wide)),
    tall: once(found.flatMap(({ tall }) => tall)),
    images: found.flatMap(({ images }) => images),
    codes: found.flatMap(({ codes }) => codes),
  };
};

/** Each thing once. */
const once = (spots: readonly Spot[]): Spot[] => [
  ...new Map(spots.map((spot) => [`${spot.of} ${spot.said}`, spot])).values(),
];

const least = (texts: readonly (SmallText | null)[], shrunk: number): SmallText | null => {
  const known = texts.filter((text) => text !== null);
  const [first] = known.sort((a, b) => a.size - b.size);
  return first ? { ...first, size: Math.round((first.size / shrunk) * 100) / 100 } : null;
};

/** Writes page numbers where the page asks for them: those that are known, else as foretold. */
const number = async (tab: Tab, job: PrintJob): Promise<PageNumbers> => {
  if (!/data-page-of|data-more/u.test(job.html)) return {};
  const numbers = job.pageNumbers ?? (await foretell(tab, job));
  await ask(tab, 'writePages', numbers);
  return numbers;
};

const foretell = async (tab: Tab, job: PrintJob): Promise<PageNumbers> => {
  const numbers = await ask(tab, 'foretellPages', await sheetOf(tab, job));
  await write(tab, job);
  return numbers;
};

const print = async ({ session, traffic }: Tab): Promise<Uint8Array> => {
  const { data } = await session.send('Page.printToPDF', PAPER);
  // Printing does not wait for what is asked for after the page has loaded: pictures for its own width only, and in
  // printing itself fonts and pictures of margin boxes.
  const late = await traffic.late();
  return Buffer.from(late ? (await session.send('Page.printToPDF', PAPER)).data : data, 'base64');
};

/** In one message: as a stream, as Puppeteer asks for it, a PDF takes an eighth longer. */
const PAPER = {
  transferMode: 'ReturnAsBase64',
  generateTaggedPDF: true,
  generateDocumentOutline: true,
  preferCSSPageSize: true,
  printBackground: true,
  // A4 without margins, where a page names neither: in inches.
  paperWidth: 210 / 25.4,
  paperHeight: 297 / 25.4,
  marginTop: 0,
  marginBottom: 0,
  marginLeft: 0,
  marginRight: 0,
} as const;
