import { type Finding, showPdfPlace } from '../../diagnostics/finding.ts';
import { startOf } from '../../diagnostics/place.ts';
import type { Breach, Rule } from '../rule.ts';
import type { FinishedPdf, PrintedDocument, Uncheckable } from '../subjects.ts';
import { shownBy, textNamed } from '../texts.ts';

const passing = { pages: 1, checks: { accessibility: 94, archive: 13 }, findings: [] };

const finding: Finding = {
  rule: 'ua-13-004',
  clause: 'ISO 14289-1, 7.3',
  text: 'a figure without alternative text',
  place: { page: 2, object: 31, path: ['Document', 'Figure'], names: [] },
  remedy: 'Give each figure alternative text.',
};

export const standards: Rule<'pdf'> = {
  id: 'pdf-*',
  level: 'error',
  scope: 'pdf',
  finds:
    'What a machine can tell of a PDF that breaks PDF/UA-1, or PDF/A where it says that it follows that; a PDF that can’t be read',
  why: 'ISO 14289-1:2014 (PDF/UA-1) is what screen readers need of a PDF. Councils have to make what they put on their websites accessible (Public Sector Bodies Accessibility Regulations 2018).',
  examples: {
    ok: [{ verdict: passing }, { of: 'brief.pdf', verdict: passing }],
    notOk: [
      { verdict: { ...passing, findings: [finding] } },
      { of: 'brief.pdf', verdict: { ...passing, findings: [finding] } },
      { verdict: { reason: 'damaged' } },
      { of: 'brief.pdf', verdict: { reason: 'missing' } },
    ],
  },
  *check({ of, verdict, names }): Iterable<Breach> {
    if ('reason' in verdict) yield unchecked(verdict.reason, of);
    for (const found of 'findings' in verdict ? verdict.findings : [])
      yield typeof of === 'string' ? inFile(found, of) : inDocument(found, of, names);
  },
};

/** A PDF that somebody made is told at the start of its file, as it has no lines; a document at its template. */
const unchecked = (reason: Uncheckable, of: FinishedPdf['of']): Breach => {
  const [text, remedy] = WHY[reason];
  return typeof of === 'string'
    ? { condition: reason, place: startOf(of), text, remedy }
    : {
        condition: reason,
        place: of.template.place,
        text: `The PDF of ${of.name}: ${text}`,
        remedy: 'Look at what is unusual about its template.',
      };
};

const inFile = (found: Finding, file: string): Breach => ({
  condition: found.rule,
  place: startOf(file),
  text: capital(wordsOf(found)),
  remedy: found.remedy,
  inPdf: found.place,
});

/** What is wrong with the PDF of a document is told at the text that it is in, else at the template, which makes the rest. */
const inDocument = (
  found: Finding,
  { name, template, texts }: PrintedDocument,
  names: FinishedPdf['names'],
): Breach => {
  const inPdf = { ...found.place, names: found.place.names.map((one) => names.get(one) ?? one) };
  const own = inPdf.names.map((one) => textNamed(texts, one)).find((one) => one !== null);
  return {
    condition: found.rule,
    place: own?.place ?? template.place,
    text: `The PDF of ${name} is not accessible: ${wordsOf(found)}`,
    remedy: found.remedy,
    inPdf,
    ...(own && { related: [shownBy(template)] }),
  };
};

/** e.g. `a figure without alternative text: page 1, Document > Figure, object 7 (ISO 14289-1, 7.3)`. */
const wordsOf = ({ text, place, clause }: Finding): string =>
  `${[text, showPdfPlace(place)].filter(Boolean).join(': ')} (${clause})`;

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

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
