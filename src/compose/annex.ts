/**
 * An annex takes a document and says of each passage in it, in the same order and words, where it comes from and which
 * checks it has passed. It is a document itself, of the same edition, with a version of its own.
 */

import type { Root } from 'mdast';
import { copyTree } from '../model/copy-tree.ts';
import type { Annex, AnnexEntry, AnnexSection, Document, Fact, Item, Section } from '../model/document.ts';
import type { PassageEvidence } from '../model/evidence.ts';
import type { Language } from '../model/languages/language.ts';
import { kindNameIn, languageOf } from '../model/languages/languages.ts';
import { sayCheck } from '../model/languages/say-check.ts';
import type { Passage } from '../model/passage.ts';
import type { Project } from '../model/project.ts';
import { citationOf, citedBesides } from './citation-of.ts';
import { versionOf } from './compose.ts';
import { Composition } from './composition.ts';
import { factsOf } from './facts.ts';
import { shiftHeadings, withoutReferences } from './text.ts';
import { typesetLine } from './typography.ts';

/** What stands behind passages, by their ids. */
export type EvidenceById = ReadonlyMap<string, PassageEvidence>;

/** The annex of a document. */
export const annexOf = (document: Document, project: Project, evidence: EvidenceById): Document => {
  const language = languageOf(document.organisation.language);
  const { version: _, ...said } = document;
  const annex: Annex = {
    of: { headline: document.headline, version: document.version },
    sections: new AnnexWriter(document, project, evidence).sections(),
  };
  const own = {
    ...said,
    headline: entitled(document.headline, language),
    summary: null,
    event: null,
    notes: [],
    further: [],
    annex,
  };
  return { ...own, version: versionOf(own) };
};

/** “Evidence for” the headline. */
const entitled = (headline: Root, { evidence: { title } }: Language): Root => {
  const own = copyTree(headline);
  const [line] = own.children;
  if (line?.type === 'paragraph')
    line.children = [
      { type: 'text', value: title.before },
      ...line.children,
      { type: 'text', value: title.behind },
    ];
  return own;
};

/** The headings of entries; those within texts stand below them. */
const ENTRY_LEVEL = 3;

class AnnexWriter {
  readonly #document: Document;
  readonly #project: Project;
  readonly #evidence: EvidenceById;
  readonly #language: Language;
  readonly #composition: Composition;
  #number = 0;

  constructor(document: Document, project: Project, evidence: EvidenceById) {
    this.#document = document;
    this.#project = project;
    this.#evidence = evidence;
    this.#language = languageOf(document.organisation.language);
    this.#composition = new Composition(project, document.audience, 'full');
  }

  sections(): readonly AnnexSection[] {
    return this.#document.sections.map((section) => ({
      slot: section.slot,
      title: section.title ?? this.#kindName(section.items[0]?.kind ?? ''),
      entries: this.#entries(section),
    }));
  }

  #entries({ items }: Section): readonly AnnexEntry[] {
    return items.flatMap((item) => [...this.#answered(item), ...this.#entry(item.passage, item.text, false)]);
  }

  /** What a rebuttal answers stands before it. */
  #answered({ against, attributes }: Item): readonly AnnexEntry[] {
    return against ? this.#entry(attributes['against'] ?? '', against, true) : [];
  }

  #entry(id: string, text: Root, isAnswered: boolean): readonly AnnexEntry[] {
    const passage = this.#project.passages.get(id);
    const evidence = this.#evidence.get(id);
    if (!passage || !evidence) throw new Error(`the evidence for ${id} was not gathered`);
    this.#number += 1;
    const { notes, evidence: said } = this.#language;
    const shown = withoutReferences(text, notes.source);
    shiftHeadings(shown.text, ENTRY_LEVEL);
    const attributes = this.#composition.attributes(passage, shown.text);
    return [
      {
        passage: id,
        isAnswered,
        heading: `${this.#number}. ${this.#kindName(passage.kind)}`,
        notes: shown.notes.map((number) => notes.label(number)),
        text: shown.text,
        facts: this.#facts(passage.kind, attributes),
        cited: this.#cited(passage, attributes),
        restsOn: evidence.restsOn.map((words) => this.#quoted(words, passage)),
        originals: this.#originals(evidence),
        uncompared: evidence.isUncompared ? said.uncompared : null,
        checks: evidence.passed
          // A figure whose value is missing is not shown.
          .filter(({ is }) => is !== 'figure' || attributes['figure'] !== undefined)
          .map((check) => typesetLine(sayCheck(check, this.#language))),
      },
    ];
  }

  #facts(kind: string, attributes: Readonly<Record<string, string>>): readonly Fact[] {
    const { speaker, role, said } = attributes;
    const who = [speaker, role, said].filter(Boolean).join(', ');
    // A role without a speaker is that of somebody whom the text names.
    const name = speaker ? this.#language.evidence.saidBy : this.#kindName(kind);
    return [...(who ? [{ name, value: who }] : []), ...factsOf(attributes, FACTS, this.#language)];
  }

  #cited(passage: Passage, attributes: Readonly<Record<string, string>>): AnnexEntry['cited'] {
    const whole = (one: Pick<Passage, 'source' | 'from'>) =>
      citationOf(this.#project, { ...one, locator: null }, 'full');
    return [
      { citation: whole(passage), locator: attributes['locator'] ?? null },
      ...citedBesides(passage).map(({ source, locator: place }) => ({
        citation: whole({ source, from: null }),
        locator: place === null ? null : typesetLine(place),
      })),
    ];
  }

  /** Words as they stand in the original, in its language. */
  #quoted(words: string, { source }: Passage): AnnexEntry['restsOn'][number] {
    const language = this.#project.sources.get(source)?.language ?? null;
    const text = { type: 'text', value: typesetLine(`"${words}"`) } as const;
    return language ? [{ ...text, data: { hName: 'span', hProperties: { lang: language } } }] : [text];
  }

  #originals({ originals }: PassageEvidence): AnnexEntry['originals'] {
    const { evidence, site } = this.#language;
    return originals.map(({ source, form, pages, sha256 }) => ({
      title: originals.length > 1 ? typesetLine(this.#project.sources.get(source)?.title ?? source) : null,
      form: [evidence.forms[form], ...(pages === null ? [] : [site.pages(pages)])].join(', '),
      hash: `SHA-256: ${sha256}`,
    }));
  }

  #kindName(kind: string): string {
    return kindNameIn(this.#language, kind, this.#project.vocabulary);
  }
}

/** What a reader of a passage has to know; the place in its source stands there. */
const FACTS = ['measure', 'value', 'unit', 'period', 'area', 'base', 'statute', 'number', 'term'] as const;
