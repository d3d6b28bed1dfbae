/**
 * A field that finds names in a long list: what a template marks by `data-filter`, with the field's words as its value, and
 * those behind the number of names that are left in `data-shown`. It comes with the script, so that there is none where
 * scripts do not run, and the list is whole.
 */

import type { PageScript } from './scripts.ts';

/** Small and capital letters, accents and marks between words make no difference: `kings lynn` finds `King’s Lynn`. */
const FILTER_SCRIPT = `for (const list of document.querySelectorAll('[data-filter]')) {
  const label = document.createElement('label');
  const field = document.createElement('input');
  const said = document.createElement('span');
  label.className = 'filter';
  field.type = 'search';
  field.autocomplete = 'off';
  said.setAttribute('role', 'status');
  label.append(list.dataset.filter, ' ', field, ' ', said);
  list.before(label);
  const items = [...list.children].map((item) => [item, plain(item.firstElementChild.textContent)]);
  field.addEventListener('input', () => {
    const words = plain(field.value);
    let left = 0;
    for (const [item, name] of items) {
      item.hidden = !words.split(' ').every((word) => name.includes(word));
      if (!item.hidden) left += 1;
    }
    said.textContent = words ? left + ' ' + list.dataset.shown : '';
  });
}

function plain(text) {
  const letters = text.normalize('NFKD').replace(/[\\p{M}'\u2019]/gu, '').toLowerCase();
  return letters.replace(/[^\\p{L}\\p{N}]+/gu, ' ').trim();
}
`;

export const FILTER: PageScript = { property: 'dataFilter', code: FILTER_SCRIPT };
