/** Reads what the attributes of an exhibit ask for; which of it the tables have is seen when all is read. */

import { error } from '../diagnostics/message.ts';
import { oneOf, suggest } from '../diagnostics/nearest.ts';
import type { Place } from '../diagnostics/place.ts';
import { CHART_FORMS } from '../model/chart.ts';
import type { Exhibit, ExhibitRequest } from '../model/exhibit.ts';
import { readAttributes, type Written } from './attributes.ts';
import type { ExhibitName } from './exhibit-line.ts';
import type { Lines } from './lines.ts';
import type { Findings } from './reading.ts';

const KNOWN: Readonly<Record<ExhibitName, readonly string[]>> = {
  chart: ['type', 'of', 'with', 'periods', 'data', 'rows', 'title', 'alt'],
  table: ['of', 'with', 'periods', 'data', 'rows', 'title'],
};

/** Those that are printed, or read out. */
const TEXTS: ReadonlySet<string> = new Set(['title', 'alt']);

/** Fills in what an exhibit asks for, and says what is wrong with it. */
export const readExhibit = (exhibit: Exhibit, place: Place, lines: Lines, findings: Findings): void => {
  const request = new ExhibitReader(exhibit, place, lines, findings).read();
  if (request) exhibit.request = request;
};

class ExhibitReader {
  readonly #exhibit: Exhibit;
  readonly #name: ExhibitName;
  readonly #place: Place;
  readonly #lines: Lines;
  readonly #findings: Findings;
  #written: ReadonlyMap<string, Written> = new Map();
  #sound = true;

  constructor(exhibit: Exhibit, place: Place, lines: Lines, findings: Findings) {
    this.#exhibit = exhibit;
    this.#name = exhibit.value.startsWith('::chart') ? 'chart' : 'table';
    this.#place = place;
    this.#lines = lines;
    this.#findings = findings;
  }

  /** Null where it can't be shown. */
  read(): ExhibitRequest | null {
    this.#readAttributes();
    if (!this.#sound) return null;
    const of = this.#words('of');
    if (!of.length) this.#lacks('of', 'Name a column of a table of data, e.g. `of=vacancy_rate`.');
    if (this.#name === 'chart' && of.length > 1)
      this.#fault('of', 'A chart shows the figures of one column', 'Make a chart of each, or a table.');
    const request = {
      form: this.#form(),
      of,
      with: this.#words('with'),
      periods: this.#periods(),
      rows: this.#rows(),
      title: this.#text('title'),
      alt: this.#text('alt'),
    };
    return this.#sound ? request : null;
  }

  #readAttributes(): void {
    const { line, column } = this.#place;
    const from = column - 1 + this.#exhibit.value.indexOf('{') + 1;
    const { written, end } = readAttributes(
      this.#lines,
      line,
      from,
      (message) => {
        this.#sound = false;
        this.#findings.say(message);
      },
      TEXTS,
    );
    this.#written = written;
    this.#exhibit.columns = Object.fromEntries(
      Array.from(written, ([name, { valuePlace }]) => [name, valuePlace.column]),
    );
    if (this.#sound) this.#checkEnd(line, end);
    for (const [name, { place }] of written) {
      const known = KNOWN[this.#name];
      if (!known.includes(name))
        this.#say('unknown-attribute', place, `A ${this.#name} has no \`${name}\``, suggest(name, known));
    }
  }

  #checkEnd(line: number, end: number | null): void {
    const text = this.#lines.line(line);
    const place = this.#lines.at(line, (end ?? text.length) + 1);
    if (end === null) {
      const found = `The brace \`}\` is missing: a ${this.#name} stands on one line`;
      this.#say('fence-brace', place, found, 'Write it behind the last attribute.');
    } else if (text.slice(end + 1).trim())
      this.#say(
        'fence-text',
        place,
        `Text stands behind the brace of a ${this.#name}`,
        'Begin it on the next line.',
      );
  }

  #form(): ExhibitRequest['form'] {
    if (this.#name === 'table') return 'table';
    const type = this.#written.get('type')?.value ?? 'bar';
    const form = CHART_FORMS.find((each) => each === type);
    if (!form) this.#fault('type', `\`${type}\` is no form of chart`, suggest(type, CHART_FORMS));
    return form ?? 'bar';
  }

  #periods(): ExhibitRequest['periods'] {
    const words = this.#words('periods');
    const [first = ''] = words;
    if (words.length === 1 && /^[1-9]\d?$/u.test(first)) return Number(first);
    const wrong = words.find((word) => !/^\d{4}/u.test(word));
    if (wrong !== undefined)
      this.#fault(
        'periods',
        `\`${wrong}\` is no period`,
        'Write them with spaces between them, `periods="2023 2024"`, or how many of the latest, `periods=3`.',
      );
    return words.length ? words.toSorted() : null;
  }

  #rows(): ExhibitRequest['rows'] {
    const data = this.#written.get('data');
    const keys = this.#words('rows');
    if (!data && !keys.length) return null;
    if (!data) this.#lacks('data', 'Name the table that has these rows, e.g. `data=councils`.');
    if (!keys.length)
      this.#lacks('rows', 'Name rows of the table by their keys, e.g. `rows="E08000035 E09000007"`.');
    if (data) this.#findings.names.use('table', data.value, data.valuePlace);
    return { table: data?.value ?? '', keys };
  }

  #text(name: 'title' | 'alt'): string | null {
    return this.#written.get(name)?.value ?? null;
  }

  /** The words of a value, each of which is there once. */
  #words(name: string): readonly string[] {
    const words: readonly string[] = this.#written.get(name)?.value.match(/\S+/gu) ?? [];
    const twice = words.find((word, index) => words.indexOf(word) < index);
    if (twice !== undefined)
      this.#fault(name, `\`${twice}\` stands twice in \`${name}\``, 'Keep one of them.');
    return words;
  }

  #fault(name: string, text: string, remedy: string): void {
    this.#say('bad-attribute', this.#written.get(name)?.valuePlace ?? this.#place, text, remedy);
  }

  #lacks(name: string, remedy: string): void {
    const text = `This ${this.#name} has no ${oneOf([name])}`;
    this.#say('missing-attribute', this.#place, text, remedy);
  }

  #say(rule: Parameters<typeof error>[0], place: Place, text: string, remedy: string): void {
    this.#sound = false;
    this.#findings.say(error(rule, place, text, { remedy }));
  }
}
