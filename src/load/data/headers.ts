import { error, type Say } from '../../diagnostics/message.ts';
import { suggest } from '../../diagnostics/nearest.ts';
import type { Path, Yaml } from '../yaml.ts';
import type { Csv } from './csv.ts';

/** Looks up the columns of a file that its description names, and says each that there is not. */
export class Headers {
  readonly #csv: Csv;
  readonly #yaml: Yaml;
  readonly #say: Say;

  constructor(csv: Csv, yaml: Yaml, say: Say) {
    this.#csv = csv;
    this.#yaml = yaml;
    this.#say = say;
  }

  /** The index of a column that is named as a value at a path. */
  at(path: Path, name: string): number | null {
    return this.#find(name, () => this.#yaml.place(path));
  }

  /** The index of a column that is named as a key at a path. */
  atKey(path: Path, name: string): number | null {
    return this.#find(name, () => this.#yaml.keyPlace(path));
  }

  /** The index of a column that need not be named. */
  maybe(path: Path, name: string | null): number | null {
    return name === null ? null : this.at(path, name);
  }

  #find(name: string, place: () => ReturnType<Yaml['place']>): number | null {
    const index = this.#csv.columns.get(name);
    if (index !== undefined) return index;
    const text = `\`${this.#csv.lines.file}\` has no column \`${name}\``;
    this.#say(error('unknown-column', place(), text, { remedy: suggest(name, this.#csv.columns.keys()) }));
    return null;
  }
}
