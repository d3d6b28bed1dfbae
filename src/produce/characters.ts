/** Finds characters that no font of a template has before anything is printed, and where they were written. */

import { toString } from 'mdast-util-to-string';
import { showPlace, startOf, type Place } from '../diagnostics/place.ts';
import type { Passage } from '../model/passage.ts';
import type { Files } from '../world/world.ts';
import type { Unprintable } from '../rules/subjects.ts';
import type { Composed } from './composer.ts';
import type { Planned } from './planner.ts';

/** The characters that documents show and their fonts lack, as documents are drafted one after the other. */
export class Characters {
  readonly #files: Files;
  readonly #planned: Planned;
  readonly #missing = new Map<string, ShownCharacter>();

  constructor(files: Files, planned: Planned) {
    this.#files = files;
    this.#planned = planned;
  }

  /** Looks for characters of a document that its fonts can't print; whether they can print all. */
  async look({ name, template, rendered, ...draft }: Composed): Promise<boolean> {
    if (rendered.print === null) return true;
    const signs = lacking(rendered.characters, this.#planned.fonts.charactersOf(rendered.fonts));
    for (const sign of signs) {
      const place = await written(sign, { ...draft, template }, this.#files);
      const key = JSON.stringify([sign, place, template.id]);
      const before = this.#missing.get(key)?.shown.documents ?? [];
      this.#missing.set(key, { sign, place, shown: { template: template.id, documents: [...before, name] } });
    }
    return !signs.length;
  }

  /** What was found; and what of all passages no font at all can print, whether or not anything uses them. */
  async unprintable(): Promise<readonly Unprintable[]> {
    const found = [...this.#missing.values()];
    const isFound = (sign: string, place: Place) =>
      found.some((one) => one.sign === sign && showPlace(one.place) === showPlace(place));
    const unused: Unprintable[] = [];
    const { project, fonts } = this.#planned;
    for (const passage of fonts.characters.size ? project.passages.values() : [])
      for (const sign of lacking(textsOf(passage), fonts.characters)) {
        const place = (await inPassage(sign, passage, this.#files)) ?? passage.place;
        if (!isFound(sign, place)) unused.push({ sign, place, shown: null });
      }
    return [...found, ...unused];
  }
}

/** One that a document shows. */
type ShownCharacter = Unprintable & { readonly shown: NonNullable<Unprintable['shown']> };

/** The characters of a text that are not among the known ones, each once; blanks apart. */
const lacking = (text: string, known: ReadonlySet<number>): readonly string[] =>
  [...new Set(text)].filter(
    (sign) => !known.has(sign.codePointAt(0) ?? 0) && /[^\s\p{Default_Ignorable_Code_Point}]/u.test(sign),
  );

/** Where a character of a document was written: in a passage, its pack, the files that all documents share, its template. */
const written = async (
  sign: string,
  { document, pack, template, project }: Pick<Composed, 'document' | 'pack' | 'template' | 'project'>,
  files: Files,
): Promise<Place> => {
  const own = document.passages.flatMap((id) => project.passages.get(id) ?? []);
  for (const passage of own) {
    const place = await inPassage(sign, passage, files);
    if (place) return place;
  }
  const shared = ['organisation', 'audiences', 'vocabulary'].map((name) => `sources/${name}.yaml`);
  const sources = own.map(({ place }) => place.file);
  for (const file of [pack.place.file, ...sources, ...shared, template.place.file]) {
    const place = await find(sign, file, files);
    if (place) return place;
  }
  return startOf(`templates/${template.id}/page.hbs`);
};

const textsOf = ({ text, wordings, attributes }: Passage): string =>
  [text, ...wordings.map((wording) => wording.text)].map((tree) => toString(tree)).join('') +
  Object.values(attributes).join('');

/** Where a character stands in a passage; where the passage opens, when it was written in code. Null where it does not. */
const inPassage = async (sign: string, passage: Passage, files: Files): Promise<Place | null> => {
  if (!textsOf(passage).includes(sign)) return null;
  const { file, line } = passage.place;
  return (await find(sign, file, files, line)) ?? passage.place;
};

/** The first place of a character in a file, from a line on. */
const find = async (sign: string, file: string, files: Files, from = 1): Promise<Place | null> => {
  const bytes = await files.read(file);
  const lines = new TextDecoder()
    .decode(bytes ?? new Uint8Array())
    .normalize('NFC')
    .split('\n');
  const line = lines.findIndex((text, index) => index + 1 >= from && text.includes(sign)) + 1;
  return line ? { file, line, column: (lines[line - 1]?.indexOf(sign) ?? 0) + 1 } : null;
};
