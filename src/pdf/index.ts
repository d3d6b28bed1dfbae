/** All that the rest of despatch uses of this package; see README.md. */

export { checkPdf } from './check/check-pdf.ts';
export { QUESTIONS } from './check/questions.ts';
export { watchedChecker, type Limits } from './check/watched.ts';
export { bookletCopy, laidOtherwise, officeCopy, printerCopy } from './copies/copies.ts';
export type { CopyProperties } from './copies/settings.ts';
export type { PdfLink } from './facts.ts';
export { finishPdf } from './finish.ts';
export { charactersOf, fontNames, strangeFonts } from './fonts.ts';
export type { PdfProperties } from './properties.ts';
export { readPdf, type PdfFacts } from './read.ts';
