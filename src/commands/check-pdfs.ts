/** Checks PDFs of any origin: what a machine can tell of them, and what it can't. */

import type { Finding } from '../diagnostics/finding.ts';
import type { Message, Told } from '../diagnostics/message.ts';
import { type Limits, QUESTIONS, watchedChecker } from '../pdf/index.ts';
import { checkAll } from '../rules/check.ts';
import type { Uncheckable } from '../rules/subjects.ts';

/** A file as it could be read. */
export type PdfFile = Uint8Array<ArrayBuffer> | { readonly reason: Uncheckable };

export interface CheckedPdf {
  /** As it was named. */
  readonly file: string;
  readonly pages: number | null;
  /** How many rules it was held to; null where it could not be checked. */
  readonly checks: { readonly accessibility: number; readonly archive: number } | null;
  /** The rules that it does not meet. */
  readonly broken: readonly string[];
  readonly findings: readonly Finding[];
}

export interface CheckedPdfs {
  readonly files: readonly CheckedPdf[];
  /** What only a person can answer. */
  readonly questions: readonly string[];
}

/** Checks each file, whatever the others are. */
export const checkPdfs = async (
  files: readonly string[],
  read: (file: string) => Promise<PdfFile>,
  limits: Limits,
): Promise<Told<CheckedPdfs>> => {
  const checker = watchedChecker(limits);
  const checked: CheckedPdf[] = [];
  const messages: Message[] = [];
  try {
    for (const file of files) {
      const found = await read(file);
      const verdict = found instanceof Uint8Array ? await checker.check(found) : found;
      const findings = 'findings' in verdict ? verdict.findings : [];
      messages.push(...checkAll('pdf', { of: file, verdict, overlaps: [], names: new Map() }));
      checked.push({
        file,
        pages: 'pages' in verdict ? verdict.pages : null,
        checks: 'checks' in verdict ? verdict.checks : null,
        broken: [...new Set(findings.map(({ rule }) => rule))],
        findings,
      });
    }
  } finally {
    await checker.close();
  }
  return { value: { files: checked, questions: QUESTIONS }, messages };
};
