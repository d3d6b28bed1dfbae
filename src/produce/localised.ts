/**
 * An edition as one of its recipients reads it: texts with the recipient's own values in place of merge fields. What is
 * composed of it has no fields any more, so that the recipient's documents are made, known and checked as all others are.
 */

import type { Message, RowOf } from '../diagnostics/message.ts';
import type { Addressee } from '../model/document-key.ts';
import { addresseesOf } from '../model/addressees.ts';
import { areaKey, covers } from '../model/area.ts';
import { languageOf } from '../model/languages/languages.ts';
import { memo } from '../model/memo.ts';
import { titleFor, type Passage } from '../model/passage.ts';
import type { Edition, Pack, Text } from '../model/pack.ts';
import type { Project } from '../model/project.ts';
import type { Slot, Template } from '../model/template.ts';
import { recipientsOf, type Recipient } from '../model/recipient.ts';
import type { Locality } from '../model/selection.ts';
import type { Missing } from '../model/missing.ts';
import {
  isAsking,
  mergeLine,
  mergePassage,
  mergeText,
  type MergedPassage,
  type Merging,
} from '../merge/merge.ts';

/** The recipients of an edition, in the order of their table; nobody where that could not be read. */
export const recipientsFor = (project: Project, edition: Edition): readonly EditionRecipient[] => {
  const { tables } = project;
  const table = tables.get(edition.recipients ?? '');
  if (!table) return [];
  const rows = recipientsOf(table);
  const addressees = addresseesOf(rows);
  const asking = new Map<Passage, boolean>();
  const asks = (passage: Passage) => memo(asking, passage, () => isAsking(passage, edition.audience));
  return rows.flatMap((row) => {
    const addressee = addressees.get(row.key);
    if (!addressee) return [];
    const localise = () => new Localised(project, edition, { tables, table, row }, addressee, asks);
    return [{ addressee, row: { table: table.id, key: row.key }, localise }];
  });
};

/** One of an edition's recipients. */
export interface EditionRecipient {
  readonly addressee: Addressee;
  readonly row: RowOf;
  /** Reads the edition as this one does, anew each time: what was merged takes much room. */
  readonly localise: () => Localised;
}

export class Localised implements Locality {
  readonly addressee: Addressee;
  readonly place: string | null;
  readonly #project: Project;
  readonly #edition: Edition;
  readonly #merging: Merging;
  /** Whether a passage is another for each recipient. */
  readonly #asks: (passage: Passage) => boolean;
  readonly #merged = new Map<Passage, Omit<MergedPassage, 'cited'>>();

  constructor(
    project: Project,
    edition: Edition,
    recipient: Recipient,
    addressee: Addressee,
    asks: (passage: Passage) => boolean,
  ) {
    this.#project = project;
    this.#edition = edition;
    this.#merging = { recipient, language: languageOf(project.organisation.language) };
    this.addressee = addressee;
    this.#asks = asks;
    const { name, nation } = recipient.row;
    const isKnown = project.areas.has(areaKey(name));
    this.place = isKnown ? name : nation;
  }

  readonly lacking = (passage: Passage): string | null => {
    if (this.isElsewhere(passage)) return `it speaks of ${passage.area}, the document of ${this.place}`;
    const { passage: merged, missing } = this.#merge(passage);
    if (!merged) return `it lacks ${showMissing(missing)}`;
    const answered = this.#project.passages.get(passage.attributes['against'] ?? '');
    const why = answered ? this.lacking(answered) : null;
    return why && `it answers \`${answered?.id}\`, which is out: ${why}`;
  };

  readonly closed = (slot: Slot): string | null => {
    const merged = mergeLine(titleFor(slot, this.#edition.audience) ?? '', this.#merging);
    return 'missing' in merged ? `its heading lacks ${showMissing(merged.missing)}` : null;
  };

  /** Whether a passage speaks of a place that is not this recipient's, nor holds it: the figures of one nation go to no other. */
  isElsewhere({ area }: Passage): boolean {
    return area !== null && this.place !== null && !covers(this.#project.areas, area, this.place);
  }

  /** The row that it is. */
  get row(): RowOf {
    const { table, row } = this.#merging.recipient;
    return { table: table.id, key: row.key };
  }

  /** A passage that is not lacking, in the recipient's own words. */
  passage(passage: Passage): Passage {
    return this.#merge(passage).passage ?? passage;
  }

  /** Whether a passage may say something else to another recipient, or nothing. */
  isOwn(passage: Passage): boolean {
    return passage.area !== null || this.#asks(passage);
  }

  /** Of passages that ask for a value of which there is none: what stands in their place, if anything. */
  shortOf(passage: Passage): { readonly isOut: boolean; readonly missing: readonly Missing[] } {
    const { passage: merged, missing } = this.#merge(passage);
    return { isOut: merged === null, missing };
  }

  /** The texts of an edition and its pack, and the headings of its template; the errors are what these lack. */
  texts(pack: Pack, template: Template) {
    const messages: Message[] = [];
    const own = (text: Text | null, what: string): Text | null => {
      const merged = text && mergeText(text.text, this.#merging);
      if (!text || !merged) return null;
      if ('value' in merged) return { ...text, text: merged.value };
      messages.push(this.#gap(pack, what, merged.missing, text));
      return text;
    };
    const { headline, summary } = this.#edition;
    const edition = {
      ...this.#edition,
      headline: own(headline, 'headline'),
      summary: own(summary, 'summary'),
    };
    const shared = { ...pack, summary: summary ? null : own(pack.summary, 'summary') };
    return { edition, pack: shared, template: this.#headed(template), messages };
  }

  #headed(template: Template): Template {
    const { audience } = this.#edition;
    const slots = template.slots.map((slot) => {
      const written = titleFor(slot, audience);
      const title = written && (this.#merging.language.titles[written] ?? written);
      const merged = mergeLine(title ?? '', this.#merging);
      const isSame = 'value' in merged && merged.value === (title ?? '');
      return isSame ? slot : { ...slot, title: 'value' in merged ? merged.value : null, titles: {} };
    });
    return slots.every((slot, index) => slot === template.slots[index]) ? template : { ...template, slots };
  }

  #gap({ id }: Pack, what: string, missing: readonly Missing[], { place }: Text): Message {
    const { row } = this.#merging.recipient;
    const lacks = showMissing(missing);
    const text = `The ${what} of ${id}/${this.#edition.id} can’t be filled for ${row.name}: it lacks ${lacks}`;
    const remedy = `Give the edition a ${what} that does without, correct the row, or leave it out by \`leave-out\`.`;
    const related = [{ place, text: `the ${what}` }];
    return {
      rule: 'missing-value',
      severity: 'error',
      place: row.place,
      text,
      remedy,
      related,
      row: this.row,
    };
  }

  /** One that asks for nothing is the same as in every other document. */
  #merge(whole: Passage): Omit<MergedPassage, 'cited'> {
    if (!this.#asks(whole)) return { passage: whole, missing: [] };
    return memo(this.#merged, whole, () => {
      const { passage, cited, missing } = mergePassage(whole, this.#edition.audience, this.#merging);
      return { passage: passage && cited.length ? { ...passage, cites: cited } : passage, missing };
    });
  }
}

/** e.g. `vacancy_rate` of Rutland (suppressed), each once. */
export const showMissing = (missing: readonly Missing[]): string =>
  [...new Set(missing.map(({ field, row, why }) => `\`${field}\` of ${row} (${why})`))].join(' and ');
