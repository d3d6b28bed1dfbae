/** Puts what is wrong with a PDF into words. */

import { type Finding, type PdfVerdict, showPdfPlace } from '../model/finding.ts';
import { error, type Message } from '../model/message.ts';
import { startOf } from '../model/place.ts';

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

/** e.g. `a figure without alternative text: page 1, Document > Figure, object 7 (ISO 14289-1, 7.3)`. */
const findingText = ({ text, place, clause }: Finding): string =>
  `${[text, showPdfPlace(place)].filter(Boolean).join(': ')} (${clause})`;

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
