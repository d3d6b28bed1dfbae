import type { Finding, PdfVerdict } from '../../diagnostics/finding.ts';
import { TooLarge } from './inspect/streams.ts';
import { subjectOf } from './inspect/subject.ts';
import type { Subject } from './inspect/subject.ts';
import { open, type Opened } from './opening.ts';
import { NOWHERE, type Rule } from './rule.ts';
import { archivePart } from './rules/archive.ts';
import { ACCESSIBILITY, ARCHIVE, GENERAL, OF_ENCRYPTED } from './rules.ts';

/** Does what `checkPdf` says. */
export const check = async (bytes: Uint8Array, isForArchive: boolean): Promise<PdfVerdict> => {
  const opened = await open(bytes);
  if ('reason' in opened)
    return opened.reason === 'encrypted'
      ? { reason: opened.reason, findings: [] }
      : { reason: opened.reason };
  try {
    return judge(opened, bytes, isForArchive);
  } catch (fault) {
    // What is too deep for the machine's stack is no document either.
    if (fault instanceof TooLarge || fault instanceof RangeError) return { reason: 'too-large' };
    throw fault;
  }
};

const judge = (opened: Opened, bytes: Uint8Array, isForArchive: boolean): PdfVerdict => {
  const subject = subjectOf(opened.context, opened.catalog, bytes);
  if (opened.isEncrypted) return { reason: 'encrypted', findings: findingsOf(subject, OF_ENCRYPTED) };
  const accessibility = subject.structure ? ACCESSIBILITY : GENERAL;
  const saysSo = ['2', '3'].includes(archivePart(subject) ?? '');
  const archive = isForArchive || saysSo ? ARCHIVE : [];
  return {
    pages: subject.pages.length,
    checks: { accessibility: accessibility.length, archive: archive.length },
    findings: findingsOf(subject, [...accessibility, ...archive]),
  };
};

/** No reader goes through more of one kind; the rest is counted in the last. */
const MOST = 100;

const findingsOf = (subject: Subject, rules: readonly Rule[]): Finding[] =>
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
