/** The files of a document that has been made, and what the manifest says of it. */

import type { CopyName } from '../model/copies.ts';
import type { Fit } from '../model/fit.ts';
import { sha256 } from '../model/hash.ts';
import type { Made } from '../model/made.ts';
import type { Entry } from '../model/manifest.ts';
import { FORMATS } from '../render/document-view.ts';
import type { Draft, Laid } from './draft.ts';
import { isFitted } from './fit-document.ts';
import { copyPath } from './print-copies.ts';
import type { Pdf } from './print-and-finish.ts';

/** A document as it goes out. */
export interface Final extends Laid {
  readonly pdf: Pdf | null;
  readonly fit: Fit | null;
}

export type Copies = ReadonlyMap<CopyName, Uint8Array>;

/**
 * The hash of what a document is made of, for each format that is made. A page that names fewer formats than there could
 * be, or holds what was not fitted, is none that a whole build would make: it is out of date from the first.
 */
export const inputsIn = (
  made: string,
  draft: Draft,
  { rendered }: Draft,
  fits: ReadonlyMap<string, Fit>,
): Entry['inputs'] => {
  const inPart = sha256(`${made} in part`);
  const standard = draft.follows ?? draft;
  const fitted = !isFitted(standard.template) || fits.has(standard.name);
  return {
    html: fitted && rendered.html === draft.rendered.html ? made : inPart,
    ...(rendered.print === null ? {} : { pdf: made }),
    ...(rendered.text === null ? {} : { text: fitted ? made : inPart }),
  };
};

/** A document's files and its entry in the manifest. */
export const filesOf = (
  draft: Draft,
  {
    document,
    rendered,
    pdf,
    fit,
    copies,
    fittedFrom,
    inputs,
  }: Final & {
    readonly copies: Copies;
    /** The hash of what its passages were fitted from; null where they are not fitted. */
    readonly fittedFrom: string | null;
    readonly inputs: Entry['inputs'];
  },
): Made => {
  const { edition, pack, variant } = draft;
  const stem = rendered.path.slice(0, -FORMATS.html.ending.length);
  const encode = (text: string) => new TextEncoder().encode(text);
  const files = new Map<string, Uint8Array>([[rendered.path, encode(rendered.html)]]);
  const pdfPath = pdf && `${stem}${FORMATS.pdf.ending}`;
  const textPath = rendered.text === null ? null : `${stem}${FORMATS.text.ending}`;
  if (pdf && pdfPath) files.set(pdfPath, pdf.bytes);
  if (textPath) files.set(textPath, encode(rendered.text ?? ''));
  const copyPaths = new Map([...copies.keys()].map((name) => [name, copyPath(rendered.path, name)]));
  for (const [name, path] of copyPaths) files.set(path, copies.get(name) ?? new Uint8Array());
  const { embargo } = document;
  return {
    entry: {
      pack: pack.id,
      edition: edition.id,
      variant,
      audience: document.audience,
      template: document.template,
      title: rendered.headline,
      date: document.date,
      ...(embargo ? { embargo: embargo.time ? `${embargo.day}T${embargo.time}` : embargo.day } : {}),
      ...(document.draft ? { draft: true } : {}),
      files: {
        html: rendered.path,
        ...(pdfPath ? { pdf: pdfPath } : {}),
        ...(textPath ? { text: textPath } : {}),
        ...(copyPaths.size ? { copies: Object.fromEntries(copyPaths) } : {}),
      },
      pages: pdf?.pages ?? null,
      ...(fit && fittedFrom !== null ? { fit: { ...fit, inputs: fittedFrom } } : {}),
      passages: [...document.passages],
      sources: [...document.sources],
      inputs,
    },
    files,
    assets: rendered.assets,
  };
};
