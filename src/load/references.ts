import { error, MOST_OF_A_KIND, type Message, type Say } from '../diagnostics/message.ts';
import { suggest } from '../diagnostics/nearest.ts';
import type { Place } from '../diagnostics/place.ts';

/** What a name stands for; slots are named within their template. */
export type Sort =
  | 'topic'
  | 'audience'
  | 'kind'
  | 'template'
  | 'source'
  | 'passage'
  | 'printer'
  | `slot of ${string}`;

interface Use {
  readonly sort: Sort;
  readonly name: string;
  readonly place: Place;
  readonly how: How;
}

interface How {
  /** A further way to mend it. */
  readonly or?: string;
  /** Of a passage that is named for a slot: the kinds that this takes, and the ids that are named beside it. */
  readonly kinds?: readonly string[];
  readonly beside?: readonly string[];
}

/** An unknown name, with all that is known of what it stood for. */
export interface Unknown {
  readonly sort: Sort;
  readonly name: string;
  readonly kinds: readonly string[];
  readonly beside: readonly string[];
}

/** What an unknown name may be now, as a remedy; null where nothing says. */
export type Guess = (unknown: Unknown, used: ReadonlySet<string>) => string | null;

/** The other places of an unknown name that are shown; their number is told. */
const MOST_PLACES = 10;

/**
 * The names that a project defines, and where they are used. Uses are resolved at the end, when every file has been
 * read. A name counts as defined even where its definition is faulty, and where definitions could not be read at all
 * nothing is said of unknown names: each problem is told once, where it lies.
 */
export class References {
  readonly #defined = new Map<Sort, Map<string, Place>>();
  readonly #unsure = new Set<Sort>();
  readonly #uses: Use[] = [];
  /** The names of each sort that anything uses, when all are known. */
  readonly #used = new Map<Sort, ReadonlySet<string>>();

  /** Defines a name; false, with both places said, where it is defined already. */
  define(sort: Sort, name: string, place: Place, say: Say): boolean {
    const names = this.#names(sort);
    const first = names.get(name);
    if (!first) {
      names.set(name, place);
      return true;
    }
    const related = [{ place: first, text: 'first used here' }];
    say(
      error(`duplicate-${wordOf(sort)}`, place, `The ${sort} \`${name}\` is there already`, {
        remedy: 'Give it another name.',
        related,
      }),
    );
    return false;
  }

  /** Some definitions of this sort could not be read: an unknown name may be among them. */
  unsure(sort: Sort): void {
    this.#unsure.add(sort);
  }

  use(sort: Sort, name: string, place: Place, how: How = {}): void {
    this.#uses.push({ sort, name, place, how });
  }

  has(sort: Sort, name: string): boolean {
    return this.#names(sort).has(name);
  }

  /** Says each name that nothing defines, once, with all places that use it. */
  resolve(say: Say, guess: Guess = () => null): void {
    const unknown = new Map<string, Use[]>();
    for (const use of this.#uses) {
      if (this.has(use.sort, use.name) || this.#unsure.has(use.sort)) continue;
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

  #unknown(uses: readonly Use[], suggestion: (first: Use) => string): Message {
    const [first, ...others] = uses as readonly [Use, ...Use[]];
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

  #suggestion({ sort, name }: Use, uses: readonly Use[], guess: Guess): string {
    const all = (key: 'kinds' | 'beside') => [...new Set(uses.flatMap(({ how }) => how[key] ?? []))];
    const used =
      this.#used.get(sort) ?? new Set(this.#uses.flatMap((use) => (use.sort === sort ? use.name : [])));
    this.#used.set(sort, used);
    const unknown = { sort, name, kinds: all('kinds'), beside: all('beside') };
    return guess(unknown, used) ?? suggest(name, this.#names(sort).keys());
  }

  #names(sort: Sort): Map<string, Place> {
    const names = this.#defined.get(sort) ?? new Map<string, Place>();
    this.#defined.set(sort, names);
    return names;
  }
}

/** A sort of names in one word, as it stands in ids. */
const wordOf = (sort: Sort) => (isSlot(sort) ? 'slot' : sort);

const isSlot = (sort: Sort): sort is `slot of ${string}` => sort.startsWith('slot of ');
