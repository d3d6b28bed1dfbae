import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { COPY_BUTTON } from '../../src/render/copy-button.ts';
import { addScript } from '../../src/render/scripts.ts';
import { parsePage } from '../../src/render/page.ts';
import { writePage } from '../../src/render/write-page.ts';
import { addPolicy } from '../../src/render/policy.ts';
import { openBrowser } from '../browser.ts';

/** What the button of a page puts on the clipboard, pasted into a browser again. */

const MOTION = `<section class="motion" data-copy="Copy the motion" data-copied="Copied">
<h2 id="motion--title">Model motion</h2>
<h3>This council notes:</h3>
<ol>
<li>that children wait for <abbr title="special educational needs">SEN</abbr>
support;<span class="note-ref"><a href="#note-1">1</a></span></li>
<li><p>that <strong>homes</strong> are closed.</p></li>
</ol>
<h3>This council resolves:</h3>
<ol start="3"><li lang="cy">“Yn lleol”</li></ol>
<ul><li>to act</li></ul>
</section><p id="note-1">A note.</p>`;

const PLAIN = `Model motion

This council notes:
1. that children wait for SEN support;
2. that homes are closed.

This council resolves:
3. “Yn lleol”
• to act`;

const pageOf = (body: string): string => {
  const page = parsePage(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A</title></head><body>${body}</body></html>`,
  );
  addScript(page, COPY_BUTTON);
  addPolicy(page, [COPY_BUTTON]);
  return writePage(page);
};

let browser: Browser;
let page: Page;
let refused: string[];
beforeAll(async () => {
  browser = await openBrowser();
  // As browsers let a site write what its reader asks for.
  await browser
    .defaultBrowserContext()
    .overridePermissions('http://localhost', ['clipboard-sanitized-write']);
});
beforeEach(async () => {
  page = await browser.newPage();
  refused = [];
  page.on('console', (message) => void refused.push(message.text()));
  page.on('pageerror', (fault) => void refused.push(String(fault)));
  await page.setRequestInterception(true);
  page.on('request', (request) =>
    request.respond({ contentType: 'text/html; charset=utf-8', body: pageOf(MOTION) }),
  );
});
afterAll(() => browser?.close());

/** Pastes into another page: as formatted text, and as plain text. */
const paste = async (): Promise<{ html: string; plain: string }> => {
  const other = await browser.newPage();
  await other.setContent(
    '<div contenteditable id="html"></div><textarea id="plain" rows="99" cols="99"></textarea>',
  );
  for (const id of ['html', 'plain']) {
    await other.focus(`#${id}`);
    await other.keyboard.press('v', { commands: ['Paste'] });
  }
  const pasted = await other.evaluate(
    `({ html: document.querySelector('#html').innerHTML, plain: document.querySelector('#plain').value })`,
  );
  await other.close();
  return pasted as { html: string; plain: string };
};

const press = async (): Promise<void> => {
  await page.focus('.copy button');
  await page.keyboard.press('Enter');
  await page.waitForFunction(`document.querySelector('[role=status]').textContent === 'Copied'`);
};

test.each([
  ['a secure site, by the clipboard', 'http://localhost/pack.html', true],
  ['one that is not, by an event', 'http://despatch.invalid/pack.html', false],
])('on %s, the button copies the text, formatted and plain, and says so', async (_, address, secure) => {
  await page.goto(address);
  await page.bringToFront();
  expect(await page.evaluate('isSecureContext && !!navigator.clipboard')).toBe(secure);
  if (secure) await page.evaluate('document.execCommand = () => false');
  await press();
  const { html, plain } = await paste();
  expect(plain).toBe(PLAIN);
  expect(html).toMatch(/<h2\b.*Model motion/u);
  expect(html).toMatch(/<ol\b[^>]*>\s*<li\b/u);
  expect(html).toMatch(/<li lang="cy"/u);
  expect(html).not.toMatch(/note-1|Copy the motion|class=|title=/u);
  expect(refused).toEqual([]);
});

test('without scripts there is no button', async () => {
  await page.setJavaScriptEnabled(false);
  await page.goto('http://localhost/pack.html');
  expect(await page.$('button')).toBeNull();
});

test('a page with nothing to copy has no script, and its policy lets none run', () => {
  const written = pageOf('<p>Text</p>');
  expect(written).not.toMatch(/<script|script-src/u);
});

test('the policy lets no other script run beside that of the button', async () => {
  const written = pageOf(`${MOTION}<script>alert(1)</script>`);
  expect(written).toMatch(/; script-src &#x27;sha256-[\w+/=]{44}&#x27;;/u);
});
