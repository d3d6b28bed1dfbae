/** The files of a document that has been made, and what the manifest says of it. */

import type { Alike } from '../model/alike.ts';
import type { CopyName } from '../model/copies.ts';
import type { Fit } from '../model/fit.ts';
import { ALL_FORMATS, FORMATS, type Format } from '../model/formats.ts';
import { sha256 } from '../model/hash.ts';
import type { Made } from '../model/made.ts';
import { withShared, type Entry } from '../model/manifest.ts';
import { isWhole, type Composed } from './composer.ts';
import { isFitted } from './fit-document.ts';
import { copyPath } from './print-copies.ts';
import type { Pdf } from './print-and-finish.ts';

/** A document as it goes out. */
export interface Final extends Composed {
  readonly pdf: Pdf | null;
  readonly fit: Fit | null;
  readonly copies: Copies;
}

export type Copies = ReadonlyMap<CopyName, Uint8Array>;

/**
 * The fingerprint of a document for each format that is made. A page that names fewer formats than there could be, or
 * holds what was not fitted, is none that a whole build would make: it is out of date from the first.
 */
const inputsOf = (final: Final, fits: ReadonlyMap<string, Fit>): Entry['inputs'] => {
  const { fingerprint, rendered, formats } = final;
  const inPart = sha256(`${fingerprint} in part`);
  const standard = final.follows ?? final;
  const fitted = !isFitted(standard.template) || fits.has(standard.name);
  return {
    html: fitted && isWhole(final, formats) ? fingerprint : inPart,
    ...(rendered.print === null ? {} : { pdf: fingerprint }),
    ...(rendered.text === null ? {} : { text: fitted ? fingerprint : inPart }),
  };
};

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** How the file of each format is made of a document; null where it is not. */
const CONTENT: Readonly<Record<Format, (final: Final) => Uint8Array | null>> = {
  html: ({ rendered }) => encode(rendered.html),
  pdf: ({ pdf }) => pdf?.bytes ?? null,
  text: ({ rendered: { text } }) => (text === null ? null : encode(text)),
};

/**
 * A document's files and its entry in the manifest. `fits` are those of its family, its own too, by name; `alike` is asked
 * for one document after another.
 */
export const filesOf = (final: Final, fits: ReadonlyMap<string, Fit>, alike: Alike): Made => {
  const { key, document, rendered, pdf, fit, copies } = final;
  const stem = rendered.path.slice(0, -FORMATS.html.ending.length);
  const files = new Map<string, Uint8Array>();
  const paths: Partial<Record<Format, string>> = {};
  for (const format of ALL_FORMATS) {
    const bytes = CONTENT[format](final);
    const path = `${stem}${FORMATS[format].ending}`;
    if (bytes) files.set(path, bytes);
    if (bytes) paths[format] = path;
  }
  const copyPaths = new Map([...copies.keys()].map((name) => [name, copyPath(rendered.path, name)]));
  for (const [name, path] of copyPaths) files.set(path, copies.get(name) ?? new Uint8Array());
  const { embargo } = document;
  const entry: Entry = {
    ...key,
    audience: document.audience,
    template: document.template,
    title: rendered.headline,
    version: document.version,
    date: document.date,
    ...(embargo ? { embargo: embargo.time ? `${embargo.day}T${embargo.time}` : embargo.day } : {}),
    ...(document.draft ? { draft: true } : {}),
    files: {
      ...paths,
      html: rendered.path,
      ...(copyPaths.size ? { copies: Object.fromEntries(copyPaths) } : {}),
    },
    pages: pdf?.pages ?? null,
    ...(fit ? { fit: { ...fit, inputs: final.fingerprint } } : {}),
    passages: [...document.passages],
    sources: [...document.sources],
    inputs: inputsOf(final, fits),
    assets: [...rendered.assets.keys()].toSorted(),
    sha256: Object.fromEntries([...files].map(([path, bytes]) => [path, sha256(bytes)])),
    bytes: Object.fromEntries([...files].map(([path, { length }]) => [path, length])),
  };
  const texts = new Map(pdf && paths.pdf ? [[paths.pdf, pdf.texts]] : []);
  return { entry: withShared(entry, alike), files, texts, assets: rendered.assets };
};
