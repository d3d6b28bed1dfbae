import { error, MOST_OF_A_KIND, type Message, type Say } from '../diagnostics/message.ts';
import { suggest } from '../diagnostics/nearest.ts';
import type { Place } from '../diagnostics/place.ts';
import type { Definition, Reading, Sort, Use } from './reading.ts';

/** An unknown name, with all that is known of what it stood for. */
export interface Unknown {
  readonly sort: Sort;
  readonly name: string;
  readonly kinds: readonly string[];
  readonly beside: readonly string[];
}

/** What an unknown name may be now, as a remedy; null where nothing says. */
export type Guess = (unknown: Unknown, used: ReadonlySet<string>) => string | null;

/** A name where it is defined or used. */
export interface Mention {
  readonly sort: Definition['sort'];
  readonly name: string;
  readonly place: Place;
  readonly isDefined: boolean;
}

/** The other places of an unknown name that are shown; their number is told. */
const MOST_PLACES = 10;

/**
 * The names that a project defines, and where they are used. Uses are resolved at the end, when every file has been
 * read. A name counts as defined even where its definition is faulty, and where definitions could not be read at all
 * nothing is said of unknown names: each problem is told once, where it lies.
 */
export class References {
  /** Where areas and images are used, which are looked up elsewhere. */
  readonly areas: Use<'area'>[] = [];
  readonly images: Use<'image'>[] = [];
  readonly #defined = new Map<Definition['sort'], Map<string, Place>>();
  readonly #unsure = new Set<Sort>();
  readonly #uses: Use<Sort>[] = [];
  /** The names of each sort that anything uses, when all are known. */
  readonly #used = new Map<Sort, ReadonlySet<string>>();

  /** Takes in the names of a file. */
  take({ defines, uses, unsure }: Reading<unknown>, say: Say): void {
    for (const mention of defines) this.define(mention, say);
    for (const use of uses) this.#use(use);
    for (const sort of unsure) this.#unsure.add(sort);
  }

  /** Defines a name; false, with both places said, where it is defined already. */
  define({ sort, name, place }: Definition, say: Say): boolean {
    const names = this.#names(sort);
    const first = names.get(name);
    if (!first) {
      names.set(name, place);
      return true;
    }
    say(sort === 'short name' ? sameShort(name, place, first) : duplicate(sort, name, place, first));
    return false;
  }

  #use({ sort, ...use }: Use): void {
    if (sort === 'area') this.areas.push({ sort, ...use });
    else if (sort === 'image') this.images.push({ sort, ...use });
    else this.#uses.push({ sort, ...use });
  }

  /** Where names are defined and used, as they are read. */
  get mentions(): readonly Mention[] {
    const defined = [...this.#defined].flatMap(([sort, names]) =>
      Array.from(names, ([name, place]) => ({ sort, name, place, isDefined: true })),
    );
    return [
      ...defined,
      ...this.#uses.map(({ sort, name, place }) => ({ sort, name, place, isDefined: false })),
    ];
  }

  has(sort: Sort, name: string): boolean {
    return this.#names(sort).has(name);
  }

  /** Of a template that is not there, its name is unknown, and not its slots. */
  #isDefinable(sort: Sort): boolean {
    return !isSlot(sort) || this.has('template', sort.slice(SLOT_OF.length));
  }

  /** Says each name that nothing defines, once, with all places that use it. */
  resolve(say: Say, guess: Guess = () => null): void {
    const unknown = new Map<string, Use<Sort>[]>();
    for (const use of this.#uses) {
      if (this.has(use.sort, use.name) || this.#unsure.has(use.sort) || !this.#isDefinable(use.sort))
        continue;
      const name = use.sort === 'topic' ? this.#missingTopic(use.name) : use.name;
      const key = JSON.stringify([use.sort, name]);
      const before = unknown.get(key);
      if (before) before.push({ ...use, name });
      else unknown.set(key, [{ ...use, name }]);
    }
    let said = 0;
    for (const uses of unknown.values()) {
      // What is not shown needs no remedy: finding one takes time.
      const isShown = (said += 1) <= MOST_OF_A_KIND;
      say(this.#unknown(uses, (use) => (isShown ? this.#suggestion(use, uses, guess) : '')));
    }
  }

  /** Of an unknown topic, the first part of its path that is not there: what lies below it is not there either. */
  #missingTopic(path: string): string {
    const parts = path.split('/');
    const paths = parts.map((_part, index) => parts.slice(0, index + 1).join('/'));
    return paths.find((each) => !this.has('topic', each)) ?? path;
  }

  #unknown(uses: readonly Use<Sort>[], suggestion: (first: Use<Sort>) => string): Message {
    const [first, ...others] = uses as readonly [Use<Sort>, ...Use<Sort>[]];
    const { sort, name, place, how } = first;
    const what = sort.replace(/of (.*)/, 'in the template `$1` called');
    const times = others.length ? `, which is named in ${uses.length} places` : '';
    const related = others.slice(0, MOST_PLACES).map((use) => ({ place: use.place, text: 'named here too' }));
    const remedy = [suggestion(first), how.or].filter(Boolean).join(' ');
    return error(`unknown-${wordOf(sort)}`, place, `There is no ${what} \`${name}\`${times}`, {
      remedy,
      ...(related.length && { related }),
    });
  }

  #suggestion({ sort, name }: Use<Sort>, uses: readonly Use<Sort>[], guess: Guess): string {
    const all = (key: 'kinds' | 'beside') => [...new Set(uses.flatMap(({ how }) => how[key] ?? []))];
    const used =
      this.#used.get(sort) ?? new Set(this.#uses.flatMap((use) => (use.sort === sort ? use.name : [])));
    this.#used.set(sort, used);
    const unknown = { sort, name, kinds: all('kinds'), beside: all('beside') };
    return guess(unknown, used) ?? suggest(name, this.#names(sort).keys());
  }

  #names(sort: Definition['sort']): Map<string, Place> {
    const names = this.#defined.get(sort) ?? new Map<string, Place>();
    this.#defined.set(sort, names);
    return names;
  }
}

/** A sort of names in one word, as it stands in ids. */
const wordOf = (sort: Sort) => (isSlot(sort) ? 'slot' : sort);

const SLOT_OF = 'slot of ';

const isSlot = (sort: Sort): sort is `slot of ${string}` => sort.startsWith(SLOT_OF);

const duplicate = (sort: Sort, name: string, place: Place, first: Place): Message =>
  error(`duplicate-${wordOf(sort)}`, place, `The ${sort} \`${name}\` is there already`, {
    remedy: 'Give it another name.',
    related: [{ place: first, text: 'first used here' }],
  });

/** Two packs with one short name would be printed with one address and one QR code; a pack has the address of its file's name too. */
const sameShort = (name: string, place: Place, first: Place): Message =>
  error(
    'same-short',
    place,
    first.line === 1 && first.column === 1
      ? `Another pack is called \`${name}\`: both would have one address`
      : `Another pack has the short name \`${name}\` already: both would have one address and one QR code`,
    { remedy: 'Give one of them another.', related: [{ place: first, text: 'the first one' }] },
  );
