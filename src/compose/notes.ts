import type { Note, NoteReference } from '../model/document.ts';
import type { Language } from '../model/languages/language.ts';
import { languageOf } from '../model/languages/languages.ts';
import type { Passage } from '../model/passage.ts';
import type { Project } from '../model/project.ts';
import { citationOf } from './citation-of.ts';

/** What cites a source: a passage, or a figure in it. */
type Citing = Pick<Passage, 'source' | 'locator' | 'from'>;

/** Numbers the notes of one document: one for each source and locator, reused when they are cited again. */
export class Notes {
  readonly #project: Project;
  readonly #style: 'short' | 'full';
  readonly #language: Language;
  readonly #notes = new Map<string, Note>();

  constructor(project: Project, style: 'short' | 'full') {
    this.#project = project;
    this.#style = style;
    this.#language = languageOf(project.organisation.language);
  }

  /** A reference to the note for a source. */
  refer(passage: Citing): NoteReference {
    const key = JSON.stringify([passage.source, passage.locator, passage.from]);
    const before = this.#notes.get(key);
    const note = before ? { ...before, uses: before.uses + 1 } : this.#first(passage);
    this.#notes.set(key, note);
    const label = this.#language.notes.label(note.number);
    return { type: 'noteReference', number: note.number, use: note.uses, label };
  }

  all(): readonly Note[] {
    return [...this.#notes.values()];
  }

  #first(passage: Citing): Note {
    const { source, locator } = passage;
    const earlier = this.all().find((note) => note.source === source)?.number ?? null;
    const citation = citationOf(this.#project, passage, this.#style, earlier);
    return { number: this.#notes.size + 1, source, locator, citation, uses: 1 };
  }
}
