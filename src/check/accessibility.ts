/** Puts what is wrong with a PDF into words. */

import { type Finding, type PdfVerdict, showPdfPlace } from '../diagnostics/finding.ts';
import { error, type Message } from '../diagnostics/message.ts';
import { startOf } from '../diagnostics/place.ts';
import type { Template } from '../model/project.ts';
import { shownBy, textNamed, type Texts } from './texts.ts';

/** Why a file can't be checked: what is wrong with the PDF, or there is none to be read. */
export type Uncheckable =
  | Exclude<PdfVerdict, { readonly pages: number }>['reason']
  | 'missing'
  | 'directory'
  | 'forbidden';

const WHY: Readonly<Record<Uncheckable, readonly [text: string, remedy: string]>> = {
  missing: ['There is no such file', 'Look at how its name is written.'],
  directory: ['This is a folder', 'Name the PDFs in it.'],
  forbidden: ['The file can’t be read', 'Look at who may read it.'],
  empty: ['The file is empty', 'Make it anew.'],
  'no-pdf': ['The file is no PDF', 'Name a PDF.'],
  damaged: ['The PDF is damaged, or a part of it is missing', 'Fetch or make it anew.'],
  encrypted: [
    'The PDF is encrypted, so that its texts can’t be checked',
    'Save it without a password and without restrictions, and check that.',
  ],
  'too-large': [
    'The PDF takes more memory or time to read than any document should',
    'Make it anew: it is damaged, or made to do harm.',
  ],
};

/** What is wrong with a PDF, at the start of its file: a PDF has no lines. */
export const pdfMessages = (
  file: string,
  verdict: PdfVerdict | { readonly reason: Uncheckable },
): readonly Message[] => {
  const findings = 'findings' in verdict ? verdict.findings : [];
  const found = findings.map((finding) =>
    error(`pdf-${finding.rule}`, startOf(file), capital(findingText(finding)), {
      remedy: finding.remedy,
      inPdf: finding.place,
    }),
  );
  if (!('reason' in verdict)) return found;
  const [text, remedy] = WHY[verdict.reason];
  return [error(`pdf-${verdict.reason}`, startOf(file), text, { remedy }), ...found];
};

/** A document whose PDF was checked. */
export interface CheckedDocument {
  /** e.g. `childrens-wellbeing-bill/mp`. */
  readonly name: string;
  readonly template: Pick<Template, 'id' | 'place'>;
  readonly texts: Texts;
  /** By the name that it has in the PDF, what the page calls a text. */
  readonly names: ReadonlyMap<string, string>;
}

/**
 * What is wrong with the PDF of a document: at the text that it is in, else at the template, which makes the rest.
 * Nothing goes out that does not pass.
 */
export const documentMessages = (
  verdict: PdfVerdict,
  { name, template, texts, names }: CheckedDocument,
): readonly Message[] => {
  if ('reason' in verdict)
    return [
      error(`pdf-${verdict.reason}`, template.place, `The PDF of ${name}: ${WHY[verdict.reason][0]}`, {
        remedy: 'Look at what is unusual about its template.',
      }),
    ];
  return verdict.findings.map((finding) => {
    const inPdf = { ...finding.place, names: finding.place.names.map((one) => names.get(one) ?? one) };
    const own = inPdf.names.map((one) => textNamed(texts, one)).find((one) => one !== null);
    const text = `The PDF of ${name} is not accessible: ${findingText(finding)}`;
    return error(`pdf-${finding.rule}`, own?.place ?? template.place, text, {
      remedy: finding.remedy,
      inPdf,
      ...(own ? { related: [shownBy(template)] } : {}),
    });
  });
};

/** e.g. `a figure without alternative text: page 1, Document > Figure, object 7 (ISO 14289-1, 7.3)`. */
const findingText = ({ text, place, clause }: Finding): string =>
  `${[text, showPdfPlace(place)].filter(Boolean).join(': ')} (${clause})`;

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
