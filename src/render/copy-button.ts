/**
 * Parts of a page that a reader can copy: what a template marks by `data-copy`, with the words of the button as its
 * value, and those said afterwards in `data-copied`.
 *
 * The button comes with the script, so that none is dead where scripts do not run.
 */

import type { PageScript } from './scripts.ts';

/**
 * Copies as formatted text and as plain text, without notes' numbers and without anything that styles it: what is
 * pasted takes the look of the letter that it goes into. A browser that gives no clipboard (to a site without `https:`)
 * takes the same by an event of copying.
 */
const COPY_SCRIPT = `for (const text of document.querySelectorAll('[data-copy]')) {
  const place = document.createElement('p');
  const button = document.createElement('button');
  const said = document.createElement('span');
  place.className = 'copy';
  button.type = 'button';
  button.textContent = text.dataset.copy;
  said.setAttribute('role', 'status');
  place.append(button, ' ', said);
  const heading = text.querySelector('h1, h2, h3, h4, h5, h6');
  if (heading) heading.after(place);
  else text.prepend(place);
  button.addEventListener('click', async () => {
    said.textContent = '';
    said.textContent = (await write(text)) ? text.dataset.copied : '';
  });
}

function bare(text) {
  const copy = text.cloneNode(true);
  for (const part of copy.querySelectorAll('.copy, .note-ref')) part.remove();
  for (const part of copy.querySelectorAll('*'))
    for (const { name } of [...part.attributes])
      if (!['href', 'lang', 'start'].includes(name)) part.removeAttribute(name);
  return copy;
}

async function write(text) {
  const copy = bare(text);
  const html = copy.innerHTML;
  const plain = plainOf(copy);
  try {
    const both = { 'text/html': new Blob([html], { type: 'text/html' }), 'text/plain': new Blob([plain], { type: 'text/plain' }) };
    await navigator.clipboard.write([new ClipboardItem(both)]);
    return true;
  } catch {
    return writeAsEvent(text, html, plain);
  }
}

function writeAsEvent(text, html, plain) {
  const write = (event) => {
    event.clipboardData.setData('text/html', html);
    event.clipboardData.setData('text/plain', plain);
    event.preventDefault();
  };
  getSelection().selectAllChildren(text);
  document.addEventListener('copy', write);
  const done = document.execCommand('copy');
  document.removeEventListener('copy', write);
  getSelection().empty();
  return done;
}

function plainOf(copy) {
  for (const list of copy.querySelectorAll('ol, ul'))
    [...list.children].forEach((item, index) => {
      const sign = list.localName === 'ol' ? list.start + index + '. ' : '\\u2022 ';
      (item.querySelector('p') ?? item).prepend(sign);
    });
  const blocks = 'h1, h2, h3, h4, h5, h6, p, li, tr';
  return [...copy.querySelectorAll(blocks)]
    .filter((block) => !block.querySelector(blocks))
    .map((block) => (/^H\\d/i.test(block.localName) ? '\\n' : '') + block.textContent.replace(/\\s+/g, ' ').trim())
    .join('\\n')
    .trim();
}
`;

export const COPY_BUTTON: PageScript = { property: 'dataCopy', code: COPY_SCRIPT };
