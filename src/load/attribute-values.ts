import { error, type Say } from '../diagnostics/message.ts';
import type { ReadingId } from '../diagnostics/reading.ts';
import { nearest, oneOf, suggest } from '../diagnostics/nearest.ts';
import type { Attribute, Kind } from '../model/kind.ts';
import type { Place } from '../diagnostics/place.ts';
import { DECIMAL } from '../model/decimal.ts';
import { decimalMeant } from '../model/value.ts';
import { namedInSum, readSum } from '../model/sum.ts';
import { isDay, isPartialDate, parseMoment, type Moment } from '../model/time.ts';
import { alike } from './alike.ts';
import type { Written } from './attributes.ts';
import { dateMeant, dayMeant, momentMeant, slugOf } from './meant.ts';
import { LANGUAGE_TAG, languageTag, tagMeant } from './language-tag.ts';
import type { Opening } from './opening.ts';
import type { Findings, Names, Sort } from './reading.ts';

/** Attributes of every passage, whatever its kind. */
const COMMON = [
  'id',
  'formerly',
  'topics',
  'only',
  'priority',
  'status',
  'embargo',
  'expires',
  'review',
  'supersedes',
  'locator',
  'area',
  'period',
  'from',
  'rests-on',
  'lang',
] as const;

export type Common = (typeof COMMON)[number];

export const isCommon = (name: string): name is Common => (COMMON as readonly string[]).includes(name);

export const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** What helps with a value that is none: the values that there are, where few; and how the one that was meant is written. */
export interface Help {
  readonly among?: readonly string[];
  readonly meant?: (text: string) => string | null;
}

const remedyFor = (meant: string | null, near: string | null): string | null =>
  meant === null ? near && `Did you mean \`${near}\`?` : `Write \`${meant}\`.`;

/** One value in a list, with its place in the file. */
export interface Member {
  readonly name: string;
  readonly place: Place;
}

/** Reads the values of one fence's attributes, each by its type; says each that is wrong and passes it over. */
export class Values {
  readonly #opening: Opening;
  readonly #names: Names;
  readonly #say: Say;

  constructor(opening: Opening, { names, say }: Findings) {
    this.#opening = opening;
    this.#names = names;
    this.#say = say;
  }

  get(name: string): string | null {
    return this.#written(name)?.value ?? null;
  }

  /** Says attributes that the kind does not have, and those that it needs and are not there. */
  checkNames(allowed: Iterable<string>, required: readonly string[]): void {
    const { attributes, name, place, namePlace, wellFormed } = this.#opening;
    const known = [...new Set(allowed)];
    const unknown = [...attributes.written.values()].filter((written) => !known.includes(written.name));
    for (const written of unknown) {
      const text = `\`${written.name}\` is not an attribute of \`${name}\``;
      this.#say(error('unknown-attribute', written.place, text, { remedy: suggest(written.name, known) }));
    }
    if (!attributes.sound || !wellFormed) return;
    for (const needed of required) {
      // A mistyped name is said already.
      if (attributes.written.has(needed) || unknown.some((written) => alike(written.name, needed))) continue;
      if (needed === 'id') this.#missing('missing-id', place, '#id', '#some-id');
      else this.#missing('missing-attribute', namePlace, needed, `${needed}="…"`);
    }
  }

  #missing(rule: ReadingId, place: Place, needed: string, example: string): void {
    const text = `\`${this.#opening.name}\` needs \`${needed}\``;
    this.#say(error(rule, place, text, { remedy: `Add \`${example}\` between its braces.` }));
  }

  /** A passage's id; null where it has none that can be used. */
  id(): string | null {
    const written = this.#written('id');
    if (!written) return null;
    if (ID.test(written.value)) return written.value;
    const expected = 'small letters, figures and single hyphens, such as `care-costs`';
    this.#bad(written, expected, 'bad-id', { meant: (text) => slugOf(text) || null });
    return null;
  }

  /** A list of names, each of which is to be defined. */
  members(name: string, sort: Sort): readonly Member[] {
    const written = this.#written(name);
    if (!written) return [];
    const comma = written.value.search(/[,;]/);
    if (comma >= 0) {
      const place = { ...written.valuePlace, column: written.valuePlace.column + comma };
      const remedy = 'Separate the members of a list by spaces.';
      this.#say(error('attribute-comma', place, `A comma stands in the list \`${name}\``, { remedy }));
      return [];
    }
    const members = Array.from(written.value.matchAll(/\S+/g), ({ 0: member, index }) => ({
      name: member,
      place: { ...written.valuePlace, column: written.valuePlace.column + index },
    }));
    for (const member of members) this.#names.use(sort, member.name, member.place);
    return members;
  }

  /** Texts with ` | ` between them. */
  parts(name: string): readonly string[] {
    return (this.get(name)?.split('|') ?? []).map((part) => part.trim()).filter(Boolean);
  }

  /** A list of ids that passages had before. */
  formerIds(name: string): readonly string[] {
    const written = this.#written(name);
    const ids = written?.value.match(/\S+/g) ?? [];
    if (!written || ids.every((id) => ID.test(id))) return ids;
    this.#bad(written, 'ids with spaces between them, such as `care-costs cost-of-care`', 'bad-attribute');
    return [];
  }

  /** One name that is to be defined. */
  name(name: string, sort: Sort): string | null {
    const written = this.#written(name);
    if (written) this.#names.use(sort, written.value, written.valuePlace);
    return written?.value ?? null;
  }

  number(name: string, most: number): number | null {
    const fits = (value: string) => /^[1-9]\d{0,5}$/.test(value) && Number(value) <= most;
    const text = this.#checked(
      name,
      fits,
      most < 10 ? `a whole number from 1 to ${most}` : 'a whole number above 0',
    );
    return text === null ? null : Number(text);
  }

  day(name: string): string | null {
    return this.#checked(name, isDay, 'a day of the calendar, such as `2025-01-16`', { meant: dayMeant });
  }

  moment(name: string): Moment | null {
    const text = this.#checked(
      name,
      (value) => parseMoment(value) !== null,
      'a day, perhaps with a time, such as `2025-01-16T00:01`',
      { meant: momentMeant },
    );
    return text === null ? null : parseMoment(text);
  }

  /** The tag of a language, in its usual form. */
  language(name: string): string | null {
    const fits = (value: string) => languageTag(value) !== null;
    const text = this.#checked(name, fits, LANGUAGE_TAG, { meant: tagMeant });
    return text === null ? null : languageTag(text);
  }

  choice<T extends string>(name: string, among: readonly T[]): T | null {
    const fits = (value: string) => (among as readonly string[]).includes(value);
    return this.#checked(name, fits, oneOf(among), { among }) as T | null;
  }

  /** What a kind asks for, read by its type and kept as text. */
  own(name: string, { type }: Attribute): string | null {
    if (type === 'day') return this.day(name);
    if (type === 'date')
      return this.#checked(
        name,
        isPartialDate,
        'a year, a month or a day, such as `2025`, `2025-01` or `2025-01-16`',
        { meant: dateMeant },
      );
    if (type === 'when')
      return this.#checked(
        name,
        (value) => isPartialDate(value) || /^\p{L}/u.test(value),
        'a date, such as `2025-01-16`, or words, such as `the general election`',
        { meant: dateMeant },
      );
    if (type === 'sum') return this.#sum(name);
    if (type === 'decimal')
      return this.#checked(
        name,
        (value) => DECIMAL.test(value),
        'a number without its unit, such as `33.3`',
        {
          meant: decimalMeant,
        },
      );
    if (type === 'number') return this.number(name, Infinity)?.toString() ?? null;
    if (type === 'id') return this.name(name, 'passage');
    return type === 'text' ? this.get(name) : this.choice(name, type);
  }

  /** A sum, with the passages that it names. */
  #sum(name: string): string | null {
    const written = this.#written(name);
    if (!written) return null;
    const sum = readSum(written.value);
    const placeAt = (at: number) => ({ ...written.valuePlace, column: written.valuePlace.column + at });
    if ('expected' in sum) {
      const text = `\`${name}\` is no sum that can be read: here is ${sum.found}; expected ${sum.expected}`;
      const remedy = 'Write it like `10% of 335 million`, `(89.9 - 62) / 62` or `@one-passage - @another`.';
      this.#say(error('bad-sum', placeAt(sum.at), text, { remedy }));
      return null;
    }
    for (const { id, at } of namedInSum(sum)) this.#names.use('passage', id, placeAt(at));
    return written.value;
  }

  #checked(name: string, fits: (value: string) => boolean, expected: string, help: Help = {}): string | null {
    const written = this.#written(name);
    if (!written || fits(written.value)) return written?.value ?? null;
    this.#bad(written, expected, 'bad-attribute', help);
    return null;
  }

  #bad(written: Written, expected: string, rule: ReadingId, { among = [], meant }: Help = {}): void {
    const name = written.name === 'id' ? 'The id' : `\`${written.name}\``;
    const text = `${name} is \`${written.value}\`; expected ${expected}`;
    const remedy = remedyFor(meant?.(written.value) ?? null, nearest(written.value, among));
    this.#say(error(rule, written.valuePlace, text, remedy ? { remedy } : {}));
  }

  /** An attribute, where it is written well enough for its value to be judged. */
  #written(name: string): Written | undefined {
    const written = this.#opening.attributes.written.get(name);
    return written?.sound ? written : undefined;
  }
}

/** The names that a passage of a kind may give; all common ones and its kind's. */
export const allowedFor = (kind: Kind): readonly string[] => [...COMMON, ...Object.keys(kind.attributes)];

/** The names that it has to give. */
export const requiredFor = (kind: Kind): readonly string[] => [
  'id',
  ...Object.entries(kind.attributes).flatMap(([name, { required }]) => (required ? [name] : [])),
];
