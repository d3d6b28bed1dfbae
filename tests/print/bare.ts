/** The browser without despatch: what its own printing makes of a page, and what that takes. */

import { launch, type Page } from 'puppeteer';
import { onTestFinished } from 'vitest';
import { findBrowser } from '../../src/print/browser/find-browser.ts';
import { writeFontconfig } from '../../src/print/browser/fontconfig.ts';
import { BOLD, newFolder, REGULAR, thisMachine } from './press.ts';

/** Opens a tab of a browser that is closed when the test has finished. */
export const openBareTab = async (): Promise<Page> => {
  const found = await findBrowser(thisMachine());
  const browser = await launch({
    executablePath: found.path,
    headless: 'shell',
    pipe: true,
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
    env: { ...process.env, ...found.variables, ...(await writeFontconfig(newFolder())) },
  });
  onTestFinished(() => browser.close());
  return browser.newPage();
};

/** A page with its fonts in it. */
export const withFonts = (html: string): string =>
  [REGULAR, BOLD].reduce(
    (text, [path, font]) =>
      text.replace(`../${path}`, `data:font/woff2;base64,${Buffer.from(font).toString('base64')}`),
    html,
  );

/** How despatch prints. */
export const PAPER = { tagged: true, outline: true, preferCSSPageSize: true, printBackground: true } as const;
