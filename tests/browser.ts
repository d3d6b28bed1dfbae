import { launch, type Browser } from 'puppeteer';
import { findBrowser } from '../src/print/browser/find-browser.ts';
import { thisMachine } from './print/press.ts';

/** The browser that prints, as a browser of web pages. */
export const openBrowser = async (): Promise<Browser> => {
  const { path, variables } = await findBrowser(thisMachine());
  return launch({
    executablePath: path,
    headless: 'shell',
    args: ['--no-sandbox'],
    env: { ...process.env, ...variables },
  });
};
