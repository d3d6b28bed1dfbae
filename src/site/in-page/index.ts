/**
 * The page of search. The form comes with the script, so that there is none where scripts do not run; what is asked for
 * stands in the address behind `#`, so that it can be linked to and the way back leads to it.
 */

import type { SearchData, SearchEntry } from './interface.ts';
import { SearchIndex } from './search-index.ts';

/** More are told by their number alone. */
const MOST_SHOWN = 50;

const make = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
  children: readonly (Node | string)[] = [],
): HTMLElementTagNameMap[Name] => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

const labelled = (words: string, field: HTMLElement): HTMLLabelElement =>
  make('label', {}, [make('span', { textContent: words }), field]);

const begin = (place: Element, data: SearchData): void => {
  const { words } = data;
  const index = new SearchIndex(data);
  const field = make('input', { type: 'search', name: 'q', autocomplete: 'off', spellcheck: false });
  const choice = (name: string, options: readonly (readonly [value: string, text: string])[]) =>
    make('select', { name }, [
      new Option(words.all, ''),
      ...options.map(([value, text]) => new Option(text, value)),
    ]);
  const years = [...new Set(data.entries.map(([, , , , year]) => year))].toSorted((a, b) => b - a);
  const kind = choice(
    'kind',
    data.kinds.map((name, at) => [String(at), name]),
  );
  const topic = choice(
    'topic',
    data.topics.map(([path, name], at) => [String(at), '\u2003'.repeat(path.split('/').length - 1) + name]),
  );
  const year = choice(
    'year',
    years.map((each) => [String(each), String(each)]),
  );
  const fields = [field, kind, topic, year];
  const said = make('p', { className: 'said' });
  said.setAttribute('role', 'status');
  const results = make('ol', { className: 'list results' });
  const form = make('form', { className: 'search-form' }, [
    labelled(words.label, field),
    labelled(words.kind, kind),
    labelled(words.topic, topic),
    labelled(words.year, year),
  ]);
  form.setAttribute('role', 'search');
  place.replaceChildren(form, said, results);

  const chosen = ({ value }: HTMLSelectElement): number | null => (value === '' ? null : Number(value));
  const show = (): void => {
    const query = { words: field.value, kind: chosen(kind), topic: chosen(topic), year: chosen(year) };
    const found = index.find(query);
    results.replaceChildren(...found.slice(0, MOST_SHOWN).map((entry) => resultOf(entry, data)));
    const more = found.length > MOST_SHOWN ? `, ${MOST_SHOWN} ${words.shown}` : '';
    said.textContent = found.length ? `${found.length} ${words.found}${more}` : words.none;
  };
  const read = (): void => {
    const asked = new URLSearchParams(location.hash.slice(1));
    for (const one of fields) one.value = asked.get(one.name) ?? '';
    show();
  };
  const note = (): void => {
    const asked = fields.filter(({ value }) => value !== '').map(({ name, value }) => [name, value]);
    history.replaceState(null, '', `#${new URLSearchParams(asked).toString()}`);
    show();
  };
  form.addEventListener('input', note);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    results.querySelector('a')?.focus();
  });
  addEventListener('hashchange', read);
  place.addEventListener('keydown', (event) =>
    walk(event as KeyboardEvent, [field, ...results.querySelectorAll('a')]),
  );
  read();
};

/** Arrows go from the field to the results and back, Escape back to the field. */
const walk = (event: KeyboardEvent, stops: readonly HTMLElement[]): void => {
  const at = stops.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Escape: 0 }[event.key];
  const stop = at < 0 || to === undefined ? undefined : stops[to];
  if (!stop) return;
  event.preventDefault();
  stop.focus();
};

const resultOf = ([at, kind, , source, year, text]: SearchEntry, data: SearchData): HTMLLIElement => {
  const href = at.includes('/') ? at : `../evidence/${at}.html`;
  const about = [data.kinds[kind], String(year)].join(' · ');
  const from =
    source === null
      ? []
      : [' ', make('span', { className: 'detail', textContent: data.sources[source] ?? '' })];
  return make('li', {}, [
    make('span', { className: 'label', textContent: about }),
    make('a', { href, textContent: text }),
    ...from,
  ]);
};

const place = document.querySelector('[data-search]');
const data = document.querySelector('#search--data')?.textContent;
if (place && data) begin(place, JSON.parse(data) as SearchData);
