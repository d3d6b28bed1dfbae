import type { PdfChecked, PdfVerdict } from '../diagnostics/finding.ts';
import { judge, judgeEncrypted } from './check/judge.ts';
import { factsOf } from './facts/facts-of.ts';
import type { PdfFacts } from './facts/facts.ts';
import type { PdfText } from '../model/pdf-text.ts';
import { OverlapFinder } from './overlaps/overlaps.ts';
import type { ReadAlong } from './read/read-along.ts';
import { open, openStrictly, type Opened, type Unreadable } from './read/open.ts';
import { TooLarge } from './read/streams.ts';
import { type Subject, subjectOf } from './read/subject.ts';
import { tellTexts } from './read/text-reader.ts';
import { PageTexts } from './said/page-texts.ts';
import { textsBeside } from './said/said.ts';

/** All that is told of a PDF; `texts` are all its words, as of `textsOfPdf`. */
export type Inspection =
  | { readonly verdict: PdfChecked; readonly facts: PdfFacts; readonly texts: readonly PdfText[] }
  | { readonly verdict: Exclude<PdfVerdict, PdfChecked>; readonly facts: null; readonly texts: readonly [] };

/** Does what `inspectPdf` says. */
export const inspect = (bytes: Uint8Array): Inspection => {
  const overlaps = new OverlapFinder();
  const words = new PageTexts();
  const along = tellTexts([overlaps, words]);
  const examined = examine(bytes, openStrictly(bytes), along, (subject) => ({
    verdict: judge(subject, true),
    facts: factsOf(subject, overlaps.told(subject.structure)),
    texts: [...words.found, ...textsBeside(subject.context, subject.unpacker)],
  }));
  return 'facts' in examined ? examined : { verdict: examined, facts: null, texts: [] };
};

/** Does what `checkPdf` says. */
export const check = async (bytes: Uint8Array, isForArchive: boolean): Promise<PdfVerdict> =>
  examine(bytes, await open(bytes), null, (subject) => judge(subject, isForArchive));

/** Reads a PDF, and gives what is made of it; else why it can't be read. */
const examine = <Made>(
  bytes: Uint8Array,
  opened: Opened | Unreadable,
  along: ReadAlong | null,
  make: (subject: Subject) => Made,
): Made | Exclude<PdfVerdict, PdfChecked> => {
  if ('reason' in opened)
    return opened.reason === 'encrypted'
      ? { reason: opened.reason, findings: [] }
      : { reason: opened.reason };
  try {
    const subject = subjectOf(opened, bytes, along);
    return opened.isEncrypted ? judgeEncrypted(subject) : make(subject);
  } catch (fault) {
    // What is too deep for the machine's stack is no document either.
    if (fault instanceof TooLarge || fault instanceof RangeError) return { reason: 'too-large' };
    throw fault;
  }
};
