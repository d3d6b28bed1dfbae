/** Finds characters that no font of a template has before anything is printed, and where they were written. */

import { toString } from 'mdast-util-to-string';
import type { Document } from '../model/document.ts';
import { showPlace, startOf, type Place } from '../diagnostics/place.ts';
import type { Pack, Passage, Project, Template } from '../model/project.ts';
import type { Files } from '../world/world.ts';
import type { Rendered } from '../render/render.ts';
import type { Unprintable } from '../rules/subjects.ts';
import { charactersOf } from '../pdf/index.ts';

/** A document up to its page, as `produce/draft.ts` makes it. */
interface Draft {
  readonly name: string;
  readonly pack: Pack;
  readonly template: Template;
  readonly document: Document;
  readonly rendered: Rendered;
}

/** What of `drafts` their fonts can't print; and what of all passages no font at all can, whether or not anything uses them. */
export const unprintableIn = async (
  files: Files,
  project: Project,
  drafts: readonly Draft[],
): Promise<readonly Unprintable[]> => {
  const printed = drafts.filter(({ rendered }) => rendered.print !== null);
  const all = new Set<number>();
  const missing = new Map<string, Shown>();
  for (const draft of printed) {
    const known = await charactersOf(draft.rendered.fonts);
    for (const code of known) all.add(code);
    for (const sign of lacking(draft.rendered.characters, known)) {
      const place = await written(sign, draft, files, project);
      const key = JSON.stringify([sign, place, draft.template.id]);
      const before = missing.get(key)?.shown.documents ?? [];
      const shown = { template: draft.template.id, documents: [...before, draft.name] };
      missing.set(key, { sign, place, shown });
    }
  }
  const told = [...missing.values()];
  const isTold = (sign: string, place: Place) =>
    told.some((one) => one.sign === sign && showPlace(one.place) === showPlace(place));
  const unused: Unprintable[] = [];
  for (const passage of printed.length ? project.passages.values() : [])
    for (const sign of lacking(textsOf(passage), all)) {
      const place = (await inPassage(sign, passage, files)) ?? passage.place;
      if (!isTold(sign, place)) unused.push({ sign, place, shown: null });
    }
  return [...told, ...unused];
};

/** One that a document shows. */
type Shown = Unprintable & { readonly shown: NonNullable<Unprintable['shown']> };

/** The characters of a text that are not among the known ones, each once; blanks apart. */
const lacking = (text: string, known: ReadonlySet<number>): readonly string[] =>
  [...new Set(text)].filter(
    (sign) => !known.has(sign.codePointAt(0) ?? 0) && /[^\s\p{Default_Ignorable_Code_Point}]/u.test(sign),
  );

/** Where a character of a document was written: in a passage, its pack, the files that all documents share, its template. */
const written = async (
  sign: string,
  { document, pack, template }: Draft,
  files: Files,
  { passages }: Project,
): Promise<Place> => {
  const own = document.passages.flatMap((id) => passages.get(id) ?? []);
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
