/** What it takes to print a document of one page, and to finish its PDF: `npx vitest bench tests/print`. */

import { launch } from 'puppeteer';
import { expect, test } from 'vitest';
import { finishPdf } from '../../src/pdf/finish.ts';
import { fontNames, strangeFonts } from '../../src/pdf/fonts.ts';
import { readPdf } from '../../src/pdf/read.ts';
import { findBrowser } from '../../src/print/browser.ts';
import { writeFontconfig } from '../../src/print/fontconfig.ts';
import { BOLD, jobOf, newFolder, openPress, pageOf, REGULAR, thisMachine } from './press.ts';

const facts =
  '<li><b>152%</b> more investigations than fourteen years ago<sup><a href="#n">1</a></sup></li>'.repeat(6);
const asks =
  '<p>Fund councils to rebuild their own children’s homes, and keep the people who know them.</p>'.repeat(8);
const brief = pageOf(
  `<h1>Keep experienced social workers with families</h1><h2>What we ask</h2>${asks}<h2>The facts</h2><ul>${facts}</ul>
  <table><tr><th>Area<th>Rate</tr>${'<tr><td>Leeds<td>12%</tr>'.repeat(8)}</table>
  <section class="notes"><ol><li id="n" style="font-size: 9pt">Jones 2025, item 4</ol></section>`,
  '@page { @bottom-center { content: "Page " counter(page); font: 9pt Sans } }',
);

const PROPERTIES = {
  title: 'Briefing',
  author: null,
  subject: null,
  keywords: [],
  headings: [],
  language: 'en-GB',
  date: '2025-01-16',
};

test('a brief of one page', async ({ bench }) => {
  const { printer } = await openPress();
  const job = jobOf(brief);
  const { bytes, marks } = await printer.print(job);
  const finished = await finishPdf(bytes, PROPERTIES, marks);
  const names = await fontNames([REGULAR[1], BOLD[1]]);
  // A character that is missing would take longer than all the rest.
  expect(strangeFonts(await readPdf(finished), names)).toEqual([]);

  const found = await findBrowser(thisMachine());
  const browser = await launch({
    executablePath: found.path,
    headless: 'shell',
    pipe: true,
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
    env: { ...process.env, ...found.variables, ...(await writeFontconfig(newFolder())) },
  });
  const page = await browser.newPage();
  const inline = [REGULAR, BOLD].reduce(
    (html, [path, font]) =>
      html.replace(`../${path}`, `data:font/woff2;base64,${Buffer.from(font).toString('base64')}`),
    brief,
  );
  const options = { tagged: true, outline: true, preferCSSPageSize: true, printBackground: true };

  await bench('bare: the same content printed again', () => page.pdf(options)).run();
  await bench('bare: set the content, print', () =>
    page.setContent(inline).then(() => page.pdf(options))).run();
  await bench('print', () => printer.print(job)).run();
  await bench('finish', () => finishPdf(bytes, PROPERTIES, marks)).run();
  await bench('read', () => readPdf(finished).then((read) => strangeFonts(read, names))).run();
  await browser.close();
});
