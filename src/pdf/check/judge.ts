/** Holds a PDF against the rules of the table. */

import type { Finding, PdfChecked, PdfEncrypted } from '../../diagnostics/finding.ts';
import type { Subject } from '../read/subject.ts';
import { NOWHERE, type PdfRule } from './rule.ts';
import { archivePart } from './rules/archive.ts';
import { ACCESSIBILITY, ARCHIVE, GENERAL, OF_ENCRYPTED } from './rules.ts';

/** @param isForArchive whether it has to follow PDF/A; without, only one that says so is held to it */
export const judge = (subject: Subject, isForArchive: boolean): PdfChecked => {
  const accessibility = subject.structure ? ACCESSIBILITY : GENERAL;
  const saysSo = ['2', '3'].includes(archivePart(subject) ?? '');
  const archive = isForArchive || saysSo ? ARCHIVE : [];
  return {
    pages: subject.pages.length,
    checks: { accessibility: accessibility.length, archive: archive.length },
    findings: findingsOf(subject, [...accessibility, ...archive]),
  };
};

/** What can be said of a PDF whose texts can't be read. */
export const judgeEncrypted = (subject: Subject): PdfEncrypted => ({
  reason: 'encrypted',
  findings: findingsOf(subject, OF_ENCRYPTED),
});

/** No reader goes through more of one kind; the rest is counted in the last. */
const MOST = 100;

const findingsOf = (subject: Subject, rules: readonly PdfRule[]): Finding[] =>
  rules.flatMap(({ id, clause, remedy, find }) => {
    const found: Finding[] = [];
    let more = 0;
    for (const { text, place } of find(subject)) {
      if (found.length < MOST) found.push({ rule: id, clause, text, place: place?.() ?? NOWHERE, remedy });
      else more += 1;
    }
    const last = found.at(-1);
    if (more && last) found.push({ ...last, text: `and ${more} more of the same`, place: NOWHERE });
    return found;
  });
