/** What there is to tell of the documents of an edition for each of its recipients: what all share is told once. */

import { count } from '../diagnostics/count.ts';
import type { Message } from '../diagnostics/message.ts';
import { memo } from '../model/memo.ts';
import type { Edition, Pack } from '../model/pack.ts';
import type { Project } from '../model/project.ts';
import { showMissing, type Localised } from './localised.ts';

/** How many of those that something is told of are named. */
const NAMED = 3;

export class PerRecipient {
  readonly #project: Project;
  readonly #pack: Pack;
  readonly #edition: Edition;
  readonly #all: Localised[] = [];
  readonly #used = new Set<string>();
  readonly #found = new Map<string, { message: Message; of: Localised[] }>();

  constructor(project: Project, pack: Pack, edition: Edition) {
    this.#project = project;
    this.#pack = pack;
    this.#edition = edition;
  }

  /** `used` are the ids of the passages that its document holds. */
  add(recipient: Localised, messages: readonly Message[], used: readonly string[]): void {
    this.#all.push(recipient);
    for (const id of used) this.#used.add(id);
    for (const message of messages) {
      const key = JSON.stringify([message.rule, message.place, message.text]);
      memo(this.#found, key, () => ({ message, of: [] })).of.push(recipient);
    }
  }

  messages(): readonly Message[] {
    const found = [...this.#found.values()].flatMap(({ message, of }) => {
      if (message.row || of.length === this.#all.length) return [message];
      const names = of.map(({ addressee }) => addressee.name);
      if (message.severity !== 'error')
        return [{ ...message, text: `${message.text}, for ${listed(names, '; ')}` }];
      return of.map((recipient) => ({
        ...message,
        text: `${message.text}, for ${recipient.addressee.name}`,
        row: recipient.row,
      }));
    });
    return [...found, ...this.#badRows(), ...this.#gaps()];
  }

  /** The rows that have no document for what is wrong with them, or with a row that they are joined to. */
  #badRows(): readonly Message[] {
    const table = this.#project.tables.get(this.#edition.recipients ?? '');
    if (!table?.bad.length) return [];
    const names = table.bad.map(({ key, name }) => name || key || 'a row without a name');
    const of = `${this.#pack.id}/${this.#edition.id}`;
    const text = `${count(names.length, 'row')} of \`${table.id}\` without a document in ${of}, for faults of theirs or of rows that they are joined to: ${listed(names, ', ')}`;
    return [{ rule: 'left-out-row', severity: 'warning', place: this.#edition.place, text }];
  }

  /** The passages of these documents that some recipients have no figures for. */
  #gaps(): readonly Message[] {
    const named = [...this.#edition.slots.values()].flatMap(({ passages }) => passages.map(({ id }) => id));
    return [...new Set([...named, ...this.#used])].flatMap((id) => {
      const passage = this.#project.passages.get(id);
      // Most are the same for all.
      if (!passage || !this.#all[0]?.isOwn(passage)) return [];
      const here = this.#all.filter((recipient) => !recipient.isElsewhere(passage));
      const elsewhere = this.#all.filter((recipient) => recipient.isElsewhere(passage));
      const short = here.map((recipient) => recipient.shortOf(passage));
      const reasons = (isOut: boolean) =>
        short.flatMap((one) => (one.isOut === isOut && one.missing.length ? [showMissing(one.missing)] : []));
      return [
        ...this.#gap(passage.place, `\`${id}\` is left out of`, 'lack', reasons(true)),
        ...this.#gap(
          passage.place,
          `\`${id}\` stands in its wording for missing values in`,
          'lack',
          reasons(false),
        ),
        // What is named for all of them is expected in each; of what is chosen it is plain.
        ...this.#gap(
          passage.place,
          `\`${id}\` is left out of`,
          `are not of ${passage.area}:`,
          named.includes(id) ? elsewhere.map(({ addressee }) => addressee.name) : [],
        ),
      ];
    });
  }

  #gap(place: Message['place'], what: string, why: string, reasons: readonly string[]): readonly Message[] {
    if (!reasons.length) return [];
    const of = `${reasons.length} of ${this.#all.length} documents of ${this.#pack.id}/${this.#edition.id}`;
    const text = `${what} ${of}, which ${why} ${listed(reasons, '; ')}`;
    return [{ rule: 'missing-value', severity: 'information', text, ...(place && { place }) }];
  }
}

/** The first of some, and how many more there are. */
const listed = (all: readonly string[], mark: string): string =>
  all.slice(0, NAMED).join(mark) + (all.length > NAMED ? `${mark}and ${all.length - NAMED} more` : '');
