import { error, MOST_OF_A_KIND, type Say } from '../model/message.ts';
import { suggest } from '../model/nearest.ts';
import type { Place } from '../model/place.ts';

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
  /** The rule that an unknown name breaks; `unknown-…` where none is given. */
  readonly rule?: string;
  /** A further way to mend it. */
  readonly or?: string;
}

/**
 * The names that a project defines, and where they are used. Uses are resolved at the end, when every file has been
 * read. A name counts as defined even where its definition is faulty, and where definitions could not be read at all
 * nothing is said of unknown names: each problem is told once, where it lies.
 */
export class References {
  readonly #defined = new Map<Sort, Map<string, Place>>();
  readonly #unsure = new Set<Sort>();
  readonly #uses: Use[] = [];

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
      error(`duplicate-${sort}`, place, `The ${sort} \`${name}\` is there already`, {
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

  /** Says every use of a name that nothing defines. */
  resolve(say: Say): void {
    const unknown = new Map<Sort, Map<string, string>>();
    for (const { sort, name, place, how } of this.#uses) {
      const names = this.#names(sort);
      if (names.has(name) || this.#unsure.has(sort)) continue;
      const suggested = unknown.get(sort) ?? new Map<string, string>();
      unknown.set(sort, suggested);
      // What is not shown needs no remedy, and the same name the same one.
      const suggestion =
        suggested.get(name) ?? (suggested.size < MOST_OF_A_KIND ? suggest(name, names.keys()) : '');
      suggested.set(name, suggestion);
      const remedy = [suggestion, how.or].filter(Boolean).join(' ');
      const rule = how.rule ?? `unknown-${sort.split(' ')[0]}`;
      say(
        error(
          rule,
          place,
          `There is no ${sort.replace(/of (.*)/, 'in the template `$1` called')} \`${name}\``,
          { remedy },
        ),
      );
    }
  }

  #names(sort: Sort): Map<string, Place> {
    const names = this.#defined.get(sort) ?? new Map<string, Place>();
    this.#defined.set(sort, names);
    return names;
  }
}
