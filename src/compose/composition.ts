/** How texts are set as an audience reads them. */

import { toString } from 'mdast-util-to-string';
import type { Root } from 'mdast';
import { copyTree } from '../model/copy-tree.ts';
import type { Item, Section } from '../model/document.ts';
import type { Language } from '../model/languages/language.ts';
import { isKnown, isSameLanguage, languageOf, showDate } from '../model/languages/languages.ts';
import { memo } from '../model/memo.ts';
import { shownAttributes, titleFor, wordingFor, type Cited, type Passage } from '../model/passage.ts';
import type { Project } from '../model/project.ts';
import type { Slot } from '../model/template.ts';
import type { Text } from '../model/pack.ts';
import { isPartialDate } from '../model/time.ts';
import { Abbreviations } from './abbreviations.ts';
import { citationOf } from './citation-of.ts';
import { Notes } from './notes.ts';
import { spellNumbers } from './numbers.ts';
import { append, BETWEEN, foreignLanguage, quoteFor, shiftHeadings, speak } from './text.ts';
import { typeset, typesetLine } from './typography.ts';

/** The range that a figure is, with the dash of print, unless its text has it as it was written: `£540–£1,180`. */
const withDash = (figure: string, said: string): string =>
  said.includes(figure) ? figure : figure.replace(/(?<=\d[%°]?)-(?=[£$€]?\d)/gu, '–');

/** How a text is set: with small numbers as figures or in words, or, in a language whose print is not known, as it is written. */
type NumberStyle = 'figures' | 'in-words' | 'as-written';

/** Texts as they were set, by the text and how: many documents hold the same. */
const TYPESET: Readonly<Record<NumberStyle, WeakMap<Root, Root>>> = {
  figures: new WeakMap(),
  'in-words': new WeakMap(),
  'as-written': new WeakMap(),
};

/** A text with its quotation marks and dashes set; to be copied before it is changed. */
const typesetAs = (text: Root, style: NumberStyle): Root =>
  memo(TYPESET[style], text, () => {
    const set = copyTree(text);
    if (style === 'in-words') spellNumbers(set);
    typeset(set, style !== 'as-written');
    return set;
  });

const styleOf = (language: string, inWords: boolean): NumberStyle =>
  isKnown(language) ? (inWords ? 'in-words' : 'figures') : 'as-written';

/** One document, or one text, while it is composed: notes are numbered and abbreviations written out as texts come. */
export class Composition {
  readonly notes: Notes;
  readonly #project: Project;
  readonly #audience: string;
  readonly #abbreviations: Abbreviations;
  readonly #language: Language;
  /** Whether small numbers are written as words. */
  readonly #words: boolean;
  /** In reading order; the passage that a rebuttal answers stands before it. */
  readonly #used = new Set<Passage>();

  constructor(project: Project, audience: string, notes: 'short' | 'full') {
    this.#project = project;
    this.#audience = audience;
    this.#language = languageOf(project.organisation.language);
    this.#words =
      project.audiences.get(audience)?.numbers === 'words-to-nine' && this.#language.numbers !== null;
    this.notes = new Notes(project, notes);
    this.#abbreviations = new Abbreviations(project.vocabulary.abbreviations, this.#language);
  }

  passages(): readonly Passage[] {
    return [...this.#used];
  }

  /** The headline: nothing in it is written out. */
  line(own: Text | null, otherwise: string): Root {
    const text = own
      ? this.#ownText(own.text)
      : this.#ownText({
          type: 'root',
          children: [{ type: 'paragraph', children: [{ type: 'text', value: otherwise }] }],
        });
    this.#abbreviations.mark(text, true);
    return text;
  }

  prose(own: Root): Root {
    const text = this.#ownText(own);
    this.#abbreviations.mark(text, false);
    return text;
  }

  /** A text of our own, set as this audience reads it. */
  #ownText(text: Root): Root {
    return copyTree(typesetAs(text, this.#words ? 'in-words' : 'figures'));
  }

  /** `lead` is the id of the passage that leads the document. */
  section(slot: Slot, passages: readonly Passage[], lead: string | null): Section {
    const title = titleFor(slot, this.#audience);
    return {
      slot: slot.id,
      title: title === null ? null : typesetLine(this.#language.titles[title] ?? title),
      items: passages.map((passage) => ({ ...this.#item(slot, passage), lead: passage.id === lead })),
    };
  }

  #item(slot: Slot, passage: Passage): Omit<Item, 'lead'> {
    const answered = this.#project.passages.get(passage.attributes['against'] ?? '');
    // Without a title of its own, a slot's place in the outline is that of its passages' headings.
    const above = slot.title ? slot.level : Math.max(1, slot.level - 1);
    const against = answered ? this.#cited(answered, above) : null;
    const text = this.#cited(passage, above);
    return {
      passage: passage.id,
      kind: passage.kind,
      text,
      attributes: this.attributes(passage, text),
      against,
      origin: this.#project.vocabulary.kinds.get(passage.kind)?.cited
        ? null
        : citationOf(this.#project, passage, 'short'),
    };
  }

  /** A passage's attributes as readers see them beside its text. */
  attributes(passage: Passage, text: Root): Readonly<Record<string, string>> {
    const said = toString(text);
    const shown = Object.entries(shownAttributes(passage)).map(([name, value]) => {
      const own = this.#shown(passage, name, value);
      return [name, name === 'figure' ? withDash(own, said) : own];
    });
    return Object.fromEntries(shown) as Record<string, string>;
  }

  /** The text of a passage with the references to its notes. */
  #cited(passage: Passage, above: number): Root {
    const text = this.text(passage, above);
    this.#used.add(passage);
    if (this.#project.vocabulary.kinds.get(passage.kind)?.cited)
      append(text, this.notes.refer(passage), this.#language.notes.source);
    this.#citeBesides(text, passage);
    return text;
  }

  /** The text of a passage, its headings below one of the level `above`. */
  text(passage: Passage, above: number): Root {
    const kind = this.#project.vocabulary.kinds.get(passage.kind);
    const isVerbatim = kind?.verbatim ?? false;
    const own = wordingFor(passage, this.#audience);
    const foreign = foreignLanguage(this.#project, passage, own);
    const { language: ours } = this.#project.organisation;
    const isOurs = foreign === null || isSameLanguage(foreign, ours);
    const text = copyTree(typesetAs(own, styleOf(foreign ?? ours, isOurs && !isVerbatim && this.#words)));
    shiftHeadings(text, above);
    // What short forms stand for is known in the document's own language.
    if (isOurs) this.#abbreviations.mark(text, isVerbatim);
    if (isVerbatim) quoteFor(text, this.#project, passage, own);
    speak(text, foreign);
    return text;
  }

  /** Refers to the sources of figures that were merged into a passage, where its own note does not name them. */
  #citeBesides(text: Root, { kind, source: own, locator: at, from, cites = [] }: Passage): void {
    const isCited = this.#project.vocabulary.kinds.get(kind)?.cited && from === null;
    const isNamed = ({ source, locator }: Cited) =>
      isCited && source === own && (locator === null || locator === at);
    const others = cites.filter((cited) => !isNamed(cited));
    for (const [index, { source, locator }] of others.entries()) {
      if (isCited || index) append(text, { type: 'text', value: BETWEEN }, '');
      append(text, this.notes.refer({ source, locator, from: null }), this.#language.notes.source);
    }
  }

  /** An attribute as readers see it. */
  #shown(passage: Passage, name: string, value: string): string {
    const type = this.#project.vocabulary.kinds.get(passage.kind)?.attributes[name]?.type;
    return (type === 'date' || type === 'day' || type === 'when') && isPartialDate(value)
      ? showDate(value, this.#language)
      : typesetLine(value);
  }
}
