/**
 * What of a project a document can be made of: its passages as its audience reads them, the sources that they name, its
 * own edition, and the words that it may need. A document is composed, rendered and fitted from its excerpt alone, so
 * that its fingerprint, the hash of the excerpt, can miss nothing of it.
 */

import { byCodeUnit } from '../diagnostics/order.ts';
import { Alike } from '../model/alike.ts';
import { NO_CALENDAR } from '../model/calendar.ts';
import { isSameLanguage, languageOf } from '../model/languages/languages.ts';
import { memo } from '../model/memo.ts';
import { showExhibits } from '../merge/merge.ts';
import type { Edition, Pack } from '../model/pack.ts';
import type { Passage, Wording } from '../model/passage.ts';
import { picked } from '../model/picked.ts';
import type { Project } from '../model/project.ts';
import type { Source } from '../model/source.ts';
import type { Template } from '../model/template.ts';
import { candidatesOf, type Selection } from '../model/selection.ts';
import type { Localised } from './localised.ts';
import { relatedEditions } from '../render/related-editions.ts';

const NONE: ReadonlyMap<string, never> = new Map<string, never>();
const NOTHING: readonly never[] = [];

/** Whether an audience may read a wording; that for missing values is in place by now. */
const isOpenTo = ({ audiences, language }: Wording, audience: string): boolean =>
  audiences.includes(audience) || (language !== null && !audiences.length);

/** An edition with what was selected for it, in terms of its excerpt. */
export interface Excerpt {
  readonly project: Project;
  readonly pack: Pack;
  readonly edition: Edition;
  /** Whole: no variant is held to it yet. */
  readonly template: Template;
  readonly selection: Selection;
}

export class Excerpts {
  readonly #project: Project;
  /** By audience, then by the passage in the library. */
  readonly #passages = new Map<string, WeakMap<Passage, Passage>>();
  readonly #sources = new Map<Source, Source>();
  readonly #named = new WeakMap<object, readonly string[]>();
  /** Texts and numbers, as objects. */
  readonly #plain = new Map<unknown, object>();
  /** By the names of what is in them: those of many documents are the same. */
  readonly #vocabularies = new Map<string, Project['vocabulary']>();
  /** Recipients of one edition differ in little: what they have in common is held once. */
  readonly #alike = new Alike();
  /** The abbreviations that are a word, and the others. */
  readonly #words: readonly string[];
  readonly #others: readonly string[];

  constructor(project: Project) {
    this.#project = project;
    const all = [...project.vocabulary.abbreviations.keys()];
    this.#words = all.filter(isWord);
    this.#others = all.filter((short) => !isWord(short));
  }

  /** The excerpt of an edition; of one for many recipients, as one of them reads it. */
  of(
    pack: Pack,
    written: Edition,
    whole: Template,
    selection: Selection,
    localised: Localised | null,
  ): Excerpt {
    const edition: Edition = { ...written, leftOut: [] };
    const template = edition.copies ? { ...whole, copies: edition.copies } : whole;
    const own = this.#selection(selection, template, edition.audience, localised);
    const chosen = candidatesOf(own);
    const answered = chosen.flatMap(({ attributes: { against = '' } }) => {
      const found = this.#project.passages.get(against);
      return found ? [this.#passage(found, edition.audience, localised)] : [];
    });
    const passages = this.#alike.of(
      'passages',
      new Map([...chosen, ...answered].map((passage) => [passage.id, passage])),
    );
    const siblings = relatedEditions(this.#project, pack, edition).map((other) => inName(other, edition));
    const short: Pack = { ...pack, build: 'always', revisions: [], editions: [edition, ...siblings] };
    const project: Project = {
      organisation: this.#organisation(template),
      vocabulary: this.#vocabulary(short, template, passages),
      areas: NONE,
      calendar: NO_CALENDAR,
      offices: [],
      audiences: this.#alike.of(
        'audiences',
        picked(
          this.#project.audiences,
          [edition, ...siblings].map(({ audience }) => audience),
        ),
      ),
      sources: this.#sourcesOf(passages.values()),
      passages,
      packs: new Map([[pack.id, short]]),
      templates: this.#alike.of('templates', new Map([[template.id, template]])),
      tables: NONE,
      excuses: [],
      asides: [],
      originals: NONE,
      issued: [],
      fileHashes: NONE,
    };
    return { project, pack: short, edition, template, selection: own };
  }

  /** Only the order of its own passages is a document's: what else the library holds changes nothing of it. */
  #selection(
    { date, slots, rank }: Selection,
    template: Template,
    audience: string,
    localised: Localised | null,
  ): Selection {
    const ownOf = (name: string, passages: readonly Passage[]): readonly Passage[] =>
      this.#alike.of(
        name,
        passages.map((passage) => this.#passage(passage, audience, localised)),
      );
    const own = this.#alike.of(
      'slots',
      slots.map((one) =>
        this.#alike.of(`slot ${one.slot.id}`, {
          ...one,
          slot: template.slots.find(({ id }) => id === one.slot.id) ?? one.slot,
          passages: ownOf(`passages of ${one.slot.id}`, one.passages),
          reserve: ownOf(`reserve of ${one.slot.id}`, one.reserve),
          unfit: NOTHING,
          lack: null,
        }),
      ),
    );
    const rankOf = (id: string) => rank.get(id) ?? rank.size;
    const ids = own.flatMap(({ passages, reserve }) => [...passages, ...reserve].map(({ id }) => id));
    const order = ids.toSorted((a, b) => rankOf(a) - rankOf(b));
    return this.#alike.of('selection', {
      date,
      slots: own,
      rank: this.#alike.of('rank', new Map(order.map((id, index) => [id, index]))),
      superseded: NONE,
    });
  }

  /** A passage as an audience reads it; that by which it was selected is gone. */
  #passage(whole: Passage, audience: string, localised: Localised | null): Passage {
    const own = localised?.passage(whole) ?? whole;
    const known = memo(this.#passages, audience, () => new WeakMap<Passage, Passage>());
    return memo(known, own, () => {
      const passage = localised ? own : this.#forAll(own, audience);
      return {
        ...passage,
        topics: [],
        only: null,
        status: 'approved',
        embargo: null,
        expires: null,
        review: null,
        supersedes: [],
        restsOn: [],
        wordings: passage.wordings.filter((wording) => isOpenTo(wording, audience)),
      };
    });
  }

  /** A passage of which all recipients read the same, with its charts and tables. */
  #forAll(passage: Passage, audience: string): Passage {
    const { tables, organisation } = this.#project;
    return showExhibits(passage, audience, tables, languageOf(organisation.language));
  }

  /** The sources that notes may name; not what else stands in their files. */
  #sourcesOf(passages: Iterable<Passage>): ReadonlyMap<string, Source> {
    const ids = [...passages].flatMap(({ source, from, cites = [] }) => [
      source,
      ...(from === null ? [] : [from]),
      ...cites.map((cited) => cited.source),
    ]);
    const cited = (source: Source) =>
      memo(this.#sources, source, () => ({ ...source, original: null, passages: [], topics: [] }));
    return this.#alike.of(
      'sources',
      new Map([...picked(this.#project.sources, ids)].map(([id, source]) => [id, cited(source)])),
    );
  }

  #organisation({ copies }: Template): Project['organisation'] {
    const { organisation } = this.#project;
    const profiles = copies.flatMap((copy) => (copy.name === 'printer' ? [copy.profile] : []));
    const printers = this.#alike.of('printers', picked(organisation.printers, profiles));
    return this.#alike.of('organisation', { ...organisation, printers, levels: NOTHING });
  }

  #vocabulary(pack: Pack, template: Template, passages: ReadonlyMap<string, Passage>): Project['vocabulary'] {
    const { topics, kinds } = this.#project.vocabulary;
    const inSlots = template.slots.flatMap((slot) => slot.kinds);
    const [own] = pack.editions;
    const { editions: _others, ...written } = pack;
    const parts = [...Object.values(written), ...Object.values(own ?? {})].map((part) => this.#part(part));
    const texts = [...parts, this.#project.organisation, template];
    const named = [...inSlots, ...[...passages.values()].map(({ kind }) => kind)];
    const abbreviations = this.#abbreviations([...texts, ...passages.values()]);
    return memo(this.#vocabularies, JSON.stringify([pack.topics, named, abbreviations]), () => ({
      topics: picked(topics, pack.topics),
      kinds: picked(kinds, named),
      abbreviations: picked(this.#project.vocabulary.abbreviations, abbreviations),
      words: [],
      mistakes: [],
    }));
  }

  /** The abbreviations that any of these names, and those that the expansions of these name. */
  #abbreviations(texts: readonly object[]): readonly string[] {
    const { writtenIn, organisation } = this.#project;
    // They are written out in the project's own language.
    if (writtenIn && !isSameLanguage(writtenIn, organisation.language)) return [];
    const { abbreviations } = this.#project.vocabulary;
    const wanted = new Set<string>();
    const add = (short: string): void => {
      if (wanted.has(short)) return;
      wanted.add(short);
      const known = abbreviations.get(short);
      if (known) this.#namedIn(known).forEach(add);
    };
    for (const text of texts) this.#namedIn(text).forEach(add);
    return [...wanted].toSorted(byCodeUnit);
  }

  /** A part of something, which is known again in another document that has it too. */
  #part(part: unknown): object {
    return typeof part === 'object' && part !== null ? part : memo(this.#plain, part, () => ({ part }));
  }

  /** The abbreviations that may stand in something: all whose signs are letters and digits alone have to be in it. */
  #namedIn(text: object): readonly string[] {
    return memo(this.#named, text, () => {
      const all = JSON.stringify(text, (key, part: unknown) => (key === 'position' ? undefined : part));
      return [...this.#words.filter((short) => all.includes(short)), ...this.#others];
    });
  }
}

/** Whether letters and digits are all its signs: then it stands nowhere but as it is written. */
const isWord = (short: string): boolean => /^[\p{L}\p{N}]+$/u.test(short);

/** Of another edition a document shows its name alone; it is as though it were read from the same moment on. */
const inName = (other: Edition, { date, embargo }: Edition): Edition => ({
  ...other,
  template: '',
  recipients: null,
  variants: ['standard'],
  date,
  embargo,
  area: null,
  headline: null,
  summary: null,
  event: null,
  copies: null,
  leftOut: [],
  slots: new Map(),
});
